using System;

namespace DataZoneGen.Core;

/// <summary>The sources of credentials in a profile.</summary>
internal static class ProfileCredentials
{
    // The properties that determine which credentials an extension fetches. None of them is secret.
    private static readonly string[] ExtensionKeys =
    [
        "role_arn", "source_profile", "credential_source", "external_id", "mfa_serial", "role_session_name", "duration_seconds", "web_identity_token_file",
        "sso_session", "sso_account_id", "sso_role_name", "sso_start_url", "sso_region", "credential_process", "login_session",
        "aws_account_id",
    ];

    /// <summary>Finds the access key in a profile; <see langword="null"/> if it is missing or incomplete.</summary>
    /// <exception cref="AwsCredentialsException">The access key has characters that are not allowed in a header.</exception>
    public static AwsCredentials? FindKeys(SharedProfile profile)
    {
        if (profile["aws_access_key_id"] is not { } id || profile["aws_secret_access_key"] is not { } secret)
        {
            return null;
        }

        try
        {
            return new AwsCredentials(id, secret, profile["aws_session_token"]) { AccountId = profile["aws_account_id"] };
        }
        catch (ArgumentException exception)
        {
            throw new AwsCredentialsException($"The credentials in the profile '{profile.Name}' are not valid: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Returns the feature of the profile that needs an extension; <see langword="null"/> if there is none. A role takes precedence over an access key,
    /// which may be the source credentials of the role.
    /// </summary>
    public static string? FindExtensionFeature(SharedProfile profile) =>
        profile["role_arn"] is not null ? "The role"
        : profile["aws_access_key_id"] is not null && profile["aws_secret_access_key"] is not null ? null
        : UsesSso(profile) ? "The SSO session"
        : profile["credential_process"] is not null ? "The credential_process"
        : profile["login_session"] is not null ? "The login_session"
        : null;

    /// <summary>Whether the profile names an SSO session or start URL.</summary>
    public static bool UsesSso(SharedProfile profile) => profile["sso_session"] is not null || profile["sso_start_url"] is not null;

    /// <summary>Returns a text that changes if a property for extensions changes.</summary>
    public static string GetFingerprint(SharedProfile profile) =>
        string.Join('\n', Array.ConvertAll(ExtensionKeys, key => profile[key]));

    /// <summary>Creates the exception for a feature that needs a missing package.</summary>
    /// <param name="feature">The feature, such as <c>The role of the profile 'work'</c>.</param>
    public static AwsCredentialsException CreateMissingPackageException(string feature) => new(
        feature + " needs the package DataZoneGen.Credentials.Sdk. Run 'dotnet add package DataZoneGen.Credentials.Sdk' in the application's project. "
        + "An application in another language than C# must also call DataZoneGen.SdkCredentials.Register() when it starts.");
}
