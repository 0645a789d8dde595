using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Retries;

public class AdaptiveTests
{
    [Fact]
    public void Nobody_waits_before_the_first_throttling()
    {
        var limiter = new RateLimiter(new FakeClock());

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(TimeSpan.Zero, limiter.Take(1)));
    }

    [Fact]
    public void After_throttling_requests_wait_in_turn_at_the_rate()
    {
        var limiter = ThrottledLimiter(new FakeClock());

        // Nothing is in the bucket, and half a token comes each second.
        Assert.Equal([2, 4, 6], Enumerable.Range(0, 3).Select(_ => limiter.Take(1).TotalSeconds));
    }

    [Fact]
    public void The_bucket_fills_with_time_up_to_what_it_holds()
    {
        var clock = new FakeClock();
        var limiter = ThrottledLimiter(clock);

        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal([0, 2], Enumerable.Range(0, 2).Select(_ => limiter.Take(1).TotalSeconds));
    }

    [Fact]
    public void Tokens_that_were_not_needed_help_those_who_come_later()
    {
        var limiter = ThrottledLimiter(new FakeClock());
        limiter.Take(1);
        limiter.Take(5);

        limiter.Return(5);

        Assert.Equal(4, limiter.Take(1).TotalSeconds);
    }

    [Fact]
    public void Successes_raise_the_rate()
    {
        var clock = new FakeClock();
        var limiter = ThrottledLimiter(clock);
        for (var second = 0; second < 30; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(0.25));
            limiter.Update(isThrottled: false);
        }

        Assert.InRange(limiter.FillRate, 4, 2 * limiter.MeasuredRate);
    }

    [Fact]
    public async Task Calls_after_a_throttled_one_wait_for_their_turn()
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => Throttle(), () => StubHandler.Json("{}"));
        var client = Client(handler, clock);
        await client.GetItemAsync("id");

        await client.GetItemAsync("id");

        // The retry costs 5 tokens at half a token a second, the call after it one.
        Assert.Equal([10, 2], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_standard_modes_wait_is_kept_where_it_is_longer()
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => Error(500), () => StubHandler.Json("{}"));

        await Client(handler, clock).GetItemAsync("id");

        Assert.Equal([TimeSpan.FromMilliseconds(50)], clock.Waits);
    }

    [Fact]
    public async Task A_turn_that_comes_too_late_ends_the_call_at_once()
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => Throttle());
        var client = Client(handler, clock, options => (options.Timeout, options.MaxAttempts) = (TimeSpan.FromSeconds(1), 1));
        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => client.GetItemAsync("id"));

        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Equal((0, 1), (exception.Attempts, handler.Seen.Count));
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task A_retry_whose_turn_comes_too_late_leaves_the_services_error()
    {
        var clock = new FakeClock(skipsWaits: true);
        var client = Client(new StubHandler(() => Throttle()), clock, options => options.Timeout = TimeSpan.FromSeconds(5));

        var error = await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));

        Assert.True(error is { IsThrottling: true, Attempts: 1 });
    }

    [Fact]
    public async Task A_turn_can_be_cancelled_and_is_left_to_others()
    {
        var clock = new FakeClock();
        var handler = new StubHandler(() => Throttle(), () => StubHandler.Json("{}"));
        var client = Client(handler, clock, options => options.MaxAttempts = 1);
        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));
        using var source = new CancellationTokenSource();
        var cancelled = client.GetItemAsync("id", source.Token);

        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => cancelled);
        var next = client.GetItemAsync("id");

        Assert.Equal([2, 2], clock.Waits.Select(wait => wait.TotalSeconds));
        clock.Advance(TimeSpan.FromSeconds(2));
        await next;
    }

    private static RateLimiter ThrottledLimiter(FakeClock clock)
    {
        var limiter = new RateLimiter(clock);
        limiter.Update(isThrottled: true);
        return limiter;
    }

    private static TestClient Client(StubHandler handler, FakeClock clock, Action<AwsClientOptions>? configure = null) => TestClient.Over(handler, options =>
    {
        options.RetryMode = RetryMode.Adaptive;
        options.TimeProvider = clock;
        configure?.Invoke(options);
    });

    private static HttpResponseMessage Throttle() => StubHandler.Json("{}", HttpStatusCode.BadRequest, ("x-amzn-errortype", "ThrottlingException"));

    private static HttpResponseMessage Error(int status) => StubHandler.Json("{}", (HttpStatusCode)status);
}
