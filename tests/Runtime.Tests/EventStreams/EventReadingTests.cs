using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.EventStreams;

public class EventReadingTests
{
    private static readonly TestEvent.Item First = new("one", 1);

    [Fact]
    public async Task Events_come_in_their_order()
    {
        using var response = await WatchAsync([.. TestMessages.Event(First), .. TestMessages.Event(new TestEvent.Item("two", null))]);

        Assert.Equal([First, new TestEvent.Item("two", null)], await AllAsync(response));
    }

    [Fact]
    public async Task The_initial_response_of_an_RPC_protocol_is_not_an_event()
    {
        var initial = TestMessages.Message(static writer =>
        {
            writer.Event("initial-response"u8);
            writer.Json.BeginObject();
            writer.Json.EndObject();
        });
        using var response = await WatchAsync([.. initial, .. TestMessages.Event(First)]);

        Assert.Equal([First], await AllAsync(response));
    }

    [Fact]
    public async Task An_event_comes_before_the_next_one_is_sent()
    {
        var pipe = new Pipe();
        using var response = await WatchAsync(pipe.Reader.AsStream());
        await using var events = response.Events.GetAsyncEnumerator();

        await pipe.Writer.WriteAsync(TestMessages.Event(First));

        Assert.True(await events.MoveNextAsync());
        Assert.Equal(First, events.Current);
    }

    [Fact]
    public async Task An_unknown_event_keeps_its_name()
    {
        using var response = await WatchAsync(TestMessages.Message(static writer => writer.Event("news"u8)));

        Assert.Equal([new TestEvent.Unknown("news")], await AllAsync(response));
    }

    [Fact]
    public async Task A_modeled_exception_ends_the_events_with_all_facts_of_the_call()
    {
        using var response = await WatchAsync([.. TestMessages.Event(First), .. TestMessages.Exception("gone", "It is gone.")]);
        var seen = new List<TestEvent>();

        var exception = await Assert.ThrowsAsync<NotFoundException>(() => AddAllAsync(response, seen));

        Assert.Equal([First], seen);
        Assert.Equal("It is gone.", exception.ServiceMessage);
        Assert.Equal(
            ("Test Store", "Watch", HttpStatusCode.OK, "gone", "request-1", 1),
            (exception.Service, exception.Operation, exception.StatusCode, exception.ErrorCode, exception.RequestId, exception.Attempts));
    }

    [Fact]
    public async Task An_exception_amid_events_says_whether_it_throttles()
    {
        using var response = await WatchAsync(TestMessages.Exception("busy"));

        Assert.True((await Assert.ThrowsAsync<BusyException>(() => AllAsync(response))).IsThrottling);
    }

    [Fact]
    public async Task An_exception_that_the_stream_does_not_know_is_one_of_the_service()
    {
        using var response = await WatchAsync(TestMessages.Exception("FlakyException", "again"));

        Assert.Equal("again", (await Assert.ThrowsAsync<FlakyException>(() => AllAsync(response))).ServiceMessage);
    }

    [Fact]
    public async Task An_error_message_is_the_base_exception_with_code_and_message()
    {
        using var response = await WatchAsync(TestMessages.Error("internal-error", "Something broke."));

        var exception = await Assert.ThrowsAsync<TestException>(() => AllAsync(response));

        Assert.Equal(("internal-error", "Something broke.", "request-1"), (exception.ErrorCode, exception.ServiceMessage, exception.RequestId));
    }

    [Fact]
    public async Task Messages_without_their_type_are_malformed()
    {
        var first = TestMessages.Event(First);
        using var response = await WatchAsync([.. first, .. TestMessages.Message(static writer => writer.HeaderString(":event-type"u8, "item"))]);

        var exception = await Assert.ThrowsAsync<AwsMalformedResponseException>(() => AllAsync(response));

        Assert.Equal((HttpStatusCode.OK, "request-1", "Watch", first.Length), (exception.StatusCode, exception.RequestId, exception.Operation, (int)exception.BytePosition));
    }

    [Theory]
    [InlineData("news")]
    [InlineData("")]
    public async Task Message_types_that_are_unknown_are_malformed(string type)
    {
        using var response = await WatchAsync(TestMessages.Message(writer => writer.HeaderString(":message-type"u8, type)));

        await Assert.ThrowsAsync<AwsMalformedResponseException>(() => AllAsync(response));
    }

    [Fact]
    public async Task A_header_of_another_type_than_modeled_is_left_out()
    {
        using var response = await WatchAsync(TestMessages.Message(static writer =>
        {
            writer.Event("item"u8);
            writer.HeaderString("size"u8, "large");
        }));

        Assert.Equal([new TestEvent.Item(null, null)], await AllAsync(response));
    }

    [Fact]
    public async Task A_member_of_an_event_that_cannot_be_read_is_left_out()
    {
        using var response = await WatchAsync(TestMessages.Message(static writer =>
        {
            writer.Event("item"u8);
            writer.HeaderInt32("size"u8, 3);
            writer.Body("""{"name":{}}"""u8.ToArray(), "application/json");
        }));

        Assert.Equal([new TestEvent.Item(null, 3)], await AllAsync(response));
    }

    [Fact]
    public async Task Whole_numbers_may_be_written_in_fewer_bytes()
    {
        using var response = await WatchAsync(TestMessages.Message(static writer =>
        {
            writer.Event("item"u8);
            writer.HeaderByte("size"u8, -5);
        }));

        Assert.Equal([new TestEvent.Item(null, -5)], await AllAsync(response));
    }

    [Fact]
    public async Task Json_after_the_payload_is_malformed()
    {
        using var response = await WatchAsync(TestMessages.Message(static writer =>
        {
            writer.Event("item"u8);
            writer.Body("{} {}"u8.ToArray(), "application/json");
        }));

        await Assert.ThrowsAsync<AwsMalformedResponseException>(() => AllAsync(response));
    }

    [Fact]
    public async Task Events_are_enumerated_once()
    {
        using var response = await WatchAsync(TestMessages.Event(First));
        await AllAsync(response);

        Assert.Throws<InvalidOperationException>(() => response.Events.GetAsyncEnumerator());
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_an_event()
    {
        var source = new CancellationTokenSource();
        var response = await WatchAsync(new Pipe().Reader.AsStream());
        var waiting = AllAsync(response, source.Token);

        await source.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_cancelled_call_says_nothing_about_its_events()
    {
        using var source = new CancellationTokenSource();
        using var client = TestClient.Over(new StubHandler(() => TestMessages.Answer(new MemoryStream(TestMessages.Event(First)))));
        using var response = await client.CallAsync(Watch.Reading, new WatchRequest(), source.Token);

        await source.CancelAsync();

        Assert.Equal([First], await AllAsync(response));
    }

    [Fact]
    public async Task Disposing_of_the_response_ends_the_events()
    {
        var response = await WatchAsync(new Pipe().Reader.AsStream());
        await response.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => AllAsync(response));
    }

    [Fact]
    public async Task Leaving_the_loop_gives_the_connection_back()
    {
        var stream = new MemoryStream([.. TestMessages.Event(First), .. TestMessages.Event(First)]);
        using var response = await WatchAsync(stream);

        await foreach (var item in response.Events)
        {
            break;
        }

        Assert.False(stream.CanRead);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told_apart_from_a_malformed_answer()
    {
        using var response = await WatchAsync(new BreakingStream(TestMessages.Event(First)));
        var seen = new List<TestEvent>();

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => AddAllAsync(response, seen));

        Assert.Equal([First], seen);
        Assert.IsType<IOException>(exception.InnerException);
    }

    [Fact]
    public async Task Errors_before_the_events_are_those_of_the_service()
    {
        using var client = TestClient.Over(new StubHandler(
            () => StubHandler.Json("{\"resource\":\"r\"}", HttpStatusCode.NotFound, ("x-amzn-errortype", "NotFoundException"))));

        var exception = await Assert.ThrowsAsync<NotFoundException>(() => client.CallAsync(Watch.Reading, new WatchRequest()));
        Assert.Equal("r", exception.Resource);
    }

    private static Task<WatchResponse> WatchAsync(byte[] body) => WatchAsync(new MemoryStream(body));

    private static async Task<WatchResponse> WatchAsync(Stream body)
    {
        using var client = TestClient.Over(new StubHandler(() => TestMessages.Answer(body)));
        return await client.CallAsync(Watch.Reading, new WatchRequest());
    }

    private static async Task<List<TestEvent>> AllAsync(WatchResponse response, CancellationToken cancellationToken = default) =>
        await response.Events.ToListAsync(cancellationToken);

    private static async Task AddAllAsync(WatchResponse response, List<TestEvent> events)
    {
        await foreach (var item in response.Events)
        {
            events.Add(item);
        }
    }

    /// <summary>Gives its bytes and then breaks.</summary>
    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            return count > 0 ? count : throw new IOException("The connection broke.");
        }
    }
}
