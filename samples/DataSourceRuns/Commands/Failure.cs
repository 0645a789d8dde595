using System;
using System.IO;
using DataZoneGen;

namespace DataSourceRuns.Commands;

/// <summary>Failures that a person can do something about, in one line each.</summary>
internal static class Failure
{
    /// <summary>The line; null for a failure that is a bug of this program and deserves its stack trace.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        UsageException usage => $"{usage.Message}.",
        WaiterTimeoutException late => late.Message,
        AwsServiceException refused => $"{refused.Service} answered {refused.Operation} with {refused.ErrorCode}: {refused.Message.TrimEnd('.')}{RequestId(refused)}",
        AwsTransportException unreachable => $"{unreachable.Message}{Cause(unreachable)}",
        AwsConfigurationException or AwsCredentialsException => $"{exception.Message} On the command line: --region and --profile.",
        AwsException other => other.Message,
        ArgumentException { ParamName: { } name } unsendable => $"{name} is not usable: {unsendable.Message}",
        IOException io => io.Message,
        _ => null,
    };

    private static string RequestId(AwsServiceException error) => error.RequestId is null ? "" : $" (request {error.RequestId})";

    private static string Cause(Exception exception)
    {
        string cause = exception.GetBaseException().Message;
        return exception.Message.Contains(cause, StringComparison.Ordinal) ? "" : $" {cause}";
    }
}
