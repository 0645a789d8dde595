using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Bodies;

/// <summary>Bodies that are streams, of requests and of responses.</summary>
public class StreamBodyTests
{
    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_from_where_it_stood()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.InternalServerError), () => StubHandler.Json("{}"));
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes("skipped and sent"));
        stream.Position = 8;

        using var response = await TestClient.Over(handler).CallAsync(CopyItem.Instance, new UploadRequest(stream));

        Assert.Equal(["and sent", "and sent"], handler.Seen.Select(seen => seen.Body));
        Assert.Single(handler.Seen.Select(seen => seen.Headers["x-amz-content-sha256"]).Distinct());
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.InternalServerError));
        using var stream = new OneWayStream("sent");

        var error = await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).CallAsync(CopyItem.Instance, new UploadRequest(stream)));

        Assert.Equal((1, "sent"), (error.Attempts, handler.Seen.Single().Body));
    }

    [Fact]
    public async Task An_answer_is_handed_on_as_it_comes()
    {
        var bytes = new byte[] { 0x1f, 0x8b, 8, 0 };
        var handler = new StubHandler(() => StubHandler.Bytes(bytes, HttpStatusCode.OK, "text/plain", ("Content-Encoding", "gzip")));

        using var response = await TestClient.Over(handler).CallAsync(CopyItem.Instance, new UploadRequest(Stream.Null));

        var read = new byte[10];
        Assert.Equal(4, await response.Body.ReadAsync(read));
        Assert.Equal(bytes, read[..4]);
    }

    [Fact]
    public async Task An_answer_whose_content_opens_only_asynchronously_is_handed_on()
    {
        var handler = new StubHandler(() => new HttpResponseMessage { Content = new AsyncContent() });

        using var response = await TestClient.Over(handler).CallAsync(CopyItem.Instance, new UploadRequest(Stream.Null));

        using var reader = new StreamReader(response.Body);
        Assert.Equal("streamed", await reader.ReadToEndAsync());
    }

    private sealed class AsyncContent : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            await Task.Yield();
            return new MemoryStream("streamed"u8.ToArray());
        }

        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => throw new NotSupportedException("synchronous");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
