using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Amazon.Runtime;

namespace DataZoneGen;

/// <summary>Converts exceptions of the AWS SDK to exceptions that say how to fix the problem and contain no secrets.</summary>
internal static class SdkErrors
{
    // The SDK has no exception type for an expired session, only these messages.
    private static readonly string[] SignInNeeded = ["is an SSO profile.", "No valid SSO Token could be found", "SSO Token has expired"];

    /// <summary>Converts an exception of the SDK.</summary>
    /// <param name="exception">The exception of the SDK.</param>
    /// <param name="message">What failed, without the final period.</param>
    public static AwsCredentialsException Translate(Exception exception, string message)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // The message of the SDK contains the output of the process.
            if (cause is ProcessAWSCredentialException)
            {
                return new AwsCredentialsException(
                    "The credential_process of the profile failed, or its output is not valid. Run it in a terminal to see why.");
            }

            if (SignInNeeded.Any(text => cause.Message.Contains(text, StringComparison.Ordinal)))
            {
                return new AwsCredentialsException("The SSO session has expired or was never started. Run 'aws sso login' for the profile.");
            }
        }

        return MayQuoteInput(exception)
            ? new AwsCredentialsException(message + ".")
            : new AwsCredentialsException(message + (exception is AmazonServiceException ? ": " + exception.Message : "."), exception);
    }

    /// <summary>Whether the exception or a cause is from a parser. Parsers quote the input that they cannot read.</summary>
    private static bool MayQuoteInput(Exception exception) => exception is JsonException or FormatException or InvalidDataException
        || (exception is AggregateException { InnerExceptions: var all } && all.Any(MayQuoteInput))
        || (exception.InnerException is { } cause && MayQuoteInput(cause));
}
