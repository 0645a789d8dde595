using System;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// Caches credentials or a token, and refreshes the value before it expires. Concurrent callers share one refresh, which runs on a thread of the thread
/// pool, in the background while the cached value is valid. If a refresh fails, a valid value stays in use and the next attempt follows after 30 seconds.
/// </summary>
/// <param name="fetch">Fetches a value. Its token is canceled after two minutes.</param>
/// <param name="getExpiration">Gets the expiration time of a value; <see langword="null"/> if it does not expire or the time is not known.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RefreshingCache<T>(Func<CancellationToken, ValueTask<T>> fetch, Func<T, DateTimeOffset?> getExpiration, TimeProvider timeProvider)
    where T : class
{
    public static readonly TimeSpan DefaultRefreshBefore = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FetchTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    // A value that is already expired when it is fetched is used for this time, because the clock of the machine may be wrong.
    private static readonly TimeSpan MinAge = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private volatile Entry? _entry;
    private Task<T>? _fetching;

    /// <summary>How long before the expiration a value is refreshed, but never before half of its lifetime has passed.</summary>
    public TimeSpan RefreshBefore { get; init; } = DefaultRefreshBefore;

    /// <summary>The time after which a value is refreshed regardless of its expiration, for fast sources that can change at any time.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>
    /// How long an expired value stays in use before the next refresh if the source fails; <see langword="null"/> if expired values are not used.
    /// </summary>
    public TimeSpan? Extension { get; init; }

    /// <summary>Gets a value that is valid now. Allocates nothing if the cached value is valid.</summary>
    /// <exception cref="AwsCredentialsException">No cached value is valid, and the source failed or has none.</exception>
    public ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        var entry = _entry;
        if (entry is not null)
        {
            var now = timeProvider.GetUtcNow();
            if (now < entry.FreshUntil)
            {
                return new(entry.Value);
            }

            if (now < entry.UsableUntil)
            {
                _ = Fetch();
                return new(entry.Value);
            }
        }

        return new(Fetch().WaitAsync(cancellationToken));
    }

    /// <summary>Removes the value if a service has rejected it and it has not been replaced since.</summary>
    public bool TryRemove(Func<T, bool> isRejected)
    {
        lock (_lock)
        {
            var isCached = _entry is { } entry && isRejected(entry.Value);
            _entry = isCached ? null : _entry;
            return isCached;
        }
    }

    /// <summary>Returns the running fetch, or starts one.</summary>
    private Task<T> Fetch()
    {
        lock (_lock)
        {
            if (_fetching is null && _entry is { } entry && timeProvider.GetUtcNow() < entry.FreshUntil)
            {
                return Task.FromResult(entry.Value);
            }

            return _fetching is { IsCompleted: false } running ? running : _fetching = Observe(Task.Run(FetchAsync));
        }
    }

    private async Task<T> FetchAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
            limit.CancelAfter(FetchTimeout);
            var found = await FetchAsync(limit.Token).ConfigureAwait(false);
            lock (_lock)
            {
                _entry = CreateEntry(found);
                _fetching = null;
            }

            return found;
        }
        catch (AwsException)
        {
            lock (_lock)
            {
                _fetching = null;
                var now = timeProvider.GetUtcNow();
                if (_entry is not { } entry || (entry.Expiration <= now && Extension is null))
                {
                    throw;
                }

                if (entry.Expiration <= now)
                {
                    // Refresh in the background from now on: a caller that waits would get this value, too.
                    _entry = entry with { FreshUntil = now + Extension!.Value, UsableUntil = DateTimeOffset.MaxValue };
                    return entry.Value;
                }

                var nextAttempt = now + RetryDelay;
                _entry = entry with { FreshUntil = entry.Expiration < nextAttempt ? entry.Expiration.Value : nextAttempt };
                return entry.Value;
            }
        }
    }

    /// <summary>Calls the function, and wraps its exceptions so that they contain no secrets.</summary>
    private async Task<T> FetchAsync(CancellationToken limit)
    {
        try
        {
            var found = await Observe(fetch(limit).AsTask()).WaitAsync(limit).ConfigureAwait(false);
            return found ?? throw new AwsCredentialsException("The source of credentials returned none.");
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new AwsCredentialsException(
                "The source of credentials did not respond in time.", new TimeoutException($"The fetch took longer than {FetchTimeout}.", exception));
        }
        catch (Exception exception) when (exception is not AwsException)
        {
            throw new AwsCredentialsException("The source of credentials failed.", SafeCause.From(exception));
        }
    }

    /// <summary>Returns the task, and makes sure that its exception counts as observed even if no caller waits for it.</summary>
    private static Task<T> Observe(Task<T> task)
    {
        _ = task.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }

    private Entry CreateEntry(T found)
    {
        var now = timeProvider.GetUtcNow();
        var maxFresh = MaxAge is { } maxAge ? now + maxAge : DateTimeOffset.MaxValue;
        if (getExpiration(found) is not { } expiration)
        {
            return new Entry(found, Expiration: null, maxFresh, maxFresh);
        }

        if (expiration <= now)
        {
            return new Entry(found, expiration, now + MinAge, now + MinAge);
        }

        var remaining = expiration - now;
        var refresh = now + (remaining > 2 * RefreshBefore ? remaining - RefreshBefore : remaining / 2);
        return new Entry(found, expiration, refresh < maxFresh ? refresh : maxFresh, expiration);
    }

    /// <summary>A cached value, the time until it need not be refreshed, and the time until it can be used during a refresh.</summary>
    private sealed record Entry(T Value, DateTimeOffset? Expiration, DateTimeOffset FreshUntil, DateTimeOffset UsableUntil);
}
