using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers.Uploads;

public sealed class UploadTests : IDisposable
{
    private readonly TransferFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Samples.PartSize)]
    public async Task A_small_file_is_one_request(int length)
    {
        var bytes = Samples.Bytes(length);
        var upload = new FakeUpload();

        await upload.UploadFileAsync(_folder.Write("file", bytes), Samples.Options(), CancellationToken.None);

        Assert.Equal(["put"], upload.Calls);
        Assert.Equal(bytes, upload.Stored);
        Assert.Equal(Samples.Hash("CRC32", bytes), upload.PutBody!.Checksums.Crc32);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Samples.PartSize)]
    public async Task A_small_stream_of_unknown_length_is_one_request(int length)
    {
        var bytes = Samples.Bytes(length);
        var upload = new FakeUpload { Content = new SlowStream(bytes) };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Equal(["put"], upload.Calls);
        Assert.Equal(bytes, upload.Stored);
    }

    [Fact]
    public async Task A_request_without_a_body_is_an_empty_object()
    {
        var upload = new FakeUpload();

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Empty(upload.Stored!);
    }

    [Theory]
    [InlineData(Samples.PartSize + 1, 2)]
    [InlineData(5 * Samples.PartSize, 5)]
    [InlineData((5 * Samples.PartSize) + 42, 6)]
    public async Task A_large_file_is_uploaded_in_parts(int length, int parts)
    {
        var bytes = Samples.Bytes(length);
        var upload = new FakeUpload();

        await upload.UploadFileAsync(_folder.Write("file", bytes), Samples.Options(), CancellationToken.None);

        Assert.Equal("create CRC32 FULL_OBJECT", upload.Calls[0]);
        Assert.Equal(parts, upload.PartCalls.Count());
        Assert.Equal("complete upload 1", upload.Calls[^1]);
        Assert.Equal(bytes, upload.Stored);
    }

    [Theory]
    [InlineData("seekable")]
    [InlineData("memory")]
    [InlineData("file")]
    [InlineData("one way")]
    public async Task A_stream_is_uploaded_from_its_position(string kind)
    {
        var bytes = Samples.Bytes(777);
        await using Stream stream = kind switch
        {
            "seekable" => new MemoryStream(bytes),
            "memory" => new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true),
            "file" => File.OpenRead(_folder.Write("file", bytes)),
            _ => new SlowStream(bytes),
        };
        stream.ReadExactly(new byte[5]);
        var upload = new FakeUpload { Content = stream };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Equal(bytes[5..], upload.Stored);
        Assert.Equal(8, upload.PartCalls.Count());
    }

    [Fact]
    public async Task Parts_are_uploaded_in_parallel_up_to_the_maximum()
    {
        using var waiting = new SemaphoreSlim(0);
        var arrived = 0;
        var upload = new FakeUpload
        {
            Content = new SlowStream(Samples.Bytes(1000)),
            OnPart = async (number, _, token) =>
            {
                // The first three wait for each other.
                if (number <= 3)
                {
                    if (Interlocked.Increment(ref arrived) == 3)
                    {
                        waiting.Release(3);
                    }

                    await waiting.WaitAsync(token);
                }
            },
        };

        await upload.UploadAsync(Samples.Options(maxConcurrency: 3), CancellationToken.None);

        Assert.Equal(3, upload.MaxRunning);
    }

    [Fact]
    public async Task A_stream_is_read_no_further_than_the_parts_that_can_be_uploaded()
    {
        var stream = new SlowStream(Samples.Bytes(1000));
        var position = 0L;
        var gate = new TaskCompletionSource();
        var upload = new FakeUpload
        {
            Content = stream,
            OnPart = async (number, _, token) =>
            {
                if (number == 2)
                {
                    position = stream.Position;
                    gate.SetResult();
                }

                await gate.Task.WaitAsync(token);
            },
        };

        await upload.UploadAsync(Samples.Options(maxConcurrency: 2), CancellationToken.None);

        // One byte more shows whether the second part is the last one.
        Assert.Equal(201, position);
    }

    [Fact]
    public async Task The_checksum_of_the_whole_is_sent_and_compared()
    {
        var bytes = Samples.Bytes(1042);
        var upload = new FakeUpload { Content = new SlowStream(bytes) };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Equal(Samples.Hash("CRC32", bytes), upload.Completed!.Checksums.Crc32);
        Assert.Equal(Samples.Hash("CRC32", bytes.AsSpan(100, 100)), upload.Completed.Parts[1].Checksums.Crc32);
        Assert.Equal(("FULL_OBJECT", 1042), (upload.Completed.ChecksumType, upload.Completed.Length));
    }

    [Theory]
    [InlineData("CRC32C", "FULL_OBJECT")]
    [InlineData("CRC64NVME", "FULL_OBJECT")]
    [InlineData("SHA256", "COMPOSITE")]
    public async Task The_algorithm_of_the_request_is_used(string algorithm, string type)
    {
        var bytes = Samples.Bytes(250);
        var upload = new FakeUpload { Content = new MemoryStream(bytes), GivenAlgorithm = algorithm };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Equal($"create {algorithm} {type}", upload.Calls[0]);
        Assert.Equal(type == "COMPOSITE" ? null : Samples.Hash(algorithm, bytes), upload.Completed!.Checksums.Find(algorithm));
        Assert.Equal(Samples.Hash(algorithm, bytes.AsSpan(200)), upload.Completed.Parts[2].Checksums.Find(algorithm));
    }

    [Fact]
    public async Task Without_a_checksum_type_in_the_model_the_whole_has_no_checksum()
    {
        var upload = new FakeUpload { Content = new MemoryStream(Samples.Bytes(250)), HasChecksumType = false };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Equal("create CRC32 -", upload.Calls[0]);
        Assert.False(upload.Completed!.Checksums.HasAny);
    }

    [Fact]
    public async Task A_service_without_checksums_works()
    {
        var bytes = Samples.Bytes(250);
        var upload = new FakeUpload { Content = new MemoryStream(bytes), ReturnsChecksums = false };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Equal(bytes, upload.Stored);
    }

    [Fact]
    public async Task A_client_that_calculates_no_checksums_sends_none()
    {
        using var client = new TestClient(new AwsClientOptions { RequestChecksumCalculation = RequestChecksumCalculation.WhenRequired });
        var upload = new FakeUpload(client) { Content = new MemoryStream(Samples.Bytes(250)) };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Equal("create - -", upload.Calls[0]);
        Assert.False(upload.Completed!.Parts[0].Checksums.HasAny);
    }

    [Fact]
    public async Task A_checksum_of_the_request_is_compared_with_the_content()
    {
        var bytes = Samples.Bytes(250);
        var upload = new FakeUpload { Content = new MemoryStream(bytes), GivenChecksums = new ObjectChecksums { Crc32C = Samples.Hash("CRC32C", bytes) } };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.Equal(Samples.Hash("CRC32C", bytes), upload.Completed!.Checksums.Crc32C);
    }

    [Fact]
    public async Task The_size_of_the_parts_grows_with_the_length()
    {
        var upload = new FakeUpload();

        await upload.UploadFileAsync(_folder.Write("file", new byte[20_001]), Samples.Options(partSize: 2, maxConcurrency: 1), CancellationToken.None);

        // Sizes are multiples of 1 MiB.
        Assert.Equal(["put"], upload.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Progress_grows_to_the_total(bool isLengthKnown)
    {
        var log = new ProgressLog();
        var bytes = Samples.Bytes(1042);
        var upload = new FakeUpload { Content = isLengthKnown ? new MemoryStream(bytes) : new SlowStream(bytes) };

        await upload.UploadAsync(Samples.Options(progress: log), CancellationToken.None);

        Assert.Equal(log.Reports.Select(static report => report.TransferredBytes).Order(), log.Reports.Select(static report => report.TransferredBytes));
        Assert.Equal(new TransferProgress(1042, 1042), log.Reports[^1]);
        Assert.Equal(isLengthKnown ? 1042 : null, log.Reports[0].TotalBytes);
        Assert.Equal(isLengthKnown ? 11 : 12, log.Reports.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    public async Task Progress_of_one_request_is_one_report(int length)
    {
        var log = new ProgressLog();

        await new FakeUpload { Content = new MemoryStream(Samples.Bytes(length)) }.UploadAsync(Samples.Options(progress: log), CancellationToken.None);

        Assert.Equal([new TransferProgress(length, length)], log.Reports);
    }

    [Fact]
    public async Task A_part_can_be_read_again_by_a_retry()
    {
        var bytes = Samples.Bytes(250);
        var upload = new FakeUpload
        {
            OnPart = async (_, body, token) =>
            {
                await body.Stream.ReadExactlyAsync(new byte[20], token);
                Assert.True(body.Stream.CanSeek);
            },
        };

        await upload.UploadFileAsync(_folder.Write("file", bytes), Samples.Options(), CancellationToken.None);

        Assert.Equal(bytes, upload.Stored);
    }

    public void Dispose() => _folder.Dispose();
}
