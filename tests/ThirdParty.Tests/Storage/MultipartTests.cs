using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Storage;

public abstract class MultipartTests(S3Server server) : StorageTests(server)
{
    private const int PartLength = 5 * 1024 * 1024;

    [ServerFact]
    public async Task PartsInAnyOrderMakeAnObject()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var bytes = new byte[PartLength + 1000];
        new Random(2).NextBytes(bytes);

        var upload = await Client.CreateMultipartUploadAsync(new()
        {
            Bucket = bucket,
            Key = "two parts & more",
            ContentType = "text/plain",
            Metadata = new Dictionary<string, string> { ["a"] = "1" },
        });
        var second = await UploadAsync(upload, 2, bytes.AsMemory(PartLength));
        var first = await UploadAsync(upload, 1, bytes.AsMemory(0, PartLength));
        var completed = await Client.CompleteMultipartUploadAsync(
            new() { Bucket = bucket, Key = "two parts & more", UploadId = upload.UploadId!, MultipartUpload = new() { Parts = [first, second] } });
        await using var got = await Client.GetObjectAsync(new() { Bucket = bucket, Key = "two parts & more" });
        using var copy = new MemoryStream();
        await got.Body.CopyToAsync(copy);
        var theirs = await Server.Sdk.S3Async("GetObject", new { Bucket = bucket, Key = "two parts & more" });

        Assert.Equal((bucket, "two parts & more"), (upload.Bucket, upload.Key));
        Assert.Equal((bucket, "two parts & more"), (completed.Bucket, completed.Key));
        Assert.Equal(completed.ETag, got.ETag);
        Assert.Equal(("text/plain", "1"), (got.ContentType, got.MetadataValue?["a"]));
        Assert.Equal(Sha256(bytes), Sha256(copy.ToArray()));
        Assert.Equal(Sha256(bytes), theirs.GetProperty("Body").GetProperty("Sha256").GetString());
    }

    [ServerFact]
    public async Task AnUploadedPartIsReplacedByALaterOne()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var upload = await Client.CreateMultipartUploadAsync(new() { Bucket = bucket, Key = "key" });
        var old = await UploadAsync(upload, 1, new byte[] { 1 });
        var part = await UploadAsync(upload, 1, new byte[] { 2, 3 });
        await Client.CompleteMultipartUploadAsync(new() { Bucket = bucket, Key = "key", UploadId = upload.UploadId!, MultipartUpload = new() { Parts = [part] } });
        await using var got = await Client.GetObjectAsync(new() { Bucket = bucket, Key = "key" });
        using var copy = new MemoryStream();
        await got.Body.CopyToAsync(copy);

        Assert.NotEqual(old.ETag, part.ETag);
        Assert.Equal([2, 3], copy.ToArray());
    }

    private protected async Task<CompletedPart> UploadAsync(CreateMultipartUploadResponse upload, int number, ReadOnlyMemory<byte> bytes)
    {
        await using var body = new MemoryStream(bytes.ToArray());
        var part = await Client.UploadPartAsync(
            new() { Bucket = upload.Bucket!, Key = upload.Key!, UploadId = upload.UploadId!, PartNumber = number, Body = body });
        return new CompletedPart { PartNumber = number, ETag = part.ETag };
    }
}
