using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials;

/// <summary>What callers get when the source of credentials fails or does not response.</summary>
public class CachedCredentialsFailureTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_hundred_callers_at_once_fail_with_one_fetch_and_the_next_one_tries_again()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();

        var calls = Enumerable.Range(0, 100).Select(_ => FakeSource.GetAsync(provider)).ToArray();
        source.Fail(new AwsCredentialsException("none"));
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<AwsCredentialsException>(() => call);
        }

        Assert.Equal(1, source.Fetches);
        source.Answer(TimeSpan.FromHours(1));
        Assert.Equal("AKID2", (await FakeSource.GetAsync(provider)).AccessKeyId);
    }

    [Fact]
    public async Task A_failed_refresh_leaves_valid_ones_in_use_and_is_tried_again_after_half_a_minute()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await FakeSource.GetAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(56));

        source.Fail(new InvalidOperationException());
        Assert.Same(first, await FakeSource.GetAsync(provider));
        await source.IsAnsweredAsync(2);
        var failed = _clock.GetUtcNow();
        await FakeSource.EventuallyAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Same(first, await FakeSource.GetAsync(provider));
            return source.Fetches == 3;
        });

        Assert.True(_clock.GetUtcNow() - failed >= TimeSpan.FromSeconds(30));
        source.Answer(TimeSpan.FromHours(1));
        await FakeSource.EventuallyAsync(async () => (await FakeSource.GetAsync(provider)).AccessKeyId == "AKID3");
    }

    [Fact]
    public async Task A_failed_refresh_is_told_once_the_old_ones_have_expired()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        await FakeSource.GetAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(60));

        source.Fail(new InvalidOperationException());

        await Assert.ThrowsAsync<AwsCredentialsException>(() => FakeSource.GetAsync(provider));
    }

    [Fact]
    public async Task A_caller_who_cancels_leaves_the_others_waiting()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        using var impatience = new CancellationTokenSource();

        var impatient = provider.GetCredentialsAsync(impatience.Token).AsTask();
        var patient = FakeSource.GetAsync(provider);
        await source.IsAskedAsync(1);
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.False(source.IsCancelled);
        source.Answer(TimeSpan.FromHours(1));
        Assert.Equal("AKID1", (await patient).AccessKeyId);
        Assert.Equal(1, source.Fetches);
    }

    [Fact]
    public async Task A_source_that_hangs_is_given_up_after_two_minutes()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        var call = FakeSource.GetAsync(provider);
        await source.IsAskedAsync(1);

        _clock.Advance(TimeSpan.FromMinutes(2));

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => call);
        Assert.IsType<TimeoutException>(exception.InnerException);
        await FakeSource.EventuallyAsync(() => Task.FromResult(source.IsCancelled));
        var next = FakeSource.GetAsync(provider);
        await source.IsAskedAsync(2);
        source.Answer(TimeSpan.FromHours(1));
        Assert.Equal("AKID1", (await next).AccessKeyId);
    }

    [Fact]
    public async Task A_failure_of_the_source_is_its_cause_and_not_in_the_message()
    {
        var source = new FakeSource(_clock);
        var cause = new InvalidOperationException("planted-secret");
        source.Fail(cause);

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => FakeSource.GetAsync(source.Cached()));

        Assert.Same(cause, exception.InnerException);
        Assert.DoesNotContain("planted", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_within_the_source_is_none_of_the_caller()
    {
        var source = new FakeSource(_clock);
        source.Fail(new TaskCanceledException());

        await Assert.ThrowsAsync<AwsCredentialsException>(() => FakeSource.GetAsync(source.Cached()));
    }
}
