using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.DataZone;
using DataZoneGen.ThirdParty.Tests.DynamoDB;
using DataZoneGen.ThirdParty.Tests.STS;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fakes;

/// <summary>botocore sends what fakes read, and reads what fakes write.</summary>
public sealed class BotocoreTests : FakeApplication
{
    private static readonly string[] Tags = ["a", "b"];
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [BotocoreFact]
    public async Task DataZoneHasResponsesAndErrors()
    {
        DataZone.OnGetDataSourceRun(static request => request.Identifier == "run1"
            ? new GetDataSourceRunResponse
            {
                DomainId = request.DomainIdentifier,
                DataSourceId = "source1",
                Id = request.Identifier,
                ProjectId = "project1",
                Status = DataSourceRunStatus.Success,
                Type = DataSourceRunType.Scheduled,
                CreatedAt = Time,
                UpdatedAt = Time,
            }
            : throw new DataZone.ResourceNotFoundException("There is no such run."));

        var results = await Botocore.CallAsync(
            Endpoint,
            Credentials,
            ("datazone", "get_data_source_run", new { domainIdentifier = "dzd_1", identifier = "run1" }),
            ("datazone", "get_data_source_run", new { domainIdentifier = "dzd_1", identifier = "run2" }),
            ("datazone", "get_data_source_run", new { domainIdentifier = "other", identifier = "run1" }));

        var output = results[0].GetProperty("output");
        Assert.Equal(("dzd_1", "SUCCESS", Time.ToUnixTimeSeconds()), (Text(output, "domainId"), Text(output, "status"), output.GetProperty("createdAt").GetDouble()));
        Assert.Equal(36, Text(results[0], "requestId").Length);
        Assert.Equal(("ResourceNotFoundException", "There is no such run.", 404), Error(results[1]));
        Assert.Equal("ValidationException", Text(results[2], "error"));
    }

    [BotocoreFact]
    public async Task DynamoDBHasItemsAndErrors()
    {
        IReadOnlyDictionary<string, AttributeValue>? item = null;
        DynamoDB.OnPutItem(request =>
        {
            item = request.Item;
            return new PutItemResponse();
        });
        DynamoDB.OnGetItem(_ => new GetItemResponse { Item = item });
        DynamoDB.OnQuery().Throws(new DynamoDB.ResourceNotFoundException("There is no such table."));

        var results = await Botocore.CallAsync(
            Endpoint,
            Credentials,
            ("dynamodb", "put_item", new { TableName = "books", Item = new { Title = new { S = "Grüße" }, Year = new { N = "1999" }, Tags = new { SS = Tags } } }),
            ("dynamodb", "get_item", new { TableName = "books", Key = new { Title = new { S = "Grüße" } } }),
            ("dynamodb", "query", new { TableName = "books" }));

        Assert.Equal("""{"Title": {"S": "Grüße"}, "Year": {"N": "1999"}, "Tags": {"SS": ["a", "b"]}}""".Replace(" ", "", StringComparison.Ordinal), Compact(results[1].GetProperty("output").GetProperty("Item")));
        Assert.Equal(("ResourceNotFoundException", "There is no such table.", 400), Error(results[2]));
    }

    [BotocoreFact]
    public async Task S3HasObjectsAndErrors()
    {
        var objects = StoreObjects();

        var results = await Botocore.CallAsync(
            Endpoint,
            Credentials,
            ("s3", "put_object", new { Bucket = "bucket", Key = "a b/ü//../c+d%", Body = "content", ContentType = "text/plain" }),
            ("s3", "get_object", new { Bucket = "bucket", Key = "a b/ü//../c+d%" }),
            ("s3", "get_object", new { Bucket = "bucket", Key = "missing" }));

        Assert.Equal("content", Encoding.UTF8.GetString(objects["bucket/a b/ü//../c+d%"]));
        Assert.Equal("content", Text(results[1].GetProperty("output"), "Body"));
        Assert.Equal("note", Text(results[1].GetProperty("output").GetProperty("Metadata"), "kind"));
        Assert.Equal(("NoSuchKey", "There is no such key.", 404), Error(results[2]));
        Assert.Equal("NoSuchKey", Text(results[2], "class"));
    }

    [BotocoreFact]
    public async Task StsHasTheIdentity()
    {
        Sts.OnGetCallerIdentity(static _ => new GetCallerIdentityResponse { Account = "123456789012", Arn = "arn:aws:iam::123456789012:user/a", UserId = "AIDA" });

        var results = await Botocore.CallAsync(Endpoint, Credentials, ("sts", "get_caller_identity", new { }));

        Assert.Equal("123456789012", Text(results[0].GetProperty("output"), "Account"));
        Assert.Equal(36, Text(results[0], "requestId").Length);
    }

    [BotocoreFact]
    public async Task WrongCredentialsAreRefused()
    {
        var calls = new (string, string, object)[]
        {
            ("datazone", "get_data_source_run", new { domainIdentifier = "dzd_1", identifier = "run1" }),
            ("dynamodb", "query", new { TableName = "books" }),
            ("s3", "get_object", new { Bucket = "bucket", Key = "key" }),
            ("sts", "get_caller_identity", new { }),
        };

        var wrongSecret = await Botocore.CallAsync(Endpoint, new AwsCredentials(Credentials.AccessKeyId, "wrong", Credentials.SessionToken), calls);
        var wrongKey = await Botocore.CallAsync(Endpoint, new AwsCredentials("AKIDOTHER", "secret"), calls);

        Assert.Equal(
            ["InvalidSignatureException", "InvalidSignatureException", "SignatureDoesNotMatch", "SignatureDoesNotMatch"], Array.ConvertAll(wrongSecret, static r => Text(r, "error")));
        Assert.Equal(
            ["UnrecognizedClientException", "UnrecognizedClientException", "InvalidAccessKeyId", "InvalidClientTokenId"], Array.ConvertAll(wrongKey, static r => Text(r, "error")));
    }

    private static string Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString()! : "no " + name + " in " + owner;

    private static string Compact(JsonElement value) => value.ToString().Replace(" ", "", StringComparison.Ordinal).Replace("\\u00fc", "ü", StringComparison.Ordinal).Replace("\\u00df", "ß", StringComparison.Ordinal);

    private static (string Code, string Message, int Status) Error(JsonElement result) => result.TryGetProperty("status", out var status)
        ? (Text(result, "error"), Text(result, "message"), status.GetInt32())
        : ("no error", result.ToString(), 0);
}
