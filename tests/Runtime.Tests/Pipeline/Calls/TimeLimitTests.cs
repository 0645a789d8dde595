using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Calls;

public class TimeLimitTests
{
    [Fact]
    public async Task The_callers_cancellation_stays_the_callers()
    {
        var silent = new SilentHandler();
        using var source = new CancellationTokenSource();
        var call = TestClient.Over(silent.Handler).GetItemAsync("id", source.Token);
        await silent.Entered;

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Single(silent.Handler.Seen);
    }

    [Fact]
    public async Task A_call_cancelled_before_it_begins_sends_nothing()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var cancelled = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => TestClient.Over(handler).GetItemAsync("id", cancelled));

        Assert.Equal(cancelled, exception.CancellationToken);
        Assert.Empty(handler.Seen);
    }

    [Fact]
    public async Task A_wait_between_attempts_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var clock = new FakeClock();
        var handler = new StubHandler(() => StubHandler.Json("", System.Net.HttpStatusCode.InternalServerError));
        var call = TestClient.Over(handler, options => options.TimeProvider = clock).GetItemAsync("id", source.Token);
        Assert.Single(clock.Waits);

        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Single(handler.Seen);
    }

    [Fact]
    public async Task Reading_the_body_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var content = new SilentContent();
        var call = TestClient.Over(new StubHandler(() => new HttpResponseMessage { Content = content })).GetItemAsync("id", source.Token);
        await content.Entered;

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_call_ends_when_its_time_is_up()
    {
        var silent = new SilentHandler();
        var clock = new FakeClock();
        var call = TestClient.Over(silent.Handler, options => options.TimeProvider = clock).GetItemAsync("id");
        await silent.Entered;
        clock.Advance(TimeSpan.FromSeconds(99));
        Assert.False(call.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => call);
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task The_search_for_credentials_counts_against_the_time_of_the_call()
    {
        var clock = new FakeClock();
        var credentials = new WaitingCredentials();
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var call = TestClient.Over(handler, options => (options.TimeProvider, options.Credentials) = (clock, credentials)).GetItemAsync("id");
        await credentials.Entered;

        clock.Advance(TimeSpan.FromSeconds(100));

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => call);
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Equal((0, 0), (exception.Attempts, handler.Seen.Count));
    }

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task The_preparation_of_the_body_counts_against_the_time_of_the_call(string name)
    {
        var clock = new FakeClock();
        using var stream = new StuckStream();
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var call = TestClient.Over(handler, options => options.TimeProvider = clock).CallAsync(Upload(name), new UploadRequest(stream));
        await stream.Entered;

        clock.Advance(TimeSpan.FromSeconds(100));

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => call);
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Equal((0, 0), (exception.Attempts, handler.Seen.Count));
        Assert.False(stream.IsInUse);
    }

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task The_caller_can_cancel_the_preparation_of_the_body(string name)
    {
        using var source = new CancellationTokenSource();
        using var stream = new StuckStream();
        var call = TestClient.Over(new StubHandler(() => StubHandler.Json("{}"))).CallAsync(Upload(name), new UploadRequest(stream), source.Token);
        await stream.Entered;

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.False(stream.IsInUse);
    }

    [Fact]
    public async Task A_stream_that_ignores_cancellation_holds_the_call_up_for_two_seconds_at_most()
    {
        var clock = new FakeClock();
        using var stream = new StuckStream(ignoresCancellation: true);
        var call = TestClient.Over(new StubHandler(() => StubHandler.Json("{}")), options => options.TimeProvider = clock)
            .CallAsync(UploadItem.Instance, new UploadRequest(stream));
        await stream.Entered;
        clock.Advance(TimeSpan.FromSeconds(100));
        while (clock.Waits.Count == 0)
        {
            await Task.Delay(1);
        }

        Assert.Equal([TimeSpan.FromSeconds(2)], clock.Waits);
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<AwsTransportException>(() => call);
        Assert.True(stream.IsInUse);
        stream.Release();
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_gives_way_to_the_next()
    {
        var clock = new FakeClock(skipsWaits: true);
        var silent = new SilentHandler(answersFrom: 2);
        var call = TestClient.Over(silent.Handler, options =>
        {
            options.TimeProvider = clock;
            options.AttemptTimeout = TimeSpan.FromSeconds(5);
        }).GetItemAsync("id");
        await silent.Entered;

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(2, (await call).Metadata.Attempts);
    }

    [Fact]
    public async Task Attempts_that_all_take_too_long_are_told_as_a_timeout()
    {
        var clock = new FakeClock();
        var silent = new SilentHandler();
        var call = TestClient.Over(silent.Handler, options =>
        {
            options.TimeProvider = clock;
            options.AttemptTimeout = TimeSpan.FromSeconds(5);
            options.MaxAttempts = 1;
        }).GetItemAsync("id");
        await silent.Entered;

        clock.Advance(TimeSpan.FromSeconds(5));

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => call);
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    [Fact]
    public async Task The_limit_of_the_call_holds_for_each_attempt()
    {
        var clock = new FakeClock();
        var silent = new SilentHandler();
        var call = TestClient.Over(silent.Handler, options =>
        {
            options.TimeProvider = clock;
            options.Timeout = TimeSpan.FromSeconds(3);
            options.AttemptTimeout = TimeSpan.FromSeconds(5);
        }).GetItemAsync("id");
        await silent.Entered;

        clock.Advance(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAsync<AwsTransportException>(() => call);
        Assert.Single(silent.Handler.Seen);
    }

    [Fact]
    public async Task A_handlers_own_timeout_is_tried_again()
    {
        var handler = new StubHandler(
            () => throw new TaskCanceledException("HttpClient.Timeout", new TimeoutException()),
            () => StubHandler.Json("{}"));

        Assert.Equal(2, (await TestClient.Over(handler).GetItemAsync("id")).Metadata.Attempts);
    }

    [Fact]
    public async Task Real_time_limits_hold_too()
    {
        var silent = new SilentHandler();
        var client = TestClient.Over(silent.Handler, options =>
        {
            options.TimeProvider = TimeProvider.System;
            options.Timeout = TimeSpan.FromMilliseconds(20);
        });

        await Assert.ThrowsAsync<AwsTransportException>(() => client.GetItemAsync("id"));
        await Assert.ThrowsAsync<AwsTransportException>(() => client.GetItemAsync("id"));
    }

    [Fact]
    public async Task A_cancelled_call_leaves_nothing_behind_for_the_next()
    {
        for (var round = 0; round < 50; round++)
        {
            var silent = new SilentHandler();
            using var source = new CancellationTokenSource();
            var cancelled = TestClient.Over(silent.Handler, options => options.TimeProvider = TimeProvider.System).GetItemAsync("id", source.Token);
            await silent.Entered;
            var cancelling = source.CancelAsync();
            var next = TestClient.Over(new StubHandler(() => StubHandler.Json("{}")), options => options.TimeProvider = TimeProvider.System).GetItemAsync("id");

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
            await cancelling;
            await next;
        }
    }

    public static TheoryData<string> Uploads() => ["hashed", "with a checksum", "with a tree hash", "compressed"];

    private static UploadItem Upload(string name) => name switch
    {
        "hashed" => UploadItem.Instance,
        "with a checksum" => UploadItem.WithChecksum,
        "with a tree hash" => UploadItem.WithTreeHash,
        _ => UploadItem.Compressed,
    };

    private sealed class WaitingCredentials : IAwsCredentialsProvider
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => _entered.Task;

        public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
        {
            _entered.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return TestClient.Credentials;
        }
    }

    /// <summary>Never responses, or only from some request on.</summary>
    private sealed class SilentHandler
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SilentHandler(int answersFrom = int.MaxValue) => Handler = new StubHandler(async (number, token) =>
        {
            _entered.TrySetResult();
            if (number < answersFrom)
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            return StubHandler.Json("{}");
        });

        public StubHandler Handler { get; }

        public Task Entered => _entered.Task;
    }

    private sealed class SilentContent : HttpContent
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => _entered.Task;

        protected override async Task<System.IO.Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
        {
            _entered.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return System.IO.Stream.Null;
        }

        protected override Task SerializeToStreamAsync(System.IO.Stream stream, System.Net.TransportContext? context)
            => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
