using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.Storage;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.S3rver;

/// <summary>What s3rver has and the other server does not.</summary>
[Collection(nameof(S3rverServer))]
public sealed class S3rverOnlyTests(S3rverServer server) : StorageTests(server)
{
    [ServerFact]
    public async Task ABucketThatExistsIsAModeledError()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var error = await Assert.ThrowsAsync<BucketAlreadyExistsException>(() => Client.CreateBucketAsync(new() { Bucket = bucket }));

        Assert.Equal(("BucketAlreadyExists", "The requested bucket already exists"), (error.ErrorCode, error.ServiceMessage));
        Assert.Equal(HttpStatusCode.Conflict, error.StatusCode);
    }

    [ServerFact]
    public async Task ABucketNameThatIsNotValidIsAnError()
    {
        var error = await Assert.ThrowsAsync<S3Exception>(() => Client.CreateBucketAsync(new() { Bucket = "Not_Valid" }));

        Assert.Equal(("InvalidBucketName", HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
    }

    [ServerFact]
    public async Task TheLocationOfTheDefaultRegionIsEmpty()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var location = await Client.GetBucketLocationAsync(new() { Bucket = bucket });

        Assert.True(string.IsNullOrEmpty(location.LocationConstraint?.Value));
    }

    [ServerFact]
    public async Task AnyObjectMatchesAnAsterisk()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, "key", "text");

        var error = await Assert.ThrowsAsync<S3Exception>(() => Client.GetObjectAsync(new() { Bucket = bucket, Key = "key", IfNoneMatch = "*" }));

        Assert.Equal(HttpStatusCode.NotModified, error.StatusCode);
    }

    [ServerFact]
    public async Task TagsAreStoredAndRead()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, "key", "text");

        var none = await Client.GetObjectTaggingAsync(new() { Bucket = bucket, Key = "key" });
        await Client.PutObjectTaggingAsync(new()
        {
            Bucket = bucket,
            Key = "key",
            Tagging = new() { TagSet = [new() { Key = "team", Value = "a/b (c)" }, new() { Key = "cost", Value = "" }] },
        });
        var tags = await Client.GetObjectTaggingAsync(new() { Bucket = bucket, Key = "key" });

        Assert.Empty(none.TagSet);
        Assert.Equal([("team", "a/b (c)"), ("cost", "")], tags.TagSet.Select(static tag => (tag.Key, tag.Value)));
    }

    [ServerFact]
    public async Task AnAccessControlListHasTheTypeOfItsGrantees()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, "key", "text");

        var acl = await Client.GetObjectAclAsync(new() { Bucket = bucket, Key = "key" });

        Assert.Equal("S3rver", acl.Owner?.DisplayName);
        var grantee = acl.Grants![0].Grantee!;
        Assert.Equal((S3.Type.CanonicalUser, "abc", "You"), (grantee.Type, grantee.ID, grantee.DisplayName));
    }

    [ServerFact]
    public async Task AnOperationThatTheServerDoesNotHaveIsAnError()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var error = await Assert.ThrowsAsync<S3Exception>(() => Client.ListMultipartUploadsAsync(new() { Bucket = bucket }));

        Assert.Equal(("NotImplemented", HttpStatusCode.NotImplemented), (error.ErrorCode, error.StatusCode));
    }
}
