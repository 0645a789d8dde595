using System;
using System.IO;
using System.IO.Compression;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Testing.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Requests;

public class RequestBodyTests
{
    [Fact]
    public async Task A_compressed_body_is_decoded()
    {
        var request = await FakeRequests.ReadAsync(Compress("text"u8), ("Content-Encoding", "gzip"));

        Assert.Equal("text", Encoding.UTF8.GetString(request.Body.Span));
        Assert.Equal(Compress("text"u8), request.SentBody.ToArray());
    }

    [Theory]
    [InlineData("gzip", null)]
    [InlineData("custom, gzip", "custom")]
    public async Task A_coding_that_was_decoded_is_no_part_of_the_input(string header, string? expected)
    {
        var request = await FakeRequests.ReadAsync(Compress("text"u8), ("Content-Encoding", header));

        Assert.Equal("text", Encoding.UTF8.GetString(request.Body.Span));
        Assert.Equal(expected, request.FindHeader("content-encoding"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("aws-chunked")]
    [InlineData("aws-chunked,gzip")]
    public async Task A_body_with_another_coding_than_declared_is_malformed(string coding) =>
        await Assert.ThrowsAsync<WireFormatException>(() => FakeRequests.ReadAsync("plain text"u8.ToArray(), ("Content-Encoding", coding)));

    [Fact]
    public async Task A_small_body_that_becomes_huge_is_refused()
    {
        var bomb = Compress(new byte[65 * 1024 * 1024]);

        await Assert.ThrowsAsync<WireFormatException>(() => FakeRequests.ReadAsync(bomb, ("Content-Encoding", "gzip")));
    }

    [Theory]
    [InlineData("4\r\nWiki\r\n0\r\n\r\n", "Wiki")]
    [InlineData("4;chunk-signature=ab\r\nWiki\r\n6;chunk-signature=cd\r\npedia.\r\n0;chunk-signature=ef\r\nx-amz-checksum-crc32:AAAA\r\nx-amz-trailer-signature:00\r\n\r\n", "Wikipedia.")]
    [InlineData("0\r\n\r\n", "")]
    public async Task Chunks_are_decoded(string body, string expected)
    {
        var request = await FakeRequests.ReadAsync(Encoding.ASCII.GetBytes(body), ("Content-Encoding", "aws-chunked"));

        Assert.Equal(expected, Encoding.UTF8.GetString(request.Body.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4\r\nWik")]
    [InlineData("4\r\nWiki")]
    [InlineData("4\r\nWikipedia\r\n0\r\n\r\n")]
    [InlineData("0\r\n")]
    [InlineData("x\r\nWiki\r\n0\r\n\r\n")]
    [InlineData("-4\r\nWiki\r\n0\r\n\r\n")]
    [InlineData("FFFFFFFFFF\r\nWiki")]
    public async Task Malformed_chunks_are_refused(string body) =>
        await Assert.ThrowsAsync<WireFormatException>(() => FakeRequests.ReadAsync(Encoding.ASCII.GetBytes(body), ("Content-Encoding", "aws-chunked")));

    [Fact]
    public async Task A_line_without_end_is_refused() =>
        await Assert.ThrowsAsync<WireFormatException>(() => FakeRequests.ReadAsync(new byte[1024 * 1024], ("Content-Encoding", "aws-chunked")));

    [Theory]
    [InlineData("aws-chunked", null)]
    [InlineData("gzip,aws-chunked", "gzip")]
    [InlineData("AWS-Chunked, br", "br")]
    public async Task The_coding_of_the_chunks_is_no_part_of_the_input(string header, string? expected)
    {
        var request = FakeRequests.Create("PUT", "/", "0\r\n\r\n"u8.ToArray(), headers: [("Content-Encoding", header), ("Content-Type", "a/b")]);
        await request.ReadBodyAsync(streams: true, default);

        Assert.Equal(expected, request.FindHeader("content-encoding"));
        Assert.Equal("a/b", request.FindHeader("content-type"));
        Assert.Equal(header, request.SentContentHeaders!.NonValidated["Content-Encoding"].ToString());
    }

    [Fact]
    public async Task A_streaming_body_is_read_while_it_is_written()
    {
        var isFirstRead = new TaskCompletionSource();
        using var message = new HttpRequestMessage(HttpMethod.Put, "https://localhost/")
        {
            Content = new WritingContent(async stream =>
            {
                await stream.WriteAsync("first"u8.ToArray());
                await stream.FlushAsync();
                await isFirstRead.Task;
                await stream.WriteAsync("last"u8.ToArray());
            }),
        };
        var request = FakeRequest.From(message);
        await request.ReadBodyAsync(streams: true, default);
        var buffer = new byte[5];

        await request.BodyStream!.ReadExactlyAsync(buffer);
        isFirstRead.SetResult();
        using var reader = new StreamReader(request.BodyStream);

        Assert.Equal("first", Encoding.UTF8.GetString(buffer));
        Assert.Equal("last", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task An_error_of_the_writer_reaches_the_reader()
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, "https://localhost/")
        {
            Content = new WritingContent(static _ => throw new InvalidOperationException("broken")),
        };
        var request = FakeRequest.From(message);
        await request.ReadBodyAsync(streams: true, default);

        var exception = await Assert.ThrowsAsync<IOException>(async () => await request.BodyStream!.ReadExactlyAsync(new byte[1]));

        Assert.Equal("broken", exception.InnerException!.Message);
    }

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }

    private sealed class WritingContent(Func<Stream, Task> write) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => write(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
