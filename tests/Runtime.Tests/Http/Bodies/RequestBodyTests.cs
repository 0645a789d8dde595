using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Bodies;

/// <summary>Who may read a request body, and until when.</summary>
[SuppressMessage("Reliability", "CA2025", Justification = "Each test awaits what it started before its streams end.")]
public class RequestBodyTests
{
    public enum Kind
    {
        Bytes,
        Stream,
        Events,
    }

    [Theory]
    [InlineData(Kind.Bytes)]
    [InlineData(Kind.Stream)]
    [InlineData(Kind.Events)]
    public async Task A_body_that_was_ended_cannot_be_sent(Kind kind)
    {
        var body = Create(kind);

        await body.CancelAsync();

        using var target = new MemoryStream();
        await Assert.ThrowsAsync<HttpRequestException>(() => body.CopyToAsync(target));
        Assert.Equal(0, target.Length);
    }

    [Theory]
    [InlineData(Kind.Bytes)]
    [InlineData(Kind.Stream)]
    [InlineData(Kind.Events)]
    public async Task Ending_a_body_cancels_who_reads_it_and_waits_for_the_end(Kind kind)
    {
        var body = Create(kind);
        var target = new StuckStream();
        var sending = body.CopyToAsync(target);
        await target.Entered;
        Assert.False(body.IsIdle);

        await body.CancelAsync();

        Assert.False(target.IsInUse);
        Assert.True(body.IsIdle);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData(Kind.Bytes)]
    [InlineData(Kind.Stream)]
    [InlineData(Kind.Events)]
    public async Task The_end_waits_for_a_reader_that_ignores_its_cancellation(Kind kind)
    {
        var body = Create(kind);
        var target = new StuckStream(ignoresCancellation: true);
        var sending = body.CopyToAsync(target);
        await target.Entered;

        var end = body.CancelAsync();

        Assert.False(end.IsCompleted || body.IsIdle);
        target.Release();
        await end;
        Assert.False(target.IsInUse);
        await Task.WhenAny(sending);
    }

    [Theory]
    [InlineData(Kind.Bytes)]
    [InlineData(Kind.Stream)]
    [InlineData(Kind.Events)]
    public async Task Cancelling_the_request_ends_its_reader_with_the_token_of_the_handler(Kind kind)
    {
        var body = Create(kind);
        var target = new StuckStream();
        using var source = new CancellationTokenSource();
        var sending = body.CopyToAsync(target, source.Token);
        await target.Entered;

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending)).CancellationToken);
        Assert.True(body.IsIdle);
    }

    [Fact]
    public async Task Bytes_can_be_read_by_several_at_once()
    {
        var body = Create(Kind.Bytes);
        var stuck = new StuckStream();
        using var target = new MemoryStream();
        var sending = body.CopyToAsync(stuck);
        await stuck.Entered;

        await body.CopyToAsync(target);

        Assert.True(stuck.IsInUse);
        Assert.Equal("body", Encoding.ASCII.GetString(target.ToArray()));
        Assert.False(body.IsIdle);
        await body.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_second_reader_of_a_stream_ends_the_first_and_begins_at_the_start()
    {
        var body = Create(Kind.Stream);
        var stuck = new StuckStream();
        using var target = new MemoryStream();
        var first = body.CopyToAsync(stuck);
        await stuck.Entered;

        await body.CopyToAsync(target);

        Assert.False(stuck.IsInUse);
        Assert.Equal("body", Encoding.ASCII.GetString(target.ToArray()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task The_wait_for_an_earlier_reader_can_be_cancelled()
    {
        var body = Create(Kind.Stream);
        var stuck = new StuckStream(ignoresCancellation: true);
        using var source = new CancellationTokenSource();
        var first = body.CopyToAsync(stuck);
        await stuck.Entered;
        var second = body.CopyToAsync(Stream.Null, source.Token);
        Assert.False(second.IsCompleted);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(body.IsIdle || body.CanResend);
        stuck.Release();
        await Task.WhenAny(first);
        Assert.True(body.IsIdle);
    }

    [Fact]
    public async Task Events_and_streams_that_cannot_seek_are_not_read_a_second_time()
    {
        using var stream = new OneWayStream("body");
        using var once = new StreamBody(stream, start: 0, length: null, new BodyReading());
        using var events = Create(Kind.Events);
        Assert.True(once.CanResend && events.CanResend);
        await once.CopyToAsync(Stream.Null);
        await events.CopyToAsync(Stream.Null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => once.CopyToAsync(Stream.Null));
        await Assert.ThrowsAsync<InvalidOperationException>(() => events.CopyToAsync(Stream.Null));

        Assert.False(once.CanResend || events.CanResend);
    }

    [Fact]
    public async Task A_reading_serves_the_next_body_unless_it_was_cancelled()
    {
        var reading = new BodyReading();
        using var first = new BytesBody("first"u8.ToArray(), reading);
        await first.CopyToAsync(Stream.Null);
        await first.CancelAsync();
        Assert.True(reading.TryReset());
        var second = new BytesBody("second"u8.ToArray(), reading);
        var stuck = new StuckStream();
        var sending = second.CopyToAsync(stuck);
        await stuck.Entered;

        await Assert.ThrowsAsync<HttpRequestException>(() => first.CopyToAsync(Stream.Null));

        Assert.False(reading.TryReset());
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.False(reading.TryReset());
    }

    private static RequestBody Create(Kind kind) => kind switch
    {
        Kind.Bytes => new BytesBody("body"u8.ToArray(), new BodyReading()),
        Kind.Stream => new StreamBody(new MemoryStream("a body"u8.ToArray()) { Position = 6 }, start: 2, length: 4, new BodyReading()),
        _ => new EventBody(new EventInput<int>(AsyncEnumerable.Range(1, 3), static (message, _) => message.Event("item"u8)), new BodyReading()),
    };
}
