using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen;

/// <summary>
/// Keeps the credentials that a function fetches, and fetches new ones before they expire: one fetch for all who wait, in the background while the
/// old ones are still valid. When that fails, valid ones stay in use and the next try comes half a minute later.
/// </summary>
/// <remarks>
/// Credentials without <see cref="AwsCredentials.Expiration"/> are kept until a service rejects them. May be used by many threads and many clients
/// at once.
/// </remarks>
public sealed class CachedCredentialsProvider : IAwsCredentialsProvider
{
    private readonly RefreshingCache<AwsCredentials> _cache;

    /// <summary>Makes a provider.</summary>
    /// <param name="fetch">
    /// Fetches credentials: called when some are needed, never twice at a time, on a thread of the pool. Its token ends after two minutes, which is
    /// the longest that callers wait for it; a caller who cancels leaves it running for the others.
    /// </param>
    /// <param name="refreshBefore">
    /// How long before they expire credentials are replaced, but never before half their time is over; 5 minutes unless set.
    /// </param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system's.</param>
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
        _cache.TryDrop(held => ReferenceEquals(held, rejected));
    }
}
