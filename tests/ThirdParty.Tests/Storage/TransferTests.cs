using System;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Storage;

/// <summary>Uploads and downloads in parts. Neither server computes checksums of parts.</summary>
public abstract class TransferTests : StorageTests
{
    private protected const int PartLength = 5 * 1024 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("transfer-").FullName;

    protected TransferTests(S3Server server)
        : base(server)
    {
        var options = server.CreateOptions();
        options.RequestChecksumCalculation = RequestChecksumCalculation.WhenRequired;
        Transfers = new S3Client(options);
    }

    /// <summary>A client that sends no checksums.</summary>
    private protected S3Client Transfers { get; }

    [ServerTheory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2 * PartLength)]
    [InlineData(4 * PartLength + 1)]
    public Task AFileIsUploadedAndDownloaded(int length) => CheckFileAsync(length);

    [ServerFact]
    public async Task AStreamOfUnknownLengthIsUploaded()
    {
        var bucket = await S3Server.CreateBucketAsync(Transfers);
        var bytes = NewBytes(2 * PartLength + 10);
        var pipe = new Pipe();
        var writing = WriteAsync();

        await using var body = pipe.Reader.AsStream();
        await Transfers.UploadAsync(new() { Bucket = bucket, Key = "key", Body = body }, new() { PartSizeBytes = PartLength, MaxConcurrency = 2 });
        await writing;
        using var copy = new MemoryStream();
        await Transfers.DownloadAsync(new() { Bucket = bucket, Key = "key" }, copy, new() { PartSizeBytes = PartLength });

        Assert.Equal(Sha256(bytes), Sha256(copy.ToArray()));

        async Task WriteAsync()
        {
            await pipe.Writer.WriteAsync(bytes);
            await pipe.Writer.CompleteAsync();
        }
    }

    [ServerFact]
    public async Task AnInterruptedUploadIsResumed()
    {
        var bucket = await S3Server.CreateBucketAsync(Transfers);
        var bytes = NewBytes(3 * PartLength + 1);
        var source = Path.Combine(_folder, "source");
        await File.WriteAllBytesAsync(source, bytes);
        using var cancellation = new CancellationTokenSource();
        var interrupt = new Reports { OnReport = cancellation.Cancel };
        var request = new PutObjectRequest { Bucket = bucket, Key = "key" };

        var error = await Assert.ThrowsAsync<TransferException>(() => Transfers.UploadFileAsync(
            source, request, new() { PartSizeBytes = PartLength, MaxConcurrency = 1, KeepPartsOnFailure = true, Progress = interrupt }, cancellation.Token));
        await Transfers.UploadFileAsync(source, request, new() { ResumeFrom = error.UploadState });
        var second = await Server.Sdk.S3Async("GetObject", new { Bucket = bucket, Key = "key" });

        Assert.NotEmpty(error.UploadState!.Parts);
        Assert.Equal(Sha256(bytes), second.GetProperty("Body").GetProperty("Sha256").GetString());
    }

    [ServerFact]
    public async Task ADownloadOfAMissingObjectLeavesNoFile()
    {
        var bucket = await S3Server.CreateBucketAsync(Transfers);

        await Assert.ThrowsAsync<NoSuchKeyException>(
            () => Transfers.DownloadFileAsync(new() { Bucket = bucket, Key = "missing" }, Path.Combine(_folder, "target")));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Transfers.Dispose();
            Directory.Delete(_folder, recursive: true);
        }

        base.Dispose(disposing);
    }

    private protected async Task CheckFileAsync(int length)
    {
        var bucket = await S3Server.CreateBucketAsync(Transfers);
        var bytes = NewBytes(length);
        var source = Path.Combine(_folder, "source");
        var target = Path.Combine(_folder, "target");
        await File.WriteAllBytesAsync(source, bytes);
        var uploads = new Reports();
        var downloads = new Reports();

        await Transfers.UploadFileAsync(source, new() { Bucket = bucket, Key = "a file", ContentType = "text/plain" }, new() { PartSizeBytes = PartLength, Progress = uploads });
        await Transfers.DownloadFileAsync(new() { Bucket = bucket, Key = "a file" }, target, new() { PartSizeBytes = PartLength, Progress = downloads });
        var second = await Server.Sdk.S3Async("GetObject", new { Bucket = bucket, Key = "a file" });

        Assert.Equal(Sha256(bytes), second.GetProperty("Body").GetProperty("Sha256").GetString());
        Assert.Equal("text/plain", second.GetProperty("ContentType").GetString());
        Assert.Equal(Sha256(bytes), Sha256(await File.ReadAllBytesAsync(target)));
        Assert.Equal((length, length), (uploads.Last.TransferredBytes, uploads.Last.TotalBytes));
        Assert.Equal((length, length), (downloads.Last.TransferredBytes, downloads.Last.TotalBytes));
        Assert.Equal(["source", "target"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private protected static byte[] NewBytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private protected sealed class Reports : IProgress<TransferProgress>
    {
        public TransferProgress Last { get; private set; }

        public Action? OnReport { get; init; }

        public void Report(TransferProgress value)
        {
            Last = value;
            OnReport?.Invoke();
        }
    }
}
