using System;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Responses;

public class ContentCodingTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"name":"n"}""");

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    public async Task A_compressed_answer_is_read_like_any_other(string coding)
    {
        var handler = new StubHandler(() => Answer(Compress(coding, Body), coding));

        Assert.Equal("n", (await TestClient.Over(handler).GetItemAsync("id")).Name);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("utf-8")]
    public async Task A_coding_that_is_no_compression_changes_nothing(string coding)
        => Assert.Equal("n", (await TestClient.Over(new StubHandler(() => Answer(Body, coding))).GetItemAsync("id")).Name);

    [Fact]
    public async Task A_compressed_error_is_read_like_any_other()
    {
        var body = Compress("gzip", Encoding.UTF8.GetBytes("""{"__type":"NotFoundException","message":"m","resource":"r"}"""));
        var handler = new StubHandler(() => Answer(body, "gzip", HttpStatusCode.NotFound));

        Assert.Equal("r", (await Assert.ThrowsAsync<NotFoundException>(() => TestClient.Over(handler).GetItemAsync("id"))).Resource);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_small_answer_that_swells_beyond_the_limit_is_not_read(string coding)
    {
        var bomb = Compress(coding, new byte[50_000_000]);
        Assert.True(bomb.Length < 100_000);
        var client = TestClient.Over(new StubHandler(() => Answer(bomb, coding)), options => options.MaxResponseBytes = 1_000_000);

        var exception = await Assert.ThrowsAsync<AwsMalformedResponseException>(() => client.GetItemAsync("id"));

        Assert.Contains("longer than the maximum of 1000000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_swells_is_cut()
    {
        var bomb = Compress("gzip", new byte[50_000_000]);
        var handler = new StubHandler(() => Answer(bomb, "gzip", HttpStatusCode.BadGateway));

        var error = await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Equal((HttpStatusCode.BadGateway, 3), (error.StatusCode, error.Attempts));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task An_answer_that_is_not_compressed_as_it_says_cannot_be_read(string coding)
    {
        var handler = new StubHandler(() => Answer(Encoding.ASCII.GetBytes("this is not compressed at all"), coding));

        var exception = await Assert.ThrowsAsync<AwsMalformedResponseException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Contains("cannot be decompressed as its Content-Encoding header says", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task An_error_that_is_not_compressed_as_it_says_is_told_all_the_same(string coding)
    {
        var handler = new StubHandler(() => Answer(Encoding.ASCII.GetBytes("this is not compressed at all"), coding, HttpStatusCode.Conflict));

        Assert.Equal("409", (await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).GetItemAsync("id"))).ErrorCode);
    }

    [Theory]
    [InlineData(DecompressionMethods.None)]
    [InlineData(DecompressionMethods.All)]
    public async Task A_handler_may_decompress_by_itself_or_not(DecompressionMethods methods)
    {
        var body = Compress("gzip", Body);
        using var server = new OneAnswerServer(
            $"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n" + Encoding.Latin1.GetString(body));
        using var handler = new SocketsHttpHandler { AutomaticDecompression = methods };
        using var client = TestClient.Over(handler, options => options.Endpoint = new Uri($"http://127.0.0.1:{server.Port}"));

        Assert.Equal("n", (await client.GetItemAsync("id")).Name);
    }

    [Fact]
    public async Task A_handlers_own_trouble_with_decompression_is_told_like_ours()
    {
        using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 18\r\n\r\nthis is no gzip :)");
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
        using var client = TestClient.Over(handler, options => options.Endpoint = new Uri($"http://127.0.0.1:{server.Port}"));

        await Assert.ThrowsAsync<AwsMalformedResponseException>(() => client.GetItemAsync("id"));
    }

    [Fact]
    public async Task The_clients_own_handler_asks_for_no_compression()
    {
        using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        using var client = new TestClient(new()
        {
            Region = "us-east-1",
            Credentials = TestClient.Credentials,
            Endpoint = new Uri($"http://127.0.0.1:{server.Port}"),
        });

        await client.GetItemAsync("id");

        Assert.DoesNotContain(await server.Head, static line => line.StartsWith("Accept-Encoding", StringComparison.OrdinalIgnoreCase));
    }

    private static HttpResponseMessage Answer(byte[] body, string coding, HttpStatusCode status = HttpStatusCode.OK) =>
        StubHandler.Bytes(body, status, "application/json", ("Content-Encoding", coding));

    private static byte[] Compress(string coding, byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "deflate" => new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
