using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Bodies;

/// <summary>Responses over HTTP/2 that come while the request is still being sent.</summary>
public sealed class EarlyResponseTests : IDisposable
{
    private const int Length = 4 * 1024 * 1024;

    private readonly string _path = Path.GetTempFileName();

    public EarlyResponseTests() => File.WriteAllBytes(_path, [.. Enumerable.Range(0, Length).Select(static index => (byte)index)]);

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_file_is_sent_as_a_whole_after_attempts_that_were_refused_early()
    {
        await using var server = await UploadServer.StartAsync(
            static (number, context) => number % 3 == 0 ? UploadServer.CountAsync(context) : UploadServer.RefuseAsync(context));
        using var client = server.CreateClient();
        for (var upload = 0; upload < 20; upload++)
        {
            await using var file = Open();

            var response = await client.CallAsync(UploadItem.Unsigned, new UploadRequest(file));

            Assert.Equal((Length, 3), (response.Count, response.Metadata.Attempts));
        }
    }

    [Fact]
    public async Task A_file_is_sent_as_a_whole_by_a_handler_that_sends_again()
    {
        await using var server = await UploadServer.StartAsync(
            static (number, context) => number % 2 == 0 ? UploadServer.CountAsync(context) : UploadServer.RefuseAsync(context));
        using var http = new HttpClient(new ResendingHandler(new SocketsHttpHandler()));
        using var client = server.CreateClient(http);
        for (var upload = 0; upload < 20; upload++)
        {
            await using var file = Open();

            var response = await client.CallAsync(UploadItem.Unsigned, new UploadRequest(file));

            Assert.Equal((Length, 1), (response.Count, response.Metadata.Attempts));
        }
    }

    [Fact]
    public async Task Nothing_reads_the_stream_once_the_call_has_failed()
    {
        await using var server = await UploadServer.StartAsync(static (_, context) => UploadServer.RefuseAsync(context));
        using var client = server.CreateClient();
        for (var upload = 0; upload < 20; upload++)
        {
            await using var stream = new WatchedStream(Open());

            await Assert.ThrowsAsync<TestException>(() => client.CallAsync(UploadItem.Unsigned, new UploadRequest(stream)));

            stream.AssertUnused();
        }
    }

    [Fact]
    public async Task Nothing_reads_the_stream_once_the_call_has_succeeded()
    {
        await using var server = await UploadServer.StartAsync(static (_, context) => UploadServer.RespondAsync(context));
        using var client = server.CreateClient();
        for (var upload = 0; upload < 20; upload++)
        {
            await using var stream = new WatchedStream(Open());

            await client.CallAsync(UploadItem.Unsigned, new UploadRequest(stream));

            stream.AssertUnused();
        }
    }

    /// <summary>Whatever a connection does meanwhile: the handler goes on reading.</summary>
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task The_end_of_a_call_ends_the_reading_of_its_stream(HttpStatusCode status)
    {
        using var stream = new StuckStream(endsLate: true);
        var handler = ReadOn(static _ => Task.CompletedTask, status);
        var call = TestClient.Over(handler, static options => (options.TimeProvider, options.MaxAttempts) = (TimeProvider.System, 1))
            .CallAsync(UploadItem.Unsigned, new UploadRequest(stream));

        Assert.Equal(status == HttpStatusCode.OK, await Record.ExceptionAsync(() => call) is null);

        Assert.True(stream.Entered.IsCompleted);
        Assert.False(stream.IsInUse);
    }

    [Fact]
    public async Task Nothing_reads_the_stream_once_the_caller_has_cancelled()
    {
        using var source = new CancellationTokenSource();
        using var stream = new StuckStream(endsLate: true);
        var handler = ReadOn(static token => Task.Delay(Timeout.Infinite, token));
        var call = TestClient.Over(handler, static options => options.TimeProvider = TimeProvider.System)
            .CallAsync(UploadItem.Unsigned, new UploadRequest(stream), source.Token);
        await stream.Entered;

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.False(stream.IsInUse);
    }

    [Fact]
    public async Task A_stream_goes_on_being_sent_while_the_streamed_response_is_read()
    {
        await using var server = await UploadServer.StartAsync(static async (_, context) =>
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        using var client = server.CreateClient();
        await using var stream = new WatchedStream(Open());

        await using var response = await client.CallAsync(CopyItem.Unsigned, new UploadRequest(stream));

        using var copy = new MemoryStream();
        await response.Body.CopyToAsync(copy);
        Assert.Equal(Length, copy.Length);
    }

    [Fact]
    public async Task Disposing_of_a_streamed_response_ends_the_request()
    {
        using var stream = new StuckStream(endsLate: true);
        var handler = ReadOn(static _ => Task.CompletedTask);
        var response = await TestClient.Over(handler, static options => options.TimeProvider = TimeProvider.System)
            .CallAsync(CopyItem.Unsigned, new UploadRequest(stream));
        await stream.Entered;
        Assert.True(stream.IsInUse);

        await response.DisposeAsync();

        Assert.False(stream.IsInUse);
    }

    private FileStream Open() => new(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);

    /// <summary>A handler that goes on reading the request whatever becomes of it.</summary>
    private static StubHandler ReadOn(Func<CancellationToken, Task> respond, HttpStatusCode status = HttpStatusCode.OK) => StubHandler.Over(async (request, cancellationToken) =>
    {
        _ = request.Content!.CopyToAsync(Stream.Null, CancellationToken.None);
        await respond(cancellationToken);
        return StubHandler.Json("{}", status);
    });

    /// <summary>Knows whether it is being read, and refuses to be read once that must be over.</summary>
    private sealed class WatchedStream(Stream inner) : Stream
    {
        private int _reads;
        private bool _isOver;
        private Exception? _late;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set
            {
                Assert.Equal(0, Volatile.Read(ref _reads));
                inner.Position = value;
            }
        }

        public void AssertUnused()
        {
            Volatile.Write(ref _isOver, true);
            Assert.Equal(0, Volatile.Read(ref _reads));
            Assert.Null(Volatile.Read(ref _late));
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Volatile.Read(ref _isOver))
            {
                _late = new InvalidOperationException("The stream is read after the call has returned.");
            }

            Interlocked.Increment(ref _reads);
            try
            {
                await Task.Yield();
                return await inner.ReadAsync(buffer, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _reads);
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        protected override void Dispose(bool disposing)
        {
            AssertUnused();
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
