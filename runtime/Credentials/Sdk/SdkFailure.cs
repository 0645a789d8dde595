using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace DataZoneGen.Wire;

/// <summary>Says what a failure of AWSSDK.Core means to whoever has to mend it, and keeps back what may hold secrets.</summary>
internal static class SdkFailure
{
    /// <summary>The packages that Core loads when a program has them, and what needs them.</summary>
    private static readonly (string Package, string Needs)[] Packages =
    [
        ("AWSSDK.SSOOIDC", "A profile with single sign-on needs the packages AWSSDK.SSO and AWSSDK.SSOOIDC"),
        ("AWSSDK.SSO", "A profile with single sign-on needs the packages AWSSDK.SSO and AWSSDK.SSOOIDC"),
        ("AWSSDK.SecurityToken", "To assume a role, by a profile or a web identity, takes the package AWSSDK.SecurityToken"),
        ("AWSSDK.Signin", "A profile of aws login needs the package AWSSDK.Signin"),
    ];

    // Core only tells in words that somebody has to sign in (again).
    private static readonly string[] SignOnIsDue = ["is an SSO profile.", "No valid SSO Token could be found", "SSO Token has expired"];

    // Core repeats malformed lines of files, and header values that cannot be sent, in its messages.
    private static readonly string[] RepeatsInput = ["does not contain a section, property or comment", "The format of value"];

    /// <summary>There is no source of credentials, or it cannot be used.</summary>
    public static AwsCredentialsException OfSearch(Exception exception, string? profile)
    {
        var missing = profile is not null && !Exists(profile) ? profile
            : exception is ProfileNotFoundException ? Environment.GetEnvironmentVariable("AWS_PROFILE")
            : null;
        if (missing is not null)
        {
            return new AwsCredentialsException($"The profile '{missing}' does not exist.");
        }

        return OfKnown(exception) ?? new AwsCredentialsException(
            profile is not null
                ? $"The profile '{profile}' has no credentials that can be used{Detail(exception)}"
                : "No credentials: set options.Credentials, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile that has some.",
            Fit(exception));
    }

    /// <summary>There is a source of credentials, and it failed.</summary>
    public static AwsCredentialsException OfFetch(Exception exception) => OfKnown(exception)
        ?? new AwsCredentialsException("The AWS chain found a source of credentials, but it failed" + Detail(exception), Fit(exception));

    private static bool Exists(string profile)
    {
        try
        {
            return new CredentialProfileStoreChain().TryGetProfile(profile, out _);
        }
        catch (InvalidDataException)
        {
            // Then the file is what is wrong.
            return true;
        }
    }

    /// <summary>Something that the user can mend. Core puts what went wrong on the way into one text, so that only its words tell.</summary>
    private static AwsCredentialsException? OfKnown(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is ProcessAWSCredentialException)
            {
                return new AwsCredentialsException(
                    "The credential_process of the profile failed, or what it wrote is not as it should be. Run it by hand to see why.");
            }

            if (Packages.FirstOrDefault(known => IsMissing(cause, known.Package)) is { Needs: { } needs })
            {
                return new AwsCredentialsException(
                    needs + ", which the program does not have: add a reference to it to the project (and, if it is trimmed or native, a "
                    + "TrimmerRootAssembly).");
            }

            if (SignOnIsDue.Any(text => cause.Message.Contains(text, StringComparison.Ordinal)))
            {
                return new AwsCredentialsException("Single sign-on is due: run aws sso login for the profile.");
            }
        }

        return null;
    }

    private static bool IsMissing(Exception cause, string package) =>
        cause.Message.Contains($"Assembly {package} could not be found or loaded", StringComparison.Ordinal)
        || cause.Message.Contains($"from package {package} using the operation", StringComparison.Ordinal);

    private static string Detail(Exception exception) =>
        Fit(exception) is AmazonServiceException or InvalidDataException or InvalidOperationException ? ": " + exception.Message : ".";

    /// <summary>The exception as a cause to show; <see langword="null"/> when it may hold what is secret.</summary>
    private static Exception? Fit(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException or FormatException
                || RepeatsInput.Any(text => cause.Message.Contains(text, StringComparison.Ordinal)))
            {
                return null;
            }
        }

        return exception;
    }
}
