using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers.Downloads;

public sealed class DownloadFailureTests : IDisposable
{
    private readonly TransferFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_object_that_changes_meanwhile_fails(bool hasConditions)
    {
        FakeDownload? download = null;
        download = new FakeDownload(Samples.Bytes(350))
        {
            HasConditions = hasConditions,
            OnGet = (start, _) =>
            {
                download!.ETag = start == 0 ? "\"one\"" : "\"two\"";
                return Task.CompletedTask;
            },
        };

        var exception = await Assert.ThrowsAsync<TransferException>(() => download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None));

        Assert.Contains("changed", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(350)]
    public async Task Bytes_with_another_checksum_leave_no_file(int length)
    {
        var wrong = new ObjectChecksums { Crc32 = "AAAAAA==" };
        var download = new FakeDownload(Samples.Bytes(length)) { Checksums = length == 50 ? wrong : null, OnHead = () => wrong };

        await Assert.ThrowsAsync<AwsChecksumException>(() => download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Bytes_with_another_checksum_fail_for_a_stream()
    {
        var download = new FakeDownload(Samples.Bytes(350)) { OnHead = static () => new ObjectChecksums { Crc32 = "AAAAAA==" } };

        await Assert.ThrowsAsync<AwsChecksumException>(() => download.DownloadAsync(Stream.Null, Samples.Options(), CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_range_that_fails_ends_the_download(bool toFile)
    {
        _folder.Write("file", [1, 2, 3]);
        var download = new FakeDownload(Samples.Bytes(1000)) { OnGet = static (start, _) => start == 500 ? throw new TestException("500") : Task.CompletedTask };
        var options = Samples.Options();

        await Assert.ThrowsAsync<TestException>(() => toFile
            ? download.DownloadFileAsync(_folder["file"], options, CancellationToken.None)
            : download.DownloadAsync(Stream.Null, options, CancellationToken.None));

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(_folder["file"]));
        Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.All(download.Responses, static r => Assert.True(r.IsDisposed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_canceled_download_leaves_no_file(bool toFile)
    {
        using var source = new CancellationTokenSource();
        var download = new FakeDownload(Samples.Bytes(1000))
        {
            OnGet = async (start, token) =>
            {
                if (start == 300)
                {
                    await source.CancelAsync();
                }

                token.ThrowIfCancellationRequested();
            },
        };

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => toFile
            ? download.DownloadFileAsync(_folder["file"], Samples.Options(), source.Token)
            : download.DownloadAsync(Stream.Null, Samples.Options(), source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.All(download.Responses, static r => Assert.True(r.IsDisposed));
    }

    [Fact]
    public async Task A_body_that_breaks_off_again_and_again_fails()
    {
        var download = new FakeDownload(Samples.Bytes(350)) { CreateBody = static (start, bytes) => start == 100 ? new BrokenStream([]) : new MemoryStream(bytes) };

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None));

        Assert.IsType<IOException>(exception.InnerException);
        Assert.Equal(3, download.Calls.Count(static call => call.StartsWith("bytes=100", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_an_entity_tag_a_body_that_breaks_off_fails()
    {
        var download = new FakeDownload(Samples.Bytes(350)) { ETag = null, CreateBody = DownloadTests.BreakOnce() };

        await Assert.ThrowsAsync<AwsTransportException>(() => download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None));
    }

    [Fact]
    public async Task A_destination_that_fails_is_not_taken_for_a_broken_body()
    {
        var download = new FakeDownload(Samples.Bytes(350));

        await Assert.ThrowsAsync<IOException>(() => download.DownloadAsync(new FullStream(), Samples.Options(), CancellationToken.None));
    }

    [Fact]
    public async Task A_checksum_error_of_the_client_is_not_taken_for_a_broken_body()
    {
        var download = new FakeDownload(Samples.Bytes(50)) { CreateBody = static (_, bytes) => new DamagedStream(bytes) };

        await Assert.ThrowsAsync<AwsChecksumException>(() => download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None));
    }

    [Fact]
    public async Task A_request_for_a_part_is_refused() => await Assert.ThrowsAsync<ArgumentException>(
        () => new FakeDownload([1]) { IsRangeGiven = true }.DownloadAsync(Stream.Null, Samples.Options(), CancellationToken.None));

    public void Dispose() => _folder.Dispose();

    private sealed class FullStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("full");
    }

    /// <summary>Reports a wrong checksum at the end.</summary>
    private sealed class DamagedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Read(buffer.Span) is > 0 and var count ? new ValueTask<int>(count) : throw new AwsChecksumException("damaged");
    }
}
