using Amazon.Runtime;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>Makes the sources of credentials of AWS's SDK for .NET known to clients.</summary>
public static class SdkCredentials
{
    /// <summary>
    /// Lets all clients of the process use roles, web identities, single sign-on and <c>credential_process</c>, when a profile or the environment
    /// says so. C# projects that reference the package call it by themselves; calling it again has no effect.
    /// </summary>
    /// <remarks>AWSSDK.Core is not loaded before a client needs one of these sources.</remarks>
    public static void Register() => CredentialsExtension.Register(SdkExtension.Instance);

    /// <summary>Makes a provider with the credentials of a profile, for <see cref="AwsClientOptions.Credentials"/>. One provider can serve many clients.</summary>
    /// <param name="profile">The profile. Without it: what the environment says, as for a client that is given no credentials.</param>
    /// <param name="region">
    /// The region of STS for a profile that has no <c>region</c>. Without it: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then <c>us-east-1</c>.
    /// </param>
    /// <returns>The provider. It looks for the profile when it is first asked.</returns>
    public static IAwsCredentialsProvider ForProfile(string? profile = null, string? region = null)
    {
        Register();
        return CredentialsRequest.CreateDefaultProvider(profile, region);
    }

    /// <summary>Lets a client use credentials of AWS's SDK for .NET.</summary>
    /// <param name="credentials">The credentials. Those that renew themselves go on doing so.</param>
    /// <returns>A provider that asks them for each attempt to send a request.</returns>
    public static IAwsCredentialsProvider ToProvider(this AWSCredentials credentials) => new SdkCredentialsProvider(credentials);
}
