using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline;

public class ResponseTests
{
    [Fact]
    public async Task Headers_and_body_make_the_response()
    {
        var handler = new StubHandler(() => StubHandler.Json("""{"name":"n","size":3,"new":{}}""", HttpStatusCode.OK, ("x-tag", "t")));

        Assert.Equal(new GetItemResponse { Name = "n", Size = 3, Tag = "t" }, await TestClient.Over(handler).GetItemAsync("id"));
    }

    [Fact]
    public async Task An_empty_body_reads_like_an_empty_object()
    {
        var handler = new StubHandler(() => StubHandler.Bytes([], HttpStatusCode.NoContent));

        Assert.Equal(new GetItemResponse(), await TestClient.Over(handler).GetItemAsync("id"));
    }

    [Theory]
    [InlineData("""{"name":"n""", 10)]
    [InlineData("""{"name":{"name":5}""", 18)]
    [InlineData("""["name"]""", 0)]
    [InlineData("""{"name":"n"} x""", 13)]
    [InlineData("<html></html>", 0)]
    [InlineData(" ", 1)]
    public async Task A_body_that_cannot_be_read_is_told_with_its_place(string body, long position)
    {
        var handler = new StubHandler(() => StubHandler.Json(body, HttpStatusCode.OK, ("x-amzn-requestid", "id-1")));

        var exception = await Assert.ThrowsAsync<AwsMalformedResponseException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Equal(
            (HttpStatusCode.OK, "id-1", "GetItem", position),
            (exception.StatusCode, exception.RequestId, exception.Operation, exception.BytePosition));
    }

    [Theory]
    [InlineData("""{"name":{"n":[1]},"size":5}""", null, 5)]
    [InlineData("""{"name":"n","size":"large"}""", "n", null)]
    [InlineData("""{"size":[],"name":["n"]}""", null, null)]
    [InlineData("""{"name":12,"size":"5"}""", "12", 5)]
    [InlineData("\uFEFF{\"name\":\"n\"}", "n", null)]
    public async Task A_member_that_cannot_be_read_is_left_out_and_the_rest_is_there(string body, string? name, int? size)
    {
        var response = await TestClient.Over(new StubHandler(() => StubHandler.Json(body))).GetItemAsync("id");

        Assert.Equal((name, size), (response.Name, response.Size));
    }

    [Fact]
    public async Task A_header_that_cannot_be_read_is_left_out()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.OK, ("x-count", "many")));

        Assert.Null((await TestClient.Over(handler).PutItemAsync(new PutItemRequest("id"))).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_the_limit_is_not_read(bool isAnnounced)
    {
        var endless = new EndlessStream();
        var handler = new StubHandler(() =>
        {
            var message = new HttpResponseMessage { Content = new StreamContent(endless) };
            message.Content.Headers.ContentLength = isAnnounced ? 1_000_000 : null;
            return message;
        });

        await Assert.ThrowsAsync<AwsMalformedResponseException>(
            () => TestClient.Over(handler, options => options.MaxResponseBytes = 100_000).GetItemAsync("id"));

        Assert.True(endless.Count < (isAnnounced ? 100_000 : 1_000_000));
    }

    [Fact]
    public async Task A_body_as_long_as_the_limit_is_read()
    {
        var body = """{"name":"n"}""";
        var handler = new StubHandler(() => StubHandler.Json(body));

        Assert.Equal("n", (await TestClient.Over(handler, options => options.MaxResponseBytes = body.Length).GetItemAsync("id")).Name);
    }

    [Fact]
    public async Task Memory_does_not_follow_what_a_server_merely_announces()
    {
        var handler = new StubHandler(() =>
        {
            var message = StubHandler.Json("""{"name":"n"}""");
            message.Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("""{"name":"n"}""")));
            message.Content.Headers.ContentLength = int.MaxValue;
            return message;
        });
        var client = TestClient.Over(handler, options => options.MaxResponseBytes = int.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();

        await client.GetItemAsync("id");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public async Task A_body_in_pieces_is_put_together()
    {
        var name = new string('x', 300_000);
        var handler = new StubHandler(() => new HttpResponseMessage
        {
            Content = new StreamContent(new PiecewiseStream(Encoding.UTF8.GetBytes($$"""{"name":"{{name}}"}"""))),
        });

        Assert.Equal(name, (await TestClient.Over(handler).GetItemAsync("id")).Name);
    }

    [Fact]
    public async Task The_message_is_disposed_of_in_the_end()
    {
        var stream = new MemoryStream("{}"u8.ToArray());
        var handler = new StubHandler(() => new HttpResponseMessage { Content = new StreamContent(stream) });

        await TestClient.Over(handler).GetItemAsync("id");

        Assert.False(stream.CanRead);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Count { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Count += buffer.Length;
            return new(buffer.Length);
        }
    }

    private sealed class PiecewiseStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Read(buffer.Span[..Math.Min(buffer.Length, 1000)]);
        }
    }
}
