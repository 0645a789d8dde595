using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen;

/// <summary>
/// Caches the credentials that a function fetches, and refreshes them before they expire. Concurrent callers share one refresh, which runs in the
/// background while the cached credentials are valid. If a refresh fails, valid credentials stay in use and the next attempt follows after 30 seconds.
/// </summary>
/// <remarks>
/// Credentials without <see cref="AwsCredentials.Expiration"/> are cached until a service rejects them. A provider is thread-safe and can serve many
/// clients.
/// </remarks>
public sealed class CachedCredentialsProvider : IAwsCredentialsProvider
{
    private readonly RefreshingCache<AwsCredentials> _cache;

    /// <summary>Initializes a new instance of the <see cref="CachedCredentialsProvider"/> class.</summary>
    /// <param name="fetch">
    /// Fetches credentials. It is called on a thread of the thread pool, and never concurrently. Its token is canceled after two minutes, the maximum
    /// time that callers wait. A caller that cancels does not cancel the fetch.
    /// </param>
    /// <param name="refreshBefore">
    /// How long before the expiration credentials are refreshed, but never before half of their lifetime has passed. Default: 5 minutes.
    /// </param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="refreshBefore"/> is negative.</exception>
    public CachedCredentialsProvider(
        Func<CancellationToken, ValueTask<AwsCredentials>> fetch,
        TimeSpan? refreshBefore = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentOutOfRangeException.ThrowIfLessThan(refreshBefore ?? TimeSpan.Zero, TimeSpan.Zero, nameof(refreshBefore));
        _cache = new RefreshingCache<AwsCredentials>(fetch, static credentials => credentials.Expiration, timeProvider ?? TimeProvider.System)
        {
            RefreshBefore = refreshBefore ?? RefreshingCache<AwsCredentials>.DefaultRefreshBefore,
        };
    }

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public void Invalidate(AwsCredentials rejected)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        _cache.TryRemove(cached => ReferenceEquals(cached, rejected));
    }
}
