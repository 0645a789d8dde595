using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Storage;

public abstract class BucketTests(S3Server server) : StorageTests(server)
{
    [ServerFact]
    public async Task ABucketIsCreatedListedAndDeleted()
    {
        var name = "bucket-" + Guid.NewGuid().ToString("N");

        var created = await Client.CreateBucketAsync(new() { Bucket = name });
        var listed = await Client.ListBucketsAsync(new());
        var deleted = await Client.DeleteBucketAsync(new() { Bucket = name });
        var rest = await Client.ListBucketsAsync(new());

        Assert.Equal("/" + name, created.Location);
        var bucket = Assert.Single(listed.Buckets!, bucket => bucket.Name == name);
        Assert.InRange(bucket.CreationDate!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.False(string.IsNullOrEmpty(listed.Owner?.ID));
        Assert.Equal(HttpStatusCode.NoContent, deleted.Metadata.StatusCode);
        Assert.DoesNotContain(rest.Buckets ?? [], bucket => bucket.Name == name);
    }

    [ServerFact]
    public async Task AWaiterSeesThatABucketExistsAndNoLongerExists()
    {
        var name = await S3Server.CreateBucketAsync(Client);

        var exists = await Client.WaitUntilBucketExistsAsync(new() { Bucket = name }, ServerClient.Poll<HeadBucketResponse>());
        await Client.DeleteBucketAsync(new() { Bucket = name });
        await Client.WaitUntilBucketNotExistsAsync(new() { Bucket = name }, ServerClient.Poll<HeadBucketResponse>());

        Assert.Equal(HttpStatusCode.OK, exists?.Metadata.StatusCode);
    }

    [ServerFact]
    public async Task AMissingBucketIsAModeledError()
    {
        var error = await Assert.ThrowsAsync<NoSuchBucketException>(() => Client.ListObjectsV2Async(new() { Bucket = "no-such-bucket" }));

        Assert.Equal("NoSuchBucket", error.ErrorCode);
        Assert.StartsWith("The specified bucket does not exist", error.ServiceMessage, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(("S3", "ListObjectsV2"), (error.Service, error.Operation));
        Assert.Equal(1, error.Attempts);
    }

    [ServerFact]
    public async Task AHeadOfAMissingBucketHasNoBodyAndIsNotFound()
    {
        var error = await Assert.ThrowsAnyAsync<S3Exception>(() => Client.HeadBucketAsync(new() { Bucket = "no-such-bucket" }));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal("HeadBucket", error.Operation);
    }

    [ServerFact]
    public async Task ABucketThatHasObjectsCannotBeDeleted()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, "key", "text");

        var error = await Assert.ThrowsAsync<S3Exception>(() => Client.DeleteBucketAsync(new() { Bucket = bucket }));

        Assert.Equal(("BucketNotEmpty", HttpStatusCode.Conflict), (error.ErrorCode, error.StatusCode));
    }

    [ServerFact]
    public async Task ABucketInTheHostNameIsTheSameBucket()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, "in the path", "text");
        using var invoker = Server.CreateInvoker();
        using var client = Server.CreateVirtualHostClient(invoker);

        await using var got = await client.GetObjectAsync(new() { Bucket = bucket, Key = "in the path" });
        var keys = await S3Server.ListKeysAsync(client, bucket);

        Assert.Equal("text", await ReadTextAsync(got));
        Assert.Equal(["in the path"], keys);
    }

    [ServerFact]
    public async Task TheSecondClientSeesTheBuckets()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var listed = await Server.Sdk.S3Async("ListBuckets", new { });

        Assert.Contains(bucket, listed.GetProperty("Buckets").EnumerateArray().Select(static item => item.GetProperty("Name").GetString()));
    }
}
