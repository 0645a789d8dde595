using System;
using System.IO;
using DataZoneGen;

namespace DataSourceRuns.Commands;

/// <summary>Messages for expected exceptions, one line each.</summary>
internal static class Failure
{
    /// <summary>Returns the message, or null if the exception is a bug of this program, whose stack trace should be shown.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        UsageException usage => $"{usage.Message}.",
        WaiterTimeoutException timeout => timeout.Message,
        AwsServiceException error => $"{error.Service} {error.Operation} failed with {error.ErrorCode}: {error.Message.TrimEnd('.')}{RequestId(error)}",
        AwsTransportException transport => $"{transport.Message}{Cause(transport)}",
        AwsConfigurationException or AwsCredentialsException => $"{exception.Message} See the options --region and --profile.",
        AwsException other => other.Message,
        ArgumentException { ParamName: { } name } invalid => $"{name} is invalid: {invalid.Message}",
        IOException io => io.Message,
        _ => null,
    };

    private static string RequestId(AwsServiceException error) => error.RequestId is null ? "" : $" (request {error.RequestId})";

    private static string Cause(Exception exception)
    {
        var cause = exception.GetBaseException().Message;
        return exception.Message.Contains(cause, StringComparison.Ordinal) ? "" : $" {cause}";
    }
}
