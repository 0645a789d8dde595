using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Storage;

public abstract class ObjectTests(S3Server server) : StorageTests(server)
{
    [ServerTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(8 * 1024 * 1024)]
    public async Task AnObjectKeepsItsBytes(int length)
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        await using var body = new MemoryStream(bytes);
        var put = await Client.PutObjectAsync(new() { Bucket = bucket, Key = "object", Body = body });
        await using var got = await Client.GetObjectAsync(new() { Bucket = bucket, Key = "object" });
        using var copy = new MemoryStream();
        await got.Body.CopyToAsync(copy);
        var second = await Server.Sdk.S3Async("GetObject", new { Bucket = bucket, Key = "object" });

        Assert.Equal(length, got.ContentLength);
        Assert.Equal(put.ETag, got.ETag);
        Assert.True(bytes.AsSpan().SequenceEqual(copy.ToArray()));
        Assert.Equal(Sha256(bytes), second.GetProperty("Body").GetProperty("Sha256").GetString());
    }

    [ServerFact]
    public async Task AnObjectOfTheSecondClientHasItsBytes()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        await Server.Sdk.S3Async("PutObject", new { Bucket = bucket, Key = "object", Body = Convert.ToBase64String(bytes) });

        await using var got = await Client.GetObjectAsync(new() { Bucket = bucket, Key = "object" });
        using var copy = new MemoryStream();
        await got.Body.CopyToAsync(copy);

        Assert.Equal(Sha256(bytes), Sha256(copy.ToArray()));
    }

    [ServerFact]
    public async Task AnObjectWithoutABodyIsEmpty()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        await Client.PutObjectAsync(new() { Bucket = bucket, Key = "object" });
        var head = await Client.HeadObjectAsync(new() { Bucket = bucket, Key = "object" });

        Assert.Equal(0, head.ContentLength);
        Assert.Equal("\"d41d8cd98f00b204e9800998ecf8427e\"", head.ETag);
    }

    [ServerFact]
    public async Task AHeadHasTheMetadataOfTheObject()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await using var body = new MemoryStream([1, 2, 3]);
        await Client.PutObjectAsync(new()
        {
            Bucket = bucket,
            Key = "object",
            Body = body,
            ContentType = "image/png; name=\"a\"",
            Metadata = new Dictionary<string, string> { ["owner"] = "somebody", ["upper-Case"] = "A  b" },
        });

        var head = await Client.HeadObjectAsync(new() { Bucket = bucket, Key = "object" });
        var second = await Server.Sdk.S3Async("HeadObject", new { Bucket = bucket, Key = "object" });

        Assert.Equal(3, head.ContentLength);
        Assert.Equal("image/png; name=\"a\"", head.ContentType);
        Assert.Equal("somebody", head.MetadataValue?["owner"]);
        Assert.Equal("A  b", head.MetadataValue?["upper-case"]);
        Assert.Equal(2, head.MetadataValue!.Count);
        Assert.InRange(head.LastModified!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Equal("somebody", second.GetProperty("Metadata").GetProperty("owner").GetString());
        Assert.Equal(second.GetProperty("ETag").GetString(), head.ETag);
    }

    [ServerTheory]
    [InlineData("bytes=0-1", "01", "bytes 0-1/10")]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=8-100", "89", "bytes 8-9/10")]
    public async Task ARangeHasOnlyItsBytes(string range, string text, string contentRange)
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, "digits", "0123456789");

        await using var got = await Client.GetObjectAsync(new() { Bucket = bucket, Key = "digits", Range = range });

        Assert.Equal(HttpStatusCode.PartialContent, got.Metadata.StatusCode);
        Assert.Equal(contentRange, got.ContentRange);
        Assert.Equal(text, await ReadTextAsync(got));
    }

    [ServerFact]
    public async Task ARangeBehindTheEndIsAnError()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, "digits", "0123456789");

        var error = await Assert.ThrowsAsync<S3Exception>(() => Client.GetObjectAsync(new() { Bucket = bucket, Key = "digits", Range = "bytes=10-" }));

        Assert.Equal(("InvalidRange", HttpStatusCode.RequestedRangeNotSatisfiable), (error.ErrorCode, error.StatusCode));
    }

    [ServerFact]
    public async Task AnUnchangedObjectIsNotModified()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var put = await PutAsync(bucket, "key", "text");

        var same = await Assert.ThrowsAsync<S3Exception>(() => Client.GetObjectAsync(new() { Bucket = bucket, Key = "key", IfNoneMatch = put.ETag }));
        var old = await Assert.ThrowsAsync<S3Exception>(
            () => Client.GetObjectAsync(new() { Bucket = bucket, Key = "key", IfModifiedSince = DateTimeOffset.UtcNow.AddSeconds(2) }));
        await using var other = await Client.GetObjectAsync(new() { Bucket = bucket, Key = "key", IfNoneMatch = "\"other\"" });

        Assert.Equal((HttpStatusCode.NotModified, 1), (same.StatusCode, same.Attempts));
        Assert.Equal(HttpStatusCode.NotModified, old.StatusCode);
        Assert.Equal("text", await ReadTextAsync(other));
    }

    [ServerFact]
    public async Task AMissingObjectIsAModeledError()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var error = await Assert.ThrowsAsync<NoSuchKeyException>(() => Client.GetObjectAsync(new() { Bucket = bucket, Key = "missing" }));

        Assert.Equal("NoSuchKey", error.ErrorCode);
        Assert.Equal("The specified key does not exist.", error.ServiceMessage);
        Assert.Equal((HttpStatusCode.NotFound, 1), (error.StatusCode, error.Attempts));
    }

    [ServerFact]
    public async Task AHeadOfAMissingObjectHasNoBodyAndIsNotFound()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var error = await Assert.ThrowsAnyAsync<S3Exception>(() => Client.HeadObjectAsync(new() { Bucket = bucket, Key = "missing" }));

        Assert.Equal((HttpStatusCode.NotFound, 1), (error.StatusCode, error.Attempts));
    }

    [ServerFact]
    public async Task AWaiterSeesThatAnObjectExistsAndNoLongerExists()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, "key", "text");

        var exists = await Client.WaitUntilObjectExistsAsync(new() { Bucket = bucket, Key = "key" }, ServerClient.Poll<HeadObjectResponse>());
        var deleted = await Client.DeleteObjectAsync(new() { Bucket = bucket, Key = "key" });
        await Client.WaitUntilObjectNotExistsAsync(new() { Bucket = bucket, Key = "key" }, ServerClient.Poll<HeadObjectResponse>());

        Assert.Equal(4, exists?.ContentLength);
        Assert.Equal(HttpStatusCode.NoContent, deleted.Metadata.StatusCode);
    }

    [ServerFact]
    public async Task ACopyHasTheBytesAndTheMetadata()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await using var body = new MemoryStream([1, 2, 3]);
        var put = await Client.PutObjectAsync(new() { Bucket = bucket, Key = "source", Body = body, Metadata = new Dictionary<string, string> { ["a"] = "1" } });

        var copied = await Client.CopyObjectAsync(new() { Bucket = bucket, Key = "copy", CopySource = bucket + "/source" });
        await Client.CopyObjectAsync(new()
        {
            Bucket = bucket,
            Key = "replaced",
            CopySource = bucket + "/source",
            MetadataDirective = MetadataDirective.Replace,
            Metadata = new Dictionary<string, string> { ["b"] = "2" },
        });
        var copy = await Client.HeadObjectAsync(new() { Bucket = bucket, Key = "copy" });
        var replaced = await Client.HeadObjectAsync(new() { Bucket = bucket, Key = "replaced" });

        Assert.Equal(put.ETag, copied.CopyObjectResult?.ETag);
        Assert.NotNull(copied.CopyObjectResult?.LastModified);
        Assert.Equal((3, "1"), (copy.ContentLength, copy.MetadataValue?["a"]));
        Assert.Equal((3, "2"), (replaced.ContentLength, replaced.MetadataValue?["b"]));
        Assert.DoesNotContain("a", replaced.MetadataValue!.Keys);
    }

    [ServerFact]
    public async Task ACopyOfAMissingObjectIsAnError()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var error = await Assert.ThrowsAnyAsync<S3Exception>(
            () => Client.CopyObjectAsync(new() { Bucket = bucket, Key = "copy", CopySource = bucket + "/missing" }));

        Assert.Equal(("NoSuchKey", HttpStatusCode.NotFound), (error.ErrorCode, error.StatusCode));
    }
}
