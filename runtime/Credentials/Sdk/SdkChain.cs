using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace DataZoneGen.Wire;

/// <summary>
/// The chains of AWSSDK.Core for credentials and regions: profiles, single sign-on, web identities, containers, instance metadata. The classes of
/// this folder are the only ones that name its types; whoever does not come here runs without it.
/// </summary>
/// <remarks>
/// Core's own classes keep credentials, notice when files or the environment change, and renew. What they lack comes from
/// <see cref="RenewingCache{T}"/>: one search for all callers also when it fails, cancellation, nothing that blocks a caller's thread, and no
/// memory taken for each call.
/// </remarks>
internal sealed class SdkChain : IAwsCredentialsProvider
{
    private static readonly TimeSpan RefreshBefore = TimeSpan.FromMinutes(5);

    // Core answers from memory unless something has changed.
    private static readonly TimeSpan LongestUse = TimeSpan.FromSeconds(5);

    private readonly string? _profile;
    private readonly SdkProfile? _config;
    private readonly RenewingCache<AwsCredentials> _cache;
    private volatile AWSCredentials? _source;
    private AwsCredentials? _latest;

    public SdkChain(string? profile, TimeProvider timeProvider)
    {
        _profile = profile;
        _config = profile is null ? null : new SdkProfile(profile);
        _cache = new(FetchAsync, static credentials => credentials.Expiration, timeProvider)
        {
            RefreshBefore = RefreshBefore,
            LongestUse = LongestUse,
        };
    }

    /// <summary>The region in the instance's metadata; <see langword="null"/> when there is none.</summary>
    /// <remarks>Asks the metadata service, and blocks meanwhile.</remarks>
    public static string? FindRegion()
    {
        try
        {
            return new InstanceProfileAWSRegion().Region?.SystemName;
        }
        catch (Exception exception) when (exception is InvalidOperationException or AmazonClientException)
        {
            return null;
        }
    }

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public void Invalidate(AwsCredentials rejected)
    {
        if (_cache.TryDrop(held => ReferenceEquals(held, rejected)))
        {
            (_source as RefreshingAWSCredentials)?.ClearCredentials();
        }
    }

    private async ValueTask<AwsCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        AWSCredentials source;
        try
        {
            _source = source = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(_config).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw SdkFailure.OfSearch(exception, _profile);
        }

        try
        {
            // Core would hand out what is about to expire, and renew it behind our back: the cache does that once for all.
            var found = source is RefreshingAWSCredentials renewing
                ? await renewing.GetCredentialsAsync(RefreshBefore).ConfigureAwait(false)
                : await source.GetCredentialsAsync().ConfigureAwait(false);
            return Convert(found, source.Expiration);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw SdkFailure.OfFetch(exception);
        }
    }

    /// <summary>The same object as long as the credentials are the same, which spares the signer its checks.</summary>
    private AwsCredentials Convert(ImmutableCredentials found, DateTime? expires)
    {
        var token = found.UseToken ? found.Token : null;

        // Core's word for "never" is a time in the year 9999.
        DateTimeOffset? expiration = expires is { Year: < 9999 } end ? new DateTimeOffset(end.ToUniversalTime()) : null;
        var latest = _latest;
        if (latest is not null
            && latest.AccessKeyId == found.AccessKey
            && latest.SecretAccessKey == found.SecretKey
            && latest.SessionToken == token
            && latest.Expiration == expiration)
        {
            return latest;
        }

        return _latest = new AwsCredentials(found.AccessKey, found.SecretKey, token, expiration);
    }
}
