using System;
using System.Threading;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Calls;

public class DeadlineTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    [Fact]
    public void A_call_that_has_ended_is_no_longer_listened_to()
    {
        using var deadline = new Deadline();
        using var before = new CancellationTokenSource();
        deadline.Start(TimeProvider.System, Timeout, before.Token);
        deadline.GetCallToken();
        deadline.End();
        deadline.Start(TimeProvider.System, Timeout, CancellationToken.None);
        var token = deadline.GetCallToken();

        before.Cancel();

        Assert.False(token.IsCancellationRequested || deadline.IsOver);
    }

    [Fact]
    public void A_call_after_one_that_was_cancelled_begins_afresh()
    {
        using var deadline = new Deadline();
        using var before = new CancellationTokenSource();
        deadline.Start(TimeProvider.System, Timeout, before.Token);
        var cancelled = deadline.GetCallToken();
        before.Cancel();
        deadline.End();

        deadline.Start(TimeProvider.System, Timeout, CancellationToken.None);

        Assert.True(cancelled.IsCancellationRequested);
        Assert.False(deadline.GetCallToken().IsCancellationRequested || deadline.IsOver);
    }

    [Fact]
    public void The_limit_of_an_attempt_is_not_the_end_of_the_call()
    {
        var clock = new FakeClock();
        using var deadline = new Deadline();
        deadline.Start(clock, Timeout, CancellationToken.None);
        var attempt = deadline.GetAttemptToken(TimeSpan.FromSeconds(1));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(attempt.IsCancellationRequested);
        Assert.False(deadline.IsOver);
        Assert.False(deadline.GetCallToken().IsCancellationRequested);
        Assert.Equal(TimeSpan.FromSeconds(99), deadline.Remaining);
    }

    [Fact]
    public void A_timer_of_an_attempt_that_fires_late_does_not_end_the_call()
    {
        var clock = new FakeClock(firesLate: true);
        using var deadline = new Deadline();
        deadline.Start(clock, Timeout, CancellationToken.None);
        deadline.GetAttemptToken(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        var call = deadline.GetCallToken();

        clock.RunQueued();

        Assert.False(call.IsCancellationRequested || deadline.IsOver);
    }

    [Fact]
    public void A_timer_of_an_attempt_that_fires_late_does_not_end_the_next_attempt()
    {
        var clock = new FakeClock(firesLate: true);
        using var deadline = new Deadline();
        deadline.Start(clock, Timeout, CancellationToken.None);
        deadline.GetAttemptToken(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        deadline.GetCallToken();
        var next = deadline.GetAttemptToken(TimeSpan.FromSeconds(1));

        clock.RunQueued();

        Assert.False(next.IsCancellationRequested || deadline.IsOver);
    }

    [Fact]
    public void A_timer_that_fires_late_does_not_end_the_next_call()
    {
        var clock = new FakeClock(firesLate: true);
        using var deadline = new Deadline();
        deadline.Start(clock, Timeout, CancellationToken.None);
        deadline.GetCallToken();
        clock.Advance(Timeout);
        deadline.End();
        deadline.Start(clock, Timeout, CancellationToken.None);
        var next = deadline.GetCallToken();

        clock.RunQueued();

        Assert.False(next.IsCancellationRequested || deadline.IsOver);
    }

    [Fact]
    public void A_call_is_over_when_its_time_is_up_even_if_the_timer_has_not_fired()
    {
        var clock = new FakeClock(firesLate: true);
        using var deadline = new Deadline();
        deadline.Start(clock, Timeout, CancellationToken.None);
        deadline.GetCallToken();
        clock.Advance(Timeout - TimeSpan.FromTicks(1));
        Assert.False(deadline.IsOver);

        clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(deadline.IsOver);
    }

    [Fact]
    public void The_callers_cancellation_ends_an_attempt_that_has_a_limit_of_its_own()
    {
        using var source = new CancellationTokenSource();
        using var deadline = new Deadline();
        deadline.Start(TimeProvider.System, Timeout, source.Token);
        var attempt = deadline.GetAttemptToken(TimeSpan.FromSeconds(50));

        source.Cancel();

        Assert.True(attempt.IsCancellationRequested && deadline.IsOver);
    }

    [Fact]
    public void An_attempt_has_no_more_time_than_the_call()
    {
        var clock = new FakeClock();
        using var deadline = new Deadline();
        deadline.Start(clock, Timeout, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(99.5));
        var attempt = deadline.GetAttemptToken(TimeSpan.FromSeconds(1));

        clock.Advance(TimeSpan.FromSeconds(0.5));

        Assert.True(attempt.IsCancellationRequested && deadline.IsOver);
    }
}
