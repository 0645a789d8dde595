using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using DataZoneGen.ThirdParty.Tests.DynamoDB;
using DataZoneGen.ThirdParty.Tests.STS;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fakes;

/// <summary>AWS's SDK for .NET sends what fakes read, and reads what fakes write.</summary>
public sealed class SdkForNetTests : FakeApplication
{
    private static readonly SessionAWSCredentials SdkCredentials = new(Credentials.AccessKeyId, Credentials.SecretAccessKey, Credentials.SessionToken);

    [Fact]
    public async Task DynamoDBHasItemsAndErrors()
    {
        DynamoDB.OnGetItem(static request => request.TableName == "books"
            ? new GetItemResponse { Item = new Dictionary<string, AttributeValue> { ["Title"] = ((AttributeValue.S)request.Key["Title"]) with { Value = "found" } } }
            : throw new DynamoDB.ResourceNotFoundException("There is no such table."));
        using var client = new AmazonDynamoDBClient(SdkCredentials, new AmazonDynamoDBConfig { ServiceURL = Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1" });
        var key = new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> { ["Title"] = new("t") };

        var response = await client.GetItemAsync("books", key);
        var error = await Assert.ThrowsAsync<Amazon.DynamoDBv2.Model.ResourceNotFoundException>(() => client.GetItemAsync("films", key));

        Assert.Equal("found", response.Item["Title"].S);
        Assert.Equal(("There is no such table.", HttpStatusCode.BadRequest), (error.Message, error.StatusCode));
    }

    [Fact]
    public async Task S3HasObjectsAndErrors()
    {
        var objects = StoreObjects();
        using var client = new AmazonS3Client(SdkCredentials, new AmazonS3Config { ServiceURL = Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", ForcePathStyle = true });

        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "a b/c", ContentBody = "content" });
        using var response = await client.GetObjectAsync("bucket", "a b/c");
        using var reader = new StreamReader(response.ResponseStream);
        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => client.GetObjectAsync("bucket", "missing"));

        Assert.Equal("content", Encoding.UTF8.GetString(objects["bucket/a b/c"]));
        Assert.Equal("content", await reader.ReadToEndAsync());
        Assert.Equal(("NoSuchKey", HttpStatusCode.NotFound), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task StsHasTheIdentity()
    {
        Sts.OnGetCallerIdentity(static _ => new GetCallerIdentityResponse { Account = "123456789012", Arn = "arn:aws:iam::123456789012:user/a", UserId = "AIDA" });
        using var client = new AmazonSecurityTokenServiceClient(SdkCredentials, new AmazonSecurityTokenServiceConfig { ServiceURL = Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1" });

        Assert.Equal("123456789012", (await client.GetCallerIdentityAsync(new())).Account);
    }
}
