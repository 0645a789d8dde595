using Amazon.Runtime;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>Provides the sources of credentials of the AWS SDK for .NET to clients.</summary>
public static class SdkCredentials
{
    /// <summary>
    /// Enables roles, web identities, SSO sessions and <c>credential_process</c> of profiles and of the environment for all clients of the process.
    /// C# projects that reference the package call this method automatically; another call has no effect.
    /// </summary>
    /// <remarks>AWSSDK.Core is loaded only when a client needs one of these sources.</remarks>
    public static void Register() => CredentialsExtension.Register(SdkExtension.Instance);

    /// <summary>Creates a provider of the credentials of a profile, for <see cref="AwsClientOptions.Credentials"/>. One provider can serve many clients.</summary>
    /// <param name="profile">The profile; <see langword="null"/> for the default credentials chain.</param>
    /// <param name="region">
    /// The region of STS for a profile that has no <c>region</c>. Default: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then <c>us-east-1</c>.
    /// </param>
    /// <returns>The provider. It reads the profile when credentials are needed for the first time.</returns>
    public static IAwsCredentialsProvider ForProfile(string? profile = null, string? region = null)
    {
        Register();
        return CredentialsRequest.CreateDefaultProvider(profile, region);
    }

    /// <summary>Creates a provider from credentials of the AWS SDK for .NET.</summary>
    /// <param name="credentials">The credentials. Refreshing credentials continue to refresh themselves.</param>
    /// <returns>The provider, which gets the current credentials for each attempt.</returns>
    public static IAwsCredentialsProvider ToProvider(this AWSCredentials credentials) => new SdkCredentialsProvider(credentials);
}
