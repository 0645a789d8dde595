using System;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>
/// Keeps the credentials that a function fetches, and fetches new ones before they expire: one fetch for all who wait, in the background while the
/// old ones are still valid. When that fails, valid ones stay in use and the next try comes half a minute later.
/// </summary>
/// <remarks>
/// Credentials without <see cref="AwsCredentials.Expiration"/> are kept until a service rejects them. May be used by many threads and many clients at once.
/// </remarks>
public sealed class CachedCredentialsProvider : IAwsCredentialsProvider
{
    private static readonly TimeSpan DefaultRefreshBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FetchLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    // What is expired as soon as it comes is used for so long all the same: it may be the machine's clock that is wrong.
    private static readonly TimeSpan LeastUse = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private readonly Func<CancellationToken, ValueTask<AwsCredentials>> _fetch;
    private readonly TimeSpan _refreshBefore;
    private readonly TimeSpan? _longestUse;
    private readonly TimeProvider _timeProvider;
    private volatile Held? _held;
    private Task<AwsCredentials>? _fetching;

    /// <summary>Makes a provider.</summary>
    /// <param name="fetch">
    /// Fetches credentials: called when some are needed, never twice at a time, on a thread of the pool. Its token ends after two minutes, which is
    /// the longest that callers wait for it; a caller who cancels leaves it running for the others.
    /// </param>
    /// <param name="refreshBefore">How long before they expire credentials are replaced, but never before half their time is over; 5 minutes unless set.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="refreshBefore"/> is negative.</exception>
    public CachedCredentialsProvider(
        Func<CancellationToken, ValueTask<AwsCredentials>> fetch,
        TimeSpan? refreshBefore = null,
        TimeProvider? timeProvider = null)
        : this(fetch, refreshBefore ?? DefaultRefreshBefore, longestUse: null, timeProvider ?? TimeProvider.System)
    {
    }

    /// <param name="fetch">Fetches credentials.</param>
    /// <param name="refreshBefore">How long before they expire credentials are replaced.</param>
    /// <param name="longestUse">After how long to ask again whatever their expiry; for sources that can change at any time and are quick to answer.</param>
    /// <param name="timeProvider">The clock.</param>
    internal CachedCredentialsProvider(
        Func<CancellationToken, ValueTask<AwsCredentials>> fetch, TimeSpan refreshBefore, TimeSpan? longestUse, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentOutOfRangeException.ThrowIfLessThan(refreshBefore, TimeSpan.Zero);
        _fetch = fetch;
        _refreshBefore = refreshBefore;
        _longestUse = longestUse;
        _timeProvider = timeProvider;
    }

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
    {
        var held = _held;
        if (held is not null)
        {
            var now = _timeProvider.GetUtcNow();
            if (now < held.FreshUntil)
            {
                return new(held.Credentials);
            }

            if (now < held.UsableUntil)
            {
                _ = Fetch();
                return new(held.Credentials);
            }
        }

        return new(Fetch().WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public void Invalidate(AwsCredentials rejected) => TryInvalidate(rejected);

    /// <summary>Drops credentials, unless others have taken their place.</summary>
    internal bool TryInvalidate(AwsCredentials rejected)
    {
        lock (_lock)
        {
            var isHeld = ReferenceEquals(_held?.Credentials, rejected);
            _held = isHeld ? null : _held;
            return isHeld;
        }
    }

    /// <summary>The fetch that is under way, or else a new one.</summary>
    private Task<AwsCredentials> Fetch()
    {
        lock (_lock)
        {
            if (_fetching is null && _held is { } held && _timeProvider.GetUtcNow() < held.FreshUntil)
            {
                return Task.FromResult(held.Credentials);
            }

            return _fetching ??= Observed(Task.Run(FetchAsync));
        }
    }

    private async Task<AwsCredentials> FetchAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _timeProvider);
            limit.CancelAfter(FetchLimit);
            var found = await FetchAsync(limit.Token).ConfigureAwait(false);
            lock (_lock)
            {
                _held = Keep(found);
                _fetching = null;
            }

            return found;
        }
        catch (AwsException)
        {
            lock (_lock)
            {
                _fetching = null;
                var now = _timeProvider.GetUtcNow();
                if (_held is not { } held || held.Credentials.Expiration <= now)
                {
                    throw;
                }

                var nextTry = now + PauseAfterFailure;
                _held = held with { FreshUntil = held.Credentials.Expiration < nextTry ? held.Credentials.Expiration.Value : nextTry };
                return held.Credentials;
            }
        }
    }

    /// <summary>Calls the function; whatever it throws becomes an exception of credentials, which says nothing that might be secret.</summary>
    private async Task<AwsCredentials> FetchAsync(CancellationToken limit)
    {
        try
        {
            var found = await Observed(_fetch(limit).AsTask()).WaitAsync(limit).ConfigureAwait(false);
            return found ?? throw new AwsCredentialsException("The source of the credentials has none.");
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new AwsCredentialsException(
                "No credentials were found in time.", new TimeoutException($"The source of the credentials took longer than {FetchLimit}.", exception));
        }
        catch (Exception exception) when (exception is not AwsException)
        {
            throw new AwsCredentialsException("The source of the credentials failed.", exception);
        }
    }

    /// <summary>The same task, whose failure is no unobserved one even if nobody waits for it any more.</summary>
    private static Task<AwsCredentials> Observed(Task<AwsCredentials> task)
    {
        _ = task.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }

    private Held Keep(AwsCredentials found)
    {
        var now = _timeProvider.GetUtcNow();
        var askAgain = _longestUse is { } longest ? now + longest : DateTimeOffset.MaxValue;
        if (found.Expiration is not { } expiration)
        {
            return new Held(found, askAgain, askAgain);
        }

        if (expiration <= now)
        {
            return new Held(found, now + LeastUse, now + LeastUse);
        }

        var left = expiration - now;
        var refresh = now + (left > 2 * _refreshBefore ? left - _refreshBefore : left / 2);
        return new Held(found, refresh < askAgain ? refresh : askAgain, expiration);
    }

    /// <summary>Credentials, until when nothing is to be done, and until when they can be used while others are fetched.</summary>
    private sealed record Held(AwsCredentials Credentials, DateTimeOffset FreshUntil, DateTimeOffset UsableUntil);
}
