using System;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// Keeps one value, credentials or a token, and has another fetched before it expires: one fetch for all who wait, in the background while the old
/// value is still valid, on a thread of the pool. When that fails, a valid value stays in use and the next try comes half a minute later.
/// </summary>
/// <param name="fetch">Fetches a value. Its token ends after two minutes.</param>
/// <param name="expirationOf">When a value expires; <see langword="null"/> for never, or not known.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RefreshingCache<T>(Func<CancellationToken, ValueTask<T>> fetch, Func<T, DateTimeOffset?> expirationOf, TimeProvider timeProvider)
    where T : class
{
    public static readonly TimeSpan DefaultRefreshBefore = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FetchLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    // What is expired as soon as it comes is used for so long all the same: it may be the machine's clock that is wrong.
    private static readonly TimeSpan MinUse = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private volatile Held? _held;
    private Task<T>? _fetching;

    /// <summary>How long before it expires a value is replaced, but never before half its time is over.</summary>
    public TimeSpan RefreshBefore { get; init; } = DefaultRefreshBefore;

    /// <summary>After how long to ask again whatever the expiry; for sources that can change at any time and are quick to answer.</summary>
    public TimeSpan? MaxUse { get; init; }

    /// <summary>
    /// After how long to ask again when a value has expired and the source fails; it stays in use meanwhile. <see langword="null"/> to let it expire.
    /// </summary>
    public TimeSpan? Extension { get; init; }

    /// <summary>What is valid now. Takes no memory while nothing is to be fetched.</summary>
    /// <exception cref="AwsCredentialsException">There is nothing valid, and the source failed or has none.</exception>
    public ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        var held = _held;
        if (held is not null)
        {
            var now = timeProvider.GetUtcNow();
            if (now < held.FreshUntil)
            {
                return new(held.Value);
            }

            if (now < held.UsableUntil)
            {
                _ = Fetch();
                return new(held.Value);
            }
        }

        return new(Fetch().WaitAsync(cancellationToken));
    }

    /// <summary>Drops what a service has rejected, unless something else has taken its place.</summary>
    public bool TryDrop(Func<T, bool> isRejected)
    {
        lock (_lock)
        {
            var isHeld = _held is { } held && isRejected(held.Value);
            _held = isHeld ? null : _held;
            return isHeld;
        }
    }

    /// <summary>The fetch that is under way, or else a new one.</summary>
    private Task<T> Fetch()
    {
        lock (_lock)
        {
            if (_fetching is null && _held is { } held && timeProvider.GetUtcNow() < held.FreshUntil)
            {
                return Task.FromResult(held.Value);
            }

            return _fetching is { IsCompleted: false } running ? running : _fetching = Observed(Task.Run(FetchAsync));
        }
    }

    private async Task<T> FetchAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
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
                var now = timeProvider.GetUtcNow();
                if (_held is not { } held || (held.Expiration <= now && Extension is null))
                {
                    throw;
                }

                if (held.Expiration <= now)
                {
                    // From now on, values are fetched in the background: a caller who waited would get this one all the same.
                    _held = held with { FreshUntil = now + Extension!.Value, UsableUntil = DateTimeOffset.MaxValue };
                    return held.Value;
                }

                var nextTry = now + PauseAfterFailure;
                _held = held with { FreshUntil = held.Expiration < nextTry ? held.Expiration.Value : nextTry };
                return held.Value;
            }
        }
    }

    /// <summary>Calls the function; whatever it throws becomes an exception of credentials, which says nothing that might be secret.</summary>
    private async Task<T> FetchAsync(CancellationToken limit)
    {
        try
        {
            var found = await Observed(fetch(limit).AsTask()).WaitAsync(limit).ConfigureAwait(false);
            return found ?? throw new AwsCredentialsException("The source of credentials has none.");
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new AwsCredentialsException(
                "The source of credentials did not answer in time.", new TimeoutException($"It took longer than {FetchLimit}.", exception));
        }
        catch (Exception exception) when (exception is not AwsException)
        {
            throw new AwsCredentialsException("The source of credentials failed.", SafeCause.From(exception));
        }
    }

    /// <summary>The same task, whose failure is no unobserved one even if nobody waits for it any more.</summary>
    private static Task<T> Observed(Task<T> task)
    {
        _ = task.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }

    private Held Keep(T found)
    {
        var now = timeProvider.GetUtcNow();
        var askAgain = MaxUse is { } longest ? now + longest : DateTimeOffset.MaxValue;
        if (expirationOf(found) is not { } expiration)
        {
            return new Held(found, Expiration: null, askAgain, askAgain);
        }

        if (expiration <= now)
        {
            return new Held(found, expiration, now + MinUse, now + MinUse);
        }

        var left = expiration - now;
        var refresh = now + (left > 2 * RefreshBefore ? left - RefreshBefore : left / 2);
        return new Held(found, expiration, refresh < askAgain ? refresh : askAgain, expiration);
    }

    /// <summary>A value, until when nothing is to be done, and until when it can be used while another is fetched.</summary>
    private sealed record Held(T Value, DateTimeOffset? Expiration, DateTimeOffset FreshUntil, DateTimeOffset UsableUntil);
}
