using System;
using System.Globalization;
using System.Threading;

namespace DataZoneGen.Wire;

/// <summary>
/// Decides whether and when a failed request is sent again. All calls of a client share a quota, so that an outage does not multiply the
/// client's requests.
/// </summary>
internal sealed class RetryStrategy(RetryProfile profile, int maxAttempts, Func<double> jitter, int quota = RetryProfile.QuotaCapacity)
{
    // The service may ask for a longer wait than the usual one, by this much at most.
    private static readonly TimeSpan LargestExtension = TimeSpan.FromSeconds(5);

    private int _quota = quota;

    public int Quota => Volatile.Read(ref _quota);

    /// <summary>Decides on another attempt, and takes its cost from the quota.</summary>
    /// <param name="cause">Why there should be one.</param>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="retryAfter">What the service says in <c>x-amz-retry-after</c>.</param>
    /// <param name="remaining">How long the call may still take: a wait that does not fit is no use.</param>
    /// <param name="delay">How long to wait first.</param>
    /// <param name="cost">What was taken from the quota.</param>
    public bool TryRetry(RetryCause cause, int attempt, string? retryAfter, TimeSpan remaining, out TimeSpan delay, out int cost)
    {
        delay = default;
        cost = 0;
        if (cause == RetryCause.None || attempt >= maxAttempts)
        {
            return false;
        }

        delay = Delay(cause, attempt, retryAfter);
        return (remaining == Timeout.InfiniteTimeSpan || delay < remaining) && TryTake(cost = profile.Cost(cause));
    }

    /// <summary>Gives back what the last retry of a call cost that has now succeeded, or a little when it needed none.</summary>
    public void Succeeded(int lastCost)
    {
        var refund = lastCost == 0 ? RetryProfile.FirstAttemptRefund : lastCost;
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

    private TimeSpan Delay(RetryCause cause, int attempt, string? retryAfter)
    {
        var first = cause == RetryCause.Throttling ? profile.ThrottlingBase : profile.Base;
        var longest = Math.Min(first.TotalSeconds * Math.Pow(2, attempt - 1), RetryProfile.MaxBackoff.TotalSeconds);
        var delay = TimeSpan.FromSeconds(jitter() * longest);
        if (!profile.HonorsRetryAfter || !ulong.TryParse(retryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return delay;
        }

        var asked = TimeSpan.FromMilliseconds(Math.Min(milliseconds, (delay + LargestExtension).TotalMilliseconds));
        return asked > delay ? asked : delay;
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
