using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Retries;

public class RetryStrategyTests
{
    [Theory]
    [InlineData((int)RetryReason.Transient, 1, 50)]
    [InlineData((int)RetryReason.Transient, 3, 200)]
    [InlineData((int)RetryReason.Timeout, 2, 100)]
    [InlineData((int)RetryReason.Throttling, 1, 1000)]
    [InlineData((int)RetryReason.Throttling, 4, 8000)]
    [InlineData((int)RetryReason.Throttling, 9, 20000)]
    [InlineData((int)RetryReason.Transient, 100_000, 20000)]
    public void Waits_double_up_to_twenty_seconds(int cause, int attempt, int milliseconds)
        => Assert.Equal(milliseconds, DelayOf(new RetryStrategy(RetryProfile.Standard, int.MaxValue, () => 1), (RetryReason)cause, attempt).TotalMilliseconds);

    [Fact]
    public void Waits_are_random()
        => Assert.Equal(25, DelayOf(new RetryStrategy(RetryProfile.Standard, 3, () => 0.5), RetryReason.Transient, 1).TotalMilliseconds);

    [Theory]
    [InlineData(1500, 1500)]
    [InlineData(10, 50)]
    [InlineData(0, 50)]
    [InlineData(-1, 50)]
    [InlineData(1_000_000, 5050)]
    [InlineData(null, 50)]
    public void The_service_may_ask_for_a_longer_wait(int? retryAfter, int milliseconds)
        => Assert.Equal(milliseconds, DelayOf(new RetryStrategy(RetryProfile.Standard, 3, () => 1), RetryReason.Transient, 1, retryAfter).TotalMilliseconds);

    [Fact]
    public void Version_2_0_does_not_listen_to_that()
        => Assert.Equal(1000, DelayOf(new RetryStrategy(RetryProfile.StandardUntil2026, 3, () => 1), RetryReason.Transient, 1, 1500).TotalMilliseconds);

    [Fact]
    public void The_last_attempt_is_the_last()
    {
        var retries = new RetryStrategy(RetryProfile.Standard, 3, () => 1);

        Assert.False(retries.AcquireRetryToken(RetryReason.Transient, 3, null, Timeout.InfiniteTimeSpan).IsGranted);
        Assert.Equal(500, retries.Quota);
    }

    [Fact]
    public void A_success_gives_back_what_its_last_retry_took_and_a_first_attempt_a_little()
    {
        var retries = new RetryStrategy(RetryProfile.Standard, 3, () => 1, quota: 100);

        retries.RecordSuccess(lastCost: 14);
        retries.RecordSuccess(lastCost: 0);

        Assert.Equal(115, retries.Quota);
    }

    [Fact]
    public void The_quota_never_passes_its_capacity()
    {
        var retries = new RetryStrategy(RetryProfile.Standard, 3, () => 1, quota: 495);

        retries.RecordSuccess(lastCost: 14);

        Assert.Equal(500, retries.Quota);
    }

    [Fact]
    public void A_wait_that_does_not_fit_the_time_left_is_no_use()
    {
        var retries = new RetryStrategy(RetryProfile.Standard, 3, () => 1);

        Assert.False(retries.AcquireRetryToken(RetryReason.Throttling, 1, null, TimeSpan.FromSeconds(1)).IsGranted);
        Assert.True(retries.AcquireRetryToken(RetryReason.Throttling, 1, null, TimeSpan.FromSeconds(1.1)).IsGranted);
        Assert.Equal(495, retries.Quota);
    }

    [Fact]
    public async Task The_quota_adds_up_under_many_threads()
    {
        var retries = new RetryStrategy(RetryProfile.Standard, 3, () => 0, quota: 14 * 20);
        var granted = 0;

        await Parallel.ForAsync(0, 100, (_, _) =>
        {
            if (retries.AcquireRetryToken(RetryReason.Transient, 1, null, Timeout.InfiniteTimeSpan) is { IsGranted: true } permit)
            {
                Interlocked.Increment(ref granted);
                Assert.Equal(14, permit.Cost);
            }

            return default;
        });

        Assert.Equal((20, 0), (granted, retries.Quota));
    }

    private static TimeSpan DelayOf(RetryStrategy retries, RetryReason cause, int attempt, int? retryAfter = null)
    {
        var asked = retryAfter is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : (TimeSpan?)null;
        var permit = retries.AcquireRetryToken(cause, attempt, asked, Timeout.InfiniteTimeSpan);
        Assert.True(permit.IsGranted);
        return permit.Delay;
    }
}
