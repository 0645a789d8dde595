using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers.Downloads;

public sealed class DownloadTests : IDisposable
{
    private readonly TransferFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(1000)]
    [InlineData(1042)]
    public async Task An_object_is_downloaded_to_a_file(int length)
    {
        var bytes = Samples.Bytes(length);
        var download = new FakeDownload(bytes);

        var response = await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder["file"]));
        Assert.Equal([_folder["file"]], Directory.GetFiles(_folder.Path));
        Assert.Equal((length, "\"one\""), (response.Length, response.Content.ETag));
        Assert.All(download.Responses, static r => Assert.True(r.IsDisposed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(1042)]
    public async Task An_object_is_downloaded_to_a_stream_in_order(int length)
    {
        var bytes = Samples.Bytes(length);
        var download = new FakeDownload(bytes);
        using var destination = new MemoryStream();

        await download.DownloadAsync(destination, Samples.Options(), CancellationToken.None);

        Assert.Equal(bytes, destination.ToArray());
        Assert.All(download.Responses, static r => Assert.True(r.IsDisposed));
    }

    [Fact]
    public async Task An_empty_object_that_has_a_range_is_downloaded()
    {
        var download = new FakeDownload([]) { HasRangeOfNothing = true };

        await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.Empty(await File.ReadAllBytesAsync(_folder["file"]));
        Assert.All(download.Responses, static r => Assert.True(r.IsDisposed));
    }

    [Fact]
    public async Task All_ranges_have_the_entity_tag_of_the_first()
    {
        var download = new FakeDownload(Samples.Bytes(350));

        await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.Equal(
            ["bytes=0-99 -", "bytes=100-199 \"one\"", "bytes=200-299 \"one\"", "bytes=300-349 \"one\"", "head \"one\""],
            download.Calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_small_object_is_one_request()
    {
        var download = new FakeDownload(Samples.Bytes(100));

        await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.Equal(["bytes=0-99 -"], download.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_without_ranges_works(bool hasLength)
    {
        var bytes = Samples.Bytes(350);
        var download = new FakeDownload(bytes) { HasRanges = false, HasLength = hasLength };

        var response = await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder["file"]));
        Assert.Equal(350, response.Length);
        Assert.Single(download.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ranges_are_downloaded_in_parallel_up_to_the_maximum(bool toFile)
    {
        using var waiting = new SemaphoreSlim(0);
        var arrived = 0;
        var download = new FakeDownload(Samples.Bytes(1000))
        {
            OnGet = async (start, token) =>
            {
                // The second and the third range wait for each other.
                if (start is 100 or 200)
                {
                    if (Interlocked.Increment(ref arrived) == 2)
                    {
                        waiting.Release(2);
                    }

                    await waiting.WaitAsync(token);
                }
            },
        };
        var options = Samples.Options(maxConcurrency: 3);

        await (toFile ? download.DownloadFileAsync(_folder["file"], options, CancellationToken.None) : download.DownloadAsync(Stream.Null, options, CancellationToken.None));

        Assert.InRange(download.MaxRunning, 2, 3);
    }

    [Fact]
    public async Task A_download_to_a_stream_keeps_no_more_ranges_than_the_maximum()
    {
        var download = new FakeDownload(Samples.Bytes(1000));
        var (writes, requested) = (0, 0);
        using var destination = new WatchedStream(() =>
        {
            if (writes++ == 0)
            {
                requested = download.Calls.Count(static call => call.StartsWith("bytes", StringComparison.Ordinal));
            }
        });

        await download.DownloadAsync(destination, Samples.Options(maxConcurrency: 3), CancellationToken.None);

        Assert.Equal((10, 3), (writes, requested));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Progress_grows_to_the_total(bool toFile)
    {
        var log = new ProgressLog();
        var download = new FakeDownload(Samples.Bytes(1042)) { CreateBody = BreakOnce() };
        var options = Samples.Options(progress: log);

        await (toFile ? download.DownloadFileAsync(_folder["file"], options, CancellationToken.None) : download.DownloadAsync(Stream.Null, options, CancellationToken.None));

        Assert.Equal(log.Reports.Select(static report => report.TransferredBytes).Order(), log.Reports.Select(static report => report.TransferredBytes));
        Assert.Equal(new TransferProgress(1042, 1042), log.Reports[^1]);
        Assert.Equal(log.Reports.Distinct().Count(), log.Reports.Count);
        Assert.True(log.Reports.Count > 11);
    }

    [Fact]
    public async Task Progress_of_an_empty_object_is_one_report()
    {
        var log = new ProgressLog();

        await new FakeDownload([]).DownloadAsync(Stream.Null, Samples.Options(progress: log), CancellationToken.None);

        Assert.Equal([new TransferProgress(0, 0)], log.Reports);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_breaks_off_is_continued_where_it_stopped(bool ends)
    {
        var bytes = Samples.Bytes(350);
        var download = new FakeDownload(bytes) { CreateBody = BreakOnce(ends), Checksums = null, OnHead = () => new ObjectChecksums { Crc32 = Samples.Hash("CRC32", bytes) } };

        await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder["file"]));
        Assert.Contains("bytes=130-199 \"one\"", download.Calls);
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    public async Task The_checksum_of_the_whole_is_compared(string algorithm)
    {
        var bytes = Samples.Bytes(350);
        var download = new FakeDownload(bytes) { OnHead = () => ObjectChecksums.Create(algorithm, Samples.Hash(algorithm, bytes)) };

        await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder["file"]));
    }

    [Fact]
    public async Task A_full_object_checksum_of_the_first_range_needs_no_other_request()
    {
        var bytes = Samples.Bytes(350);
        var download = new FakeDownload(bytes) { ChecksumType = "FULL_OBJECT", Checksums = new ObjectChecksums { Crc32 = Samples.Hash("CRC32", bytes) } };

        await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.DoesNotContain("head \"one\"", download.Calls);
    }

    [Fact]
    public async Task A_composite_checksum_is_ignored()
    {
        var download = new FakeDownload(Samples.Bytes(350)) { OnHead = static () => new ObjectChecksums { Crc32 = "AAAAAA==-4" } };

        await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.True(File.Exists(_folder["file"]));
    }

    [Fact]
    public async Task A_service_that_refuses_to_return_the_checksums_works()
    {
        var download = new FakeDownload(Samples.Bytes(350)) { OnHead = static () => throw new TestException("forbidden") };

        await download.DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.True(File.Exists(_folder["file"]));
    }

    [Fact]
    public async Task An_existing_file_is_replaced()
    {
        _folder.Write("file", Samples.Bytes(5000));

        await new FakeDownload([1, 2, 3]).DownloadFileAsync(_folder["file"], Samples.Options(), CancellationToken.None);

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(_folder["file"]));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Breaks the body of the second range off after 30 bytes.</summary>
    internal static Func<long, byte[], Stream> BreakOnce(bool ends = false) => (start, bytes) =>
        start == 100 ? new BrokenStream(bytes[..30], ends) : new MemoryStream(bytes);

    private sealed class WatchedStream(Action onWrite) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            onWrite();
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
