using System;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>
/// Decides whether and when a request is sent. All calls of a client share a quota of retries, so that an outage does not multiply the client's
/// requests, and in adaptive mode a limiter of their rate.
/// </summary>
internal sealed class RetryStrategy(
    RetryProfile profile, int maxAttempts, Func<double> jitter, RateLimiter? limiter = null, int quota = RetryProfile.QuotaCapacity)
{
    // The service may ask for a longer wait than the usual one, by this much at most.
    private static readonly TimeSpan MaxExtension = TimeSpan.FromSeconds(5);

    private int _quota = quota;

    public int Quota => Volatile.Read(ref _quota);

    /// <summary>Whether no attempt may follow one, from 1.</summary>
    public bool IsLast(int attempt) => attempt >= maxAttempts;

    /// <summary>Decides on the first attempt of a call, for which only a limiter can make it wait.</summary>
    /// <param name="remaining">How long the call may take.</param>
    public RetryToken AcquireInitialToken(TimeSpan remaining)
    {
        if (limiter is null)
        {
            return new RetryToken(IsGranted: true);
        }

        var permit = new RetryToken(IsGranted: true, limiter.Take(RateLimiter.FirstAttemptCost), Tokens: RateLimiter.FirstAttemptCost);
        return Fits(permit.Delay, remaining) ? permit : Refuse(permit);
    }

    /// <summary>Decides on another attempt, and takes its cost from the quota.</summary>
    /// <param name="cause">Why there should be one.</param>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="retryAfter">How long the service asks to wait, if it does.</param>
    /// <param name="remaining">How long the call may still take: a wait that does not fit is no use.</param>
    /// <param name="isLongPoll">Whether the caller will call again at once, and is better held back for a while when there are no retries left.</param>
    public RetryToken AcquireRetryToken(RetryReason cause, int attempt, TimeSpan? retryAfter, TimeSpan remaining, bool isLongPoll = false)
    {
        if (cause == RetryReason.None || IsLast(attempt))
        {
            return default;
        }

        var permit = new RetryToken(IsGranted: true, Delay(cause, attempt, retryAfter), profile.Cost(cause));
        if (limiter is not null)
        {
            var tokens = cause == RetryReason.Timeout ? RateLimiter.RetryAfterTimeoutCost : RateLimiter.RetryCost;
            var wait = limiter.Take(tokens);
            permit = permit with { Delay = wait > permit.Delay ? wait : permit.Delay, Tokens = tokens };
        }

        return !Fits(permit.Delay, remaining) ? Refuse(permit)
            : TryTake(permit.Cost) ? permit
            : Refuse(permit) with { Delay = isLongPoll ? permit.Delay : default };
    }

    /// <summary>Takes note of an attempt that failed.</summary>
    public void Failed(RetryReason cause) => limiter?.Update(cause == RetryReason.Throttling);

    /// <summary>Gives back what the last retry of a call cost that has now succeeded, or a little when it needed none.</summary>
    public void Succeeded(int lastCost)
    {
        limiter?.Update(isThrottled: false);
        Return(lastCost == 0 ? RetryProfile.FirstAttemptRefund : lastCost);
    }

    /// <summary>Gives back what a permit took, for a request that will not be sent.</summary>
    public void Release(RetryToken permit)
    {
        limiter?.GiveBack(permit.Tokens);
        Return(permit.Cost);
    }

    private static bool Fits(TimeSpan delay, TimeSpan remaining) => remaining == Timeout.InfiniteTimeSpan || delay < remaining;

    private void Return(int refund)
    {
        for (var quota = Quota; quota < RetryProfile.QuotaCapacity;)
        {
            var seen = Interlocked.CompareExchange(ref _quota, Math.Min(quota + refund, RetryProfile.QuotaCapacity), quota);
            if (seen == quota)
            {
                return;
            }

            quota = seen;
        }
    }

    /// <summary>Refuses a retry for which nothing was taken from the quota.</summary>
    private RetryToken Refuse(RetryToken permit)
    {
        limiter?.GiveBack(permit.Tokens);
        return default;
    }

    private TimeSpan Delay(RetryReason cause, int attempt, TimeSpan? retryAfter)
    {
        var first = cause == RetryReason.Throttling ? profile.ThrottlingBase : profile.Base;
        var longest = Math.Min(first.TotalSeconds * Math.Pow(2, attempt - 1), profile.MaxBackoff.TotalSeconds);
        var delay = TimeSpan.FromSeconds(jitter() * longest);
        return profile.HonorsRetryAfter && retryAfter is { } asked && asked > delay
            ? (asked < delay + MaxExtension ? asked : delay + MaxExtension)
            : delay;
    }

    private bool TryTake(int cost)
    {
        for (var quota = Quota; quota >= cost;)
        {
            var seen = Interlocked.CompareExchange(ref _quota, quota - cost, quota);
            if (seen == quota)
            {
                return true;
            }

            quota = seen;
        }

        return false;
    }
}
