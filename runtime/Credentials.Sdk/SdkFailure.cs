using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Amazon.Runtime;

namespace DataZoneGen;

/// <summary>Says what a failure of AWS's SDK means to whoever has to fix it, and keeps back what may hold secrets.</summary>
internal static class SdkFailure
{
    // The SDK only says in words that somebody has to sign in (again).
    private static readonly string[] SignInNeeded = ["is an SSO profile.", "No valid SSO Token could be found", "SSO Token has expired"];

    /// <summary>The exception of credentials for one of the SDK.</summary>
    /// <param name="exception">What the SDK threw.</param>
    /// <param name="what">What failed, as the beginning of a sentence.</param>
    public static AwsCredentialsException Translate(Exception exception, string what)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // The output of the process is in the message.
            if (cause is ProcessAWSCredentialException)
            {
                return new AwsCredentialsException(
                    "The credential_process of the profile failed, or its output is not valid. Run it by hand to see why.");
            }

            if (SignInNeeded.Any(text => cause.Message.Contains(text, StringComparison.Ordinal)))
            {
                return new AwsCredentialsException("The SSO session has expired or was never started: run 'aws sso login' for the profile.");
            }
        }

        return RepeatsInput(exception)
            ? new AwsCredentialsException(what + ".")
            : new AwsCredentialsException(what + (exception is AmazonServiceException ? ": " + exception.Message : "."), exception);
    }

    /// <summary>Whether the exception, or one of its causes, is of a parser: those repeat what they could not read.</summary>
    private static bool RepeatsInput(Exception exception) => exception is JsonException or FormatException or InvalidDataException
        || (exception is AggregateException { InnerExceptions: var all } && all.Any(RepeatsInput))
        || (exception.InnerException is { } cause && RepeatsInput(cause));
}
