using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace DataZoneGen.Wire;

/// <summary>
/// The chains of AWSSDK.Core for credentials and regions: profiles, single sign-on, containers, instance metadata. This is the only class that
/// names its types; whoever does not come here runs without it. It keeps and renews credentials itself.
/// </summary>
internal sealed class SdkChain(string? profile) : IAwsCredentialsProvider
{
    private AWSCredentials? _ofProfile;
    private AwsCredentials? _latest;

    /// <summary>The region of the profile, or the one that the rest of the chain finds; <see langword="null"/> when none does.</summary>
    /// <remarks>May read files and ask the instance's metadata service, and blocks meanwhile.</remarks>
    public static string? FindRegion(string? profile)
    {
        if (profile is not null && new CredentialProfileStoreChain().TryGetProfile(profile, out var found) && found.Region is { } region)
        {
            return region.SystemName;
        }

        try
        {
            return FallbackRegionFactory.GetRegionEndpoint()?.SystemName;
        }
        catch (AmazonClientException)
        {
            return null;
        }
    }

    public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var chain = profile is null ? DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(clientConfig: null) : null;
            var source = chain is null ? _ofProfile ??= FindProfile(profile!) : await chain.WaitAsync(cancellationToken).ConfigureAwait(false);
            var found = await source.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return Convert(found);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AwsException))
        {
            throw new AwsCredentialsException(
                "No credentials: set options.Credentials, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile that has some.", exception);
        }
    }

    private static AWSCredentials FindProfile(string profile)
        => new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : throw new AwsCredentialsException($"The profile '{profile}' does not exist or has no credentials.");

    /// <summary>The same object as long as the credentials are the same, which spares the signer its checks.</summary>
    private AwsCredentials Convert(ImmutableCredentials found)
    {
        var token = found.UseToken ? found.Token : null;
        var latest = _latest;
        if (latest is not null
            && latest.AccessKeyId == found.AccessKey
            && latest.SecretAccessKey == found.SecretKey
            && latest.SessionToken == token)
        {
            return latest;
        }

        return _latest = new AwsCredentials(found.AccessKey, found.SecretKey, token);
    }
}
