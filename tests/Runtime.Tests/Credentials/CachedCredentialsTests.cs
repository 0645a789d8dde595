using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials;

/// <summary>When fetched credentials are kept, replaced and dropped.</summary>
public class CachedCredentialsTests
{
    // A wait that takes longer has failed; none depends on how fast the machine is.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_hundred_callers_at_once_get_by_with_one_fetch()
    {
        var source = new Source(_clock);
        var provider = source.Cached();

        var calls = Enumerable.Range(0, 100).Select(_ => Task.Run(() => GetAsync(provider))).ToArray();
        source.Answer(TimeSpan.FromHours(1));
        var found = await Task.WhenAll(calls);

        Assert.Equal(1, source.Fetches);
        Assert.Single(found.Distinct());
    }

    [Fact]
    public async Task A_hundred_callers_at_once_fail_with_one_fetch_and_the_next_one_tries_again()
    {
        var source = new Source(_clock);
        var provider = source.Cached();

        var calls = Enumerable.Range(0, 100).Select(_ => GetAsync(provider)).ToArray();
        source.Fail(new AwsCredentialsException("none"));
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<AwsCredentialsException>(() => call);
        }

        Assert.Equal(1, source.Fetches);
        source.Answer(TimeSpan.FromHours(1));
        Assert.Equal("AKID2", (await GetAsync(provider)).AccessKeyId);
    }

    [Fact]
    public async Task They_are_kept_until_five_minutes_before_they_expire()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await GetAsync(provider);

        _clock.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        Assert.Same(first, await GetAsync(provider));
        Assert.Equal(1, source.Fetches);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Same(first, await GetAsync(provider));
        await source.IsAskedAsync(2);
    }

    [Fact]
    public async Task Nobody_waits_while_valid_ones_are_replaced()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await GetAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(57));

        for (var i = 0; i < 10; i++)
        {
            var call = GetAsync(provider);
            Assert.True(call.IsCompletedSuccessfully);
            Assert.Same(first, await call);
        }

        source.Answer(TimeSpan.FromHours(1));
        await EventuallyAsync(async () => (await GetAsync(provider)).AccessKeyId == "AKID2");
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task Expired_ones_are_waited_for()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        await GetAsync(provider);
        _clock.Advance(TimeSpan.FromHours(1));

        var call = GetAsync(provider);
        await source.IsAskedAsync(2);
        Assert.False(call.IsCompleted);
        source.Answer(TimeSpan.FromHours(1));

        Assert.Equal("AKID2", (await call).AccessKeyId);
    }

    [Fact]
    public async Task A_failed_refresh_leaves_valid_ones_in_use_and_is_tried_again_after_half_a_minute()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await GetAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(56));

        source.Fail(new InvalidOperationException());
        Assert.Same(first, await GetAsync(provider));
        await source.IsAnsweredAsync(2);
        var failed = _clock.GetUtcNow();
        await EventuallyAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Same(first, await GetAsync(provider));
            return source.Fetches == 3;
        });

        Assert.True(_clock.GetUtcNow() - failed >= TimeSpan.FromSeconds(30));
        source.Answer(TimeSpan.FromHours(1));
        await EventuallyAsync(async () => (await GetAsync(provider)).AccessKeyId == "AKID3");
    }

    [Fact]
    public async Task A_failed_refresh_is_told_once_the_old_ones_have_expired()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        await GetAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(60));

        source.Fail(new InvalidOperationException());

        await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(provider));
    }

    [Fact]
    public async Task A_caller_who_cancels_leaves_the_others_waiting()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        using var impatience = new CancellationTokenSource();

        var impatient = provider.GetCredentialsAsync(impatience.Token).AsTask();
        var patient = GetAsync(provider);
        await source.IsAskedAsync(1);
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.False(source.IsCancelled);
        source.Answer(TimeSpan.FromHours(1));
        Assert.Equal("AKID1", (await patient).AccessKeyId);
        Assert.Equal(1, source.Fetches);
    }

    [Fact]
    public async Task Rejected_ones_are_dropped()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await GetAsync(provider);

        provider.Invalidate(first);
        source.Answer(TimeSpan.FromHours(1));

        Assert.Equal("AKID2", (await GetAsync(provider)).AccessKeyId);
    }

    [Fact]
    public async Task The_rejection_of_older_ones_does_not_cost_the_newer_ones()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        var first = await GetAsync(provider);
        provider.Invalidate(first);
        source.Answer(TimeSpan.FromHours(1));
        var second = await GetAsync(provider);

        provider.Invalidate(first);

        Assert.Same(second, await GetAsync(provider));
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task What_never_expires_is_kept()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(lifetime: null);
        var first = await GetAsync(provider);
        _clock.Advance(TimeSpan.FromDays(3650));

        Assert.Same(first, await GetAsync(provider));
    }

    [Fact]
    public async Task Short_lived_ones_are_replaced_when_half_their_time_is_over()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromMinutes(4));
        await GetAsync(provider);

        _clock.Advance(TimeSpan.FromSeconds(119));
        await GetAsync(provider);
        Assert.Equal(1, source.Fetches);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await GetAsync(provider);
        await source.IsAskedAsync(2);
    }

    [Fact]
    public async Task What_comes_expired_is_used_for_a_minute_because_the_clock_may_be_wrong()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromMinutes(-20));
        var first = await GetAsync(provider);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(first, await GetAsync(provider));
        Assert.Equal(1, source.Fetches);

        _clock.Advance(TimeSpan.FromSeconds(1));
        source.Answer(TimeSpan.FromHours(1));
        Assert.Equal("AKID2", (await GetAsync(provider)).AccessKeyId);
    }

    [Fact]
    public async Task A_source_that_hangs_is_given_up_after_two_minutes()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        var call = GetAsync(provider);
        await source.IsAskedAsync(1);

        _clock.Advance(TimeSpan.FromMinutes(2));

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => call);
        Assert.IsType<TimeoutException>(exception.InnerException);
        await EventuallyAsync(() => Task.FromResult(source.IsCancelled));
        var next = GetAsync(provider);
        await source.IsAskedAsync(2);
        source.Answer(TimeSpan.FromHours(1));
        Assert.Equal("AKID1", (await next).AccessKeyId);
    }

    [Fact]
    public async Task A_failure_of_the_source_is_its_cause_and_not_in_the_message()
    {
        var source = new Source(_clock);
        var cause = new InvalidOperationException("planted-secret");
        source.Fail(cause);

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(source.Cached()));

        Assert.Same(cause, exception.InnerException);
        Assert.DoesNotContain("planted", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_within_the_source_is_none_of_the_caller()
    {
        var source = new Source(_clock);
        source.Fail(new TaskCanceledException());

        await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(source.Cached()));
    }

    [Fact]
    public async Task Kept_ones_cost_no_memory()
    {
        var source = new Source(_clock);
        var provider = source.Cached();
        source.Answer(TimeSpan.FromHours(1));
        await GetAsync(provider);
        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

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
        var source = new Source(_clock);
        var provider = source.Cached();
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.Credentials = provider);

        source.Answer(TimeSpan.FromHours(1));
        await client.GetItemAsync("id").WaitAsync(Limit);
        _clock.Advance(TimeSpan.FromHours(2));
        source.Answer(TimeSpan.FromHours(1));
        await client.GetItemAsync("id").WaitAsync(Limit);

        Assert.Equal(["AKID1", "AKID2"], handler.Seen.Select(request => request.Headers["Authorization"].Split('=', '/')[1]));
    }

    [Fact]
    public async Task A_call_goes_on_with_new_ones_when_the_service_says_that_they_have_expired()
    {
        var source = new Source(_clock);
        var handler = new StubHandler(
            () => StubHandler.Json("""{"__type":"ExpiredTokenException"}""", HttpStatusCode.Forbidden), () => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.Credentials = source.Cached());
        source.Answer(TimeSpan.FromHours(1));
        source.Answer(TimeSpan.FromHours(1));

        await client.GetItemAsync("id").WaitAsync(Limit);

        Assert.Equal(["AKID1", "AKID2"], handler.Seen.Select(request => request.Headers["Authorization"].Split('=', '/')[1]));
    }

    [Fact]
    public void A_negative_time_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => new CachedCredentialsProvider(_ => new(TestClient.Credentials), TimeSpan.FromTicks(-1)));

    private static Task<AwsCredentials> GetAsync(CachedCredentialsProvider provider)
    {
        var call = provider.GetCredentialsAsync(default);
        return call.IsCompletedSuccessfully ? Task.FromResult(call.Result) : call.AsTask().WaitAsync(Limit);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            await Task.Delay(1, limit.Token);
        }
    }

    /// <summary>Credentials that come, or fail to come, when a test says so.</summary>
    private sealed class Source(FakeClock clock)
    {
        private readonly Channel<Func<AwsCredentials>> _answers = Channel.CreateUnbounded<Func<AwsCredentials>>();
        private int _asked;
        private int _answered;
        private int _number;

        public int Fetches => Volatile.Read(ref _asked);

        public bool IsCancelled { get; private set; }

        public CachedCredentialsProvider Cached() => new(FetchAsync, timeProvider: clock);

        public void Answer(TimeSpan? lifetime) => Add(() => new AwsCredentials("AKID" + ++_number, "secret", "token", clock.GetUtcNow() + lifetime));

        public void Fail(Exception exception) => Add(() =>
        {
            _number++;
            throw exception;
        });

        public Task IsAskedAsync(int times) => EventuallyAsync(() => Task.FromResult(Fetches >= times));

        public Task IsAnsweredAsync(int times) => EventuallyAsync(() => Task.FromResult(Volatile.Read(ref _answered) >= times));

        private void Add(Func<AwsCredentials> answer) => Assert.True(_answers.Writer.TryWrite(answer));

        private async ValueTask<AwsCredentials> FetchAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            try
            {
                return (await _answers.Reader.ReadAsync(cancellationToken))();
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                IsCancelled = true;
                throw;
            }
            finally
            {
                Interlocked.Increment(ref _answered);
            }
        }
    }
}
