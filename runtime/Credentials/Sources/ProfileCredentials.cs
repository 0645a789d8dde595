using System;

namespace DataZoneGen.Core;

/// <summary>What a profile says of where its credentials come from.</summary>
internal static class ProfileCredentials
{
    // These say whose credentials an extension fetches. None of them is secret.
    private static readonly string[] ExtensionKeys =
    [
        "role_arn", "source_profile", "credential_source", "external_id", "mfa_serial", "role_session_name", "duration_seconds", "web_identity_token_file",
        "sso_session", "sso_account_id", "sso_role_name", "sso_start_url", "sso_region", "credential_process", "login_session",
    ];

    /// <summary>The access key in a profile; <see langword="null"/> when there is no whole one.</summary>
    /// <exception cref="AwsCredentialsException">It has characters that cannot be sent.</exception>
    public static AwsCredentials? FindKeys(SharedProfile profile)
    {
        if (profile["aws_access_key_id"] is not { } id || profile["aws_secret_access_key"] is not { } secret)
        {
            return null;
        }

        try
        {
            return new AwsCredentials(id, secret, profile["aws_session_token"]);
        }
        catch (ArgumentException exception)
        {
            throw new AwsCredentialsException($"The credentials in the profile '{profile.Name}' cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// What the profile's credentials take that only an extension can do; <see langword="null"/> when it has an access key, or nothing. A role goes
    /// before the keys beside it, which may be what it is assumed with.
    /// </summary>
    public static string? FindExtensionUse(SharedProfile profile) =>
        profile["role_arn"] is not null ? "assumes a role"
        : profile["aws_access_key_id"] is not null && profile["aws_secret_access_key"] is not null ? null
        : UsesSingleSignOn(profile) ? "uses single sign-on"
        : profile["credential_process"] is not null ? "runs a credential_process"
        : profile["login_session"] is not null ? "uses a session of aws login"
        : null;

    /// <summary>Whether the profile names an SSO session or start URL.</summary>
    public static bool UsesSingleSignOn(SharedProfile profile) => profile["sso_session"] is not null || profile["sso_start_url"] is not null;

    /// <summary>A text that differs when the profile says something else of what an extension is to do.</summary>
    public static string FingerprintOf(SharedProfile profile) =>
        string.Join('\n', Array.ConvertAll(ExtensionKeys, key => profile[key]));

    /// <summary>The exception for something that takes a package which the program does not have.</summary>
    /// <param name="who">What needs it, such as <c>The profile 'work' assumes a role</c>.</param>
    public static AwsCredentialsException MissingPackage(string who) => new(
        who + ", which takes the package DataZoneGen.Credentials.Sdk: run 'dotnet add package DataZoneGen.Credentials.Sdk' in the application's project. "
        + "A project that is not in C# also calls DataZoneGen.SdkCredentials.Register() when it starts.");
}
