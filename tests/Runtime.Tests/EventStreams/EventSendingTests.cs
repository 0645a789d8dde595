using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.EventStreams;

public class EventSendingTests
{
    private static readonly TestEvent.Item First = new("one", 1);

    [Fact]
    public async Task An_event_is_sent_before_the_caller_has_the_next_one()
    {
        var events = Channel.CreateUnbounded<TestEvent>();
        var handler = new ReadingHandler();
        using var client = TestClient.Over(handler.Handler);
        var call = client.CallAsync(Watch.SendingUnsigned, new WatchRequest(events.Reader.ReadAllAsync()));

        await events.Writer.WriteAsync(First);
        Assert.Equal(TestMessages.Event(First), await handler.Written.ReadAsync());
        Assert.False(call.IsCompleted);

        events.Writer.Complete();
        using var response = await call;
    }

    [Fact]
    public async Task A_signed_stream_ends_with_an_empty_message()
    {
        var handler = new ReadingHandler();
        using var client = TestClient.Over(handler.Handler);
        using var response = await client.CallAsync(Watch.Sending, new WatchRequest(Give(First)));

        Assert.Equal(TestMessages.Event(First), Payload(await handler.Written.ReadAsync()));
        Assert.Empty(Payload(await handler.Written.ReadAsync()));
        Assert.False(handler.Written.TryRead(out _));
    }

    [Fact]
    public async Task No_events_are_an_empty_stream()
    {
        var handler = new ReadingHandler();
        using var client = TestClient.Over(handler.Handler);
        using var response = await client.CallAsync(Watch.SendingUnsigned, new WatchRequest());

        Assert.False(handler.Written.TryRead(out _));
        Assert.Equal("application/vnd.amazon.eventstream", handler.ContentType);
    }

    [Fact]
    public async Task The_request_asks_for_HTTP_2_and_makes_do_with_less()
    {
        var handler = new ReadingHandler();
        using var client = TestClient.Over(handler.Handler);
        using var response = await client.CallAsync(Watch.Sending, new WatchRequest());

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), handler.Version);
    }

    [Fact]
    public async Task A_request_is_not_sent_again_once_an_event_was_taken()
    {
        var handler = new ReadingHandler(HttpStatusCode.ServiceUnavailable);
        using var client = TestClient.Over(handler.Handler);

        await Assert.ThrowsAnyAsync<AwsServiceException>(() => client.CallAsync(Watch.Sending, new WatchRequest(Give(First))));

        Assert.Equal(1, handler.Requests);
    }

    [Fact]
    public async Task A_request_is_sent_again_as_long_as_no_event_was_taken()
    {
        var handler = new ReadingHandler(HttpStatusCode.ServiceUnavailable) { ReadsBody = false };
        using var client = TestClient.Over(handler.Handler);

        await Assert.ThrowsAnyAsync<AwsServiceException>(() => client.CallAsync(Watch.Sending, new WatchRequest(Give(First))));

        Assert.Equal(3, handler.Requests);
    }

    [Fact]
    public async Task What_the_callers_events_throw_comes_out_of_the_call()
    {
        using var client = TestClient.Over(new ReadingHandler().Handler);

        await Assert.ThrowsAsync<FormatException>(() => client.CallAsync(Watch.Sending, new WatchRequest(FailAsync())));
    }

    [Fact]
    public async Task What_the_callers_events_throw_after_the_answer_came_is_the_cause_of_its_end()
    {
        using var client = TestClient.Over(StubHandler.Over(static (request, cancellationToken) =>
            Task.FromResult(TestMessages.Answer(new BrokenStream(request.Content!.CopyToAsync(Stream.Null, cancellationToken))))));
        using var response = await client.CallAsync(Watch.Sending, new WatchRequest(FailAsync()));

        var exception = await Assert.ThrowsAsync<AwsTransportException>(async () => await response.Events.CountAsync());

        Assert.IsType<FormatException>(exception.InnerException);
    }

    [Fact]
    public async Task An_unknown_event_cannot_be_sent()
    {
        using var client = TestClient.Over(new ReadingHandler().Handler);

        await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(Watch.Sending, new WatchRequest(Give(new TestEvent.Unknown("news")))));
    }

    [Fact]
    public async Task Cancelling_the_call_ends_the_callers_events()
    {
        using var source = new CancellationTokenSource();
        using var client = TestClient.Over(new ReadingHandler().Handler);
        var events = Channel.CreateUnbounded<TestEvent>();
        var call = client.CallAsync(Watch.Sending, new WatchRequest(events.Reader.ReadAllAsync()), source.Token);

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task A_call_that_sends_events_has_no_time_limit()
    {
        var clock = new FakeClock();
        var events = Channel.CreateUnbounded<TestEvent>();
        using var client = TestClient.Over(new ReadingHandler().Handler, options => options.TimeProvider = clock);
        var call = client.CallAsync(Watch.Sending, new WatchRequest(events.Reader.ReadAllAsync()));

        clock.Advance(TimeSpan.FromHours(3));
        events.Writer.Complete();

        using var response = await call;
    }

    [Fact]
    public void Values_that_a_header_cannot_hold_are_refused_with_its_name()
    {
        var writer = new EventWriter();

        Assert.Contains("'small'", Assert.Throws<ArgumentException>(() => writer.HeaderByte("small"u8, 128)).Message, StringComparison.Ordinal);
        Assert.Contains("'short'", Assert.Throws<ArgumentException>(() => writer.HeaderInt16("short"u8, -32769)).Message, StringComparison.Ordinal);
        Assert.Contains("'text'", Assert.Throws<ArgumentException>(() => writer.HeaderString("text"u8, new string('x', 32768))).Message, StringComparison.Ordinal);
    }

    private static IAsyncEnumerable<TestEvent> Give(params TestEvent[] events) => events.ToAsyncEnumerable();

    private static async IAsyncEnumerable<TestEvent> FailAsync()
    {
        yield return First;
        await Task.Yield();
        throw new FormatException("The caller's own trouble.");
    }

    private static byte[] Payload(byte[] message) => EventMessage.Decode(message).Payload.ToArray();

    /// <summary>Reads requests piece by piece, as they are written.</summary>
    private sealed class ReadingHandler(HttpStatusCode status = HttpStatusCode.OK)
    {
        private readonly Channel<byte[]> _written = Channel.CreateUnbounded<byte[]>();

        public ChannelReader<byte[]> Written => _written.Reader;

        public bool ReadsBody { get; init; } = true;

        public int Requests { get; private set; }

        public string? ContentType { get; private set; }

        public (Version, HttpVersionPolicy) Version { get; private set; }

        public StubHandler Handler => StubHandler.Over(SendAsync);

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            ContentType = request.Content!.Headers.NonValidated["Content-Type"].ToString();
            Version = (request.Version, request.VersionPolicy);
            if (ReadsBody)
            {
                await request.Content.CopyToAsync(new ChannelStream(_written.Writer), cancellationToken);
            }

            return new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
        }
    }

    private sealed class BrokenStream(Task sending) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new IOException("The request was aborted.");
        }
    }

    /// <summary>Passes on what is written between two flushes; the first one has only sent the headers.</summary>
    private sealed class ChannelStream(ChannelWriter<byte[]> target) : MemoryStream
    {
        private bool _hasSentHeaders;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Assert.True(_hasSentHeaders ? target.TryWrite(ToArray()) : Length == 0);
            _hasSentHeaders = true;
            SetLength(0);
            return Task.CompletedTask;
        }
    }
}
