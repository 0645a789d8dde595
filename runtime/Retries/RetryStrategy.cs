using System;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>
/// Decides whether and when a request is sent. All calls of a client share a retry quota, so that an outage does not multiply the requests of the
/// client, and a rate limiter in adaptive mode.
/// </summary>
internal sealed class RetryStrategy(
    RetryProfile profile, int maxAttempts, Func<double> jitter, RateLimiter? limiter = null, int quota = RetryProfile.QuotaCapacity)
{
    // The maximum by which a delay of the service may exceed the backoff.
    private static readonly TimeSpan MaxExtension = TimeSpan.FromSeconds(5);

    private int _quota = quota;

    public int Quota => Volatile.Read(ref _quota);

    /// <summary>Whether an attempt, starting at 1, is the last one.</summary>
    public bool IsLast(int attempt) => attempt >= maxAttempts;

    /// <summary>Acquires the token for the first attempt, which only the rate limiter can delay.</summary>
    /// <param name="remaining">The remaining time of the call.</param>
    public RetryToken AcquireInitialToken(TimeSpan remaining)
    {
        if (limiter is null)
        {
            return new RetryToken(IsGranted: true);
        }

        var token = new RetryToken(IsGranted: true, limiter.Take(RateLimiter.FirstAttemptCost), Tokens: RateLimiter.FirstAttemptCost);
        return Fits(token.Delay, remaining) ? token : Reject(token);
    }

    /// <summary>Acquires the token for a retry, and takes its cost from the quota.</summary>
    /// <param name="reason">The reason for the retry.</param>
    /// <param name="attempt">The number of the failed attempt, starting at 1.</param>
    /// <param name="retryAfter">The delay that the service requested, if any.</param>
    /// <param name="remaining">The remaining time of the call. A longer delay prevents the retry.</param>
    /// <param name="isLongPoll">Whether the operation is polled, so that the call should be delayed before it fails when the quota is exhausted.</param>
    public RetryToken AcquireRetryToken(RetryReason reason, int attempt, TimeSpan? retryAfter, TimeSpan remaining, bool isLongPoll = false)
    {
        if (reason == RetryReason.None || IsLast(attempt))
        {
            return default;
        }

        var token = new RetryToken(IsGranted: true, GetDelay(reason, attempt, retryAfter), profile.GetCost(reason));
        if (limiter is not null)
        {
            var tokens = reason == RetryReason.Timeout ? RateLimiter.RetryAfterTimeoutCost : RateLimiter.RetryCost;
            var wait = limiter.Take(tokens);
            token = token with { Delay = wait > token.Delay ? wait : token.Delay, Tokens = tokens };
        }

        return !Fits(token.Delay, remaining) ? Reject(token)
            : TryTakeQuota(token.Cost) ? token
            : Reject(token) with { Delay = isLongPoll ? token.Delay : default };
    }

    /// <summary>Records a failed attempt.</summary>
    public void RecordFailure(RetryReason reason) => limiter?.Update(reason == RetryReason.Throttling);

    /// <summary>Records a successful call: returns the cost of its last retry, or a small refund if it had none.</summary>
    public void RecordSuccess(int lastCost)
    {
        limiter?.Update(isThrottled: false);
        ReturnQuota(lastCost == 0 ? RetryProfile.FirstAttemptRefund : lastCost);
    }

    /// <summary>Returns the cost of a token whose request will not be sent.</summary>
    public void Release(RetryToken token)
    {
        limiter?.Return(token.Tokens);
        ReturnQuota(token.Cost);
    }

    private static bool Fits(TimeSpan delay, TimeSpan remaining) => remaining == Timeout.InfiniteTimeSpan || delay < remaining;

    private void ReturnQuota(int refund)
    {
        for (var quota = Quota; quota < RetryProfile.QuotaCapacity;)
        {
            var current = Interlocked.CompareExchange(ref _quota, Math.Min(quota + refund, RetryProfile.QuotaCapacity), quota);
            if (current == quota)
            {
                return;
            }

            quota = current;
        }
    }

    /// <summary>Rejects a retry whose cost was not taken from the quota.</summary>
    private RetryToken Reject(RetryToken token)
    {
        limiter?.Return(token.Tokens);
        return default;
    }

    private TimeSpan GetDelay(RetryReason reason, int attempt, TimeSpan? retryAfter)
    {
        var first = reason == RetryReason.Throttling ? profile.ThrottlingBase : profile.Base;
        var max = Math.Min(first.TotalSeconds * Math.Pow(2, attempt - 1), profile.MaxBackoff.TotalSeconds);
        var delay = TimeSpan.FromSeconds(jitter() * max);
        return profile.HonorsRetryAfter && retryAfter is { } requested && requested > delay
            ? (requested < delay + MaxExtension ? requested : delay + MaxExtension)
            : delay;
    }

    private bool TryTakeQuota(int cost)
    {
        for (var quota = Quota; quota >= cost;)
        {
            var current = Interlocked.CompareExchange(ref _quota, quota - cost, quota);
            if (current == quota)
            {
                return true;
            }

            quota = current;
        }

        return false;
    }
}
