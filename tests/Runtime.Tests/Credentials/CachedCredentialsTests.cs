using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials;

/// <summary>When fetched credentials are kept, replaced and dropped.</summary>
public class CachedCredentialsTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_hundred_callers_at_once_get_by_with_one_fetch()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();

        var calls = Enumerable.Range(0, 100).Select(_ => Task.Run(() => FakeSource.GetAsync(provider))).ToArray();
        source.Answer(TimeSpan.FromHours(1));
        var found = await Task.WhenAll(calls);

        Assert.Equal(1, source.Fetches);
        Assert.Single(found.Distinct());
    }

    [Fact]
    public async Task They_are_kept_until_five_minutes_before_they_expire()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await FakeSource.GetAsync(provider);

        _clock.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        Assert.Same(first, await FakeSource.GetAsync(provider));
        Assert.Equal(1, source.Fetches);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Same(first, await FakeSource.GetAsync(provider));
        await source.IsAskedAsync(2);
    }

    [Fact]
    public async Task Nobody_waits_while_valid_ones_are_replaced()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await FakeSource.GetAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(57));

        for (var i = 0; i < 10; i++)
        {
            var call = FakeSource.GetAsync(provider);
            Assert.True(call.IsCompletedSuccessfully);
            Assert.Same(first, await call);
        }

        source.Answer(TimeSpan.FromHours(1));
        await FakeSource.EventuallyAsync(async () => (await FakeSource.GetAsync(provider)).AccessKeyId == "AKID2");
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task Expired_ones_are_waited_for()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        await FakeSource.GetAsync(provider);
        _clock.Advance(TimeSpan.FromHours(1));

        var call = FakeSource.GetAsync(provider);
        await source.IsAskedAsync(2);
        Assert.False(call.IsCompleted);
        source.Answer(TimeSpan.FromHours(1));

        Assert.Equal("AKID2", (await call).AccessKeyId);
    }

    [Fact]
    public async Task Rejected_ones_are_dropped()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await FakeSource.GetAsync(provider);

        provider.Invalidate(first);
        source.Answer(TimeSpan.FromHours(1));

        Assert.Equal("AKID2", (await FakeSource.GetAsync(provider)).AccessKeyId);
    }

    [Fact]
    public async Task The_rejection_of_older_ones_does_not_cost_the_newer_ones()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await FakeSource.GetAsync(provider);
        provider.Invalidate(first);
        source.Answer(TimeSpan.FromHours(1));
        var second = await FakeSource.GetAsync(provider);

        provider.Invalidate(first);

        Assert.Same(second, await FakeSource.GetAsync(provider));
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task What_never_expires_is_kept()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(lifetime: null);
        var first = await FakeSource.GetAsync(provider);
        _clock.Advance(TimeSpan.FromDays(3650));

        Assert.Same(first, await FakeSource.GetAsync(provider));
    }

    [Fact]
    public async Task Short_lived_ones_are_replaced_when_half_their_time_is_over()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromMinutes(4));
        await FakeSource.GetAsync(provider);

        _clock.Advance(TimeSpan.FromSeconds(119));
        await FakeSource.GetAsync(provider);
        Assert.Equal(1, source.Fetches);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await FakeSource.GetAsync(provider);
        await source.IsAskedAsync(2);
    }

    [Fact]
    public async Task What_comes_expired_is_used_for_a_minute_because_the_clock_may_be_wrong()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromMinutes(-20));
        var first = await FakeSource.GetAsync(provider);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(first, await FakeSource.GetAsync(provider));
        Assert.Equal(1, source.Fetches);

        _clock.Advance(TimeSpan.FromSeconds(1));
        source.Answer(TimeSpan.FromHours(1));
        Assert.Equal("AKID2", (await FakeSource.GetAsync(provider)).AccessKeyId);
    }

    [Fact]
    public async Task Kept_ones_cost_no_memory()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        await FakeSource.GetAsync(provider);

        Assert.Equal(0, AllocatedBytes.Of(Ask));

        void Ask()
        {
            for (var i = 0; i < 1000; i++)
            {
                Assert.True(IsThere(provider.GetCredentialsAsync(default)));
            }
        }

        static bool IsThere(ValueTask<AwsCredentials> call) => call.IsCompletedSuccessfully;
    }

    [Fact]
    public async Task A_client_signs_with_new_ones_without_being_made_anew()
    {
        var source = new FakeSource(_clock);
        var provider = source.Cached();
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.Credentials = provider);

        source.Answer(TimeSpan.FromHours(1));
        await client.GetItemAsync("id").WaitAsync(FakeSource.Limit);
        _clock.Advance(TimeSpan.FromHours(2));
        source.Answer(TimeSpan.FromHours(1));
        await client.GetItemAsync("id").WaitAsync(FakeSource.Limit);

        Assert.Equal(["AKID1", "AKID2"], handler.Seen.Select(request => request.Headers["Authorization"].Split('=', '/')[1]));
    }

    [Fact]
    public async Task A_call_goes_on_with_new_ones_when_the_service_says_that_they_have_expired()
    {
        var source = new FakeSource(_clock);
        var handler = new StubHandler(
            () => StubHandler.Json("""{"__type":"ExpiredTokenException"}""", HttpStatusCode.Forbidden), () => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.Credentials = source.Cached());
        source.Answer(TimeSpan.FromHours(1));
        source.Answer(TimeSpan.FromHours(1));

        await client.GetItemAsync("id").WaitAsync(FakeSource.Limit);

        Assert.Equal(["AKID1", "AKID2"], handler.Seen.Select(request => request.Headers["Authorization"].Split('=', '/')[1]));
    }

    [Fact]
    public void A_negative_time_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => new CachedCredentialsProvider(_ => new(TestClient.Credentials), TimeSpan.FromTicks(-1)));
}
