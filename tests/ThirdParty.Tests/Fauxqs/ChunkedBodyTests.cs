using System;
using System.IO;
using System.IO.Pipelines;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.Storage;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fauxqs;

/// <summary>Bodies that are sent as <c>aws-chunked</c>, with a checksum in the trailer.</summary>
[Collection(nameof(FauxqsServer))]
public sealed class ChunkedBodyTests(FauxqsServer server) : StorageTests(server)
{
    [ServerTheory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task AStreamWithAChecksumKeepsItsBytes(string algorithm)
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var bytes = new byte[200_000];
        new Random(3).NextBytes(bytes);

        await using var body = new MemoryStream(bytes);
        await Client.PutObjectAsync(new() { Bucket = bucket, Key = "object", Body = body, ChecksumAlgorithm = new(algorithm) });
        var second = await Server.Sdk.S3Async("GetObject", new { Bucket = bucket, Key = "object" });

        Assert.Equal(Sha256(bytes), second.GetProperty("Body").GetProperty("Sha256").GetString());
    }

    [ServerFact]
    public async Task AStreamThatCannotSeekKeepsItsBytes()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var bytes = new byte[500_000];
        new Random(4).NextBytes(bytes);

        var pipe = new Pipe();
        var writing = WriteAsync();
        await using var body = pipe.Reader.AsStream();
        await Client.PutObjectAsync(new() { Bucket = bucket, Key = "object", Body = body, ContentLength = bytes.Length });
        await writing;
        var second = await Server.Sdk.S3Async("GetObject", new { Bucket = bucket, Key = "object" });

        Assert.Equal(Sha256(bytes), second.GetProperty("Body").GetProperty("Sha256").GetString());

        async Task WriteAsync()
        {
            await pipe.Writer.WriteAsync(bytes);
            await pipe.Writer.CompleteAsync();
        }
    }

    [ServerFact]
    public async Task AnAbortedUploadLeavesNoObject()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var upload = await Client.CreateMultipartUploadAsync(new() { Bucket = bucket, Key = "key" });
        await using var body = new MemoryStream([1, 2, 3]);
        var part = await Client.UploadPartAsync(new() { Bucket = bucket, Key = "key", UploadId = upload.UploadId!, PartNumber = 1, Body = body });

        var aborted = await Client.AbortMultipartUploadAsync(new() { Bucket = bucket, Key = "key", UploadId = upload.UploadId! });
        var error = await Assert.ThrowsAnyAsync<S3Exception>(() => Client.CompleteMultipartUploadAsync(new()
        {
            Bucket = bucket,
            Key = "key",
            UploadId = upload.UploadId!,
            MultipartUpload = new() { Parts = [new() { PartNumber = 1, ETag = part.ETag }] },
        }));

        Assert.Equal(HttpStatusCode.NoContent, aborted.Metadata.StatusCode);
        Assert.Equal("NoSuchUpload", error.ErrorCode);
        Assert.Empty(await S3Server.ListKeysAsync(Client, bucket));
    }
}
