using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Routing;

public class RestFinderTests
{
    private static readonly FakeOperation[] Operations =
    [
        new AnyFakeOperation("GetFile", "GET", "/files/{path+}"),
        new AnyFakeOperation("GetItem", "GET", "/items/{id}"),
        new AnyFakeOperation("GetLatest", "GET", "/items/latest"),
        new AnyFakeOperation("GetVersion", "GET", "/items/{id}/versions/{version}"),
        new AnyFakeOperation("ListItems", "GET", "/items"),
        new AnyFakeOperation("FindItems", "GET", "/items", "find"),
        new AnyFakeOperation("GetPart", "GET", "/files/{path+}/parts/{part}"),
        new AnyFakeOperation("GetRoot", "GET", "/"),
        new AnyFakeOperation("PutItem", "PUT", "/items/{id}"),
    ];

    private static readonly FakeOperation[] Storage =
    [
        new AnyFakeOperation("ListBuckets", "GET", "/", "x-id=ListBuckets"),
        new AnyFakeOperation("ListObjects", "GET", "/{Bucket}") { Label = "Bucket" },
        new AnyFakeOperation("ListObjectsV2", "GET", "/{Bucket}", "list-type=2") { Label = "Bucket" },
        new AnyFakeOperation("GetObject", "GET", "/{Bucket}/{Key+}", "x-id=GetObject") { Label = "Bucket" },
        new AnyFakeOperation("GetObjectAcl", "GET", "/{Bucket}/{Key+}", "acl") { Label = "Bucket" },
        new AnyFakeOperation("ListParts", "GET", "/{Bucket}/{Key+}", "x-id=ListParts") { Label = "Bucket", NeedsQuery = ["uploadId"] },
        new AnyFakeOperation("PutObject", "PUT", "/{Bucket}/{Key+}", "x-id=PutObject") { Label = "Bucket" },
        new AnyFakeOperation("CopyObject", "PUT", "/{Bucket}/{Key+}", "x-id=CopyObject") { Label = "Bucket", NeedsHeaders = ["x-amz-copy-source"] },
        new AnyFakeOperation("UploadPart", "PUT", "/{Bucket}/{Key+}", "x-id=UploadPart") { Label = "Bucket", NeedsQuery = ["partNumber", "uploadId"] },
        new AnyFakeOperation("UploadPartCopy", "PUT", "/{Bucket}/{Key+}", "x-id=UploadPartCopy")
        {
            Label = "Bucket", NeedsQuery = ["partNumber", "uploadId"], NeedsHeaders = ["x-amz-copy-source"],
        },
        new AnyFakeOperation("CreateMultipartUpload", "POST", "/{Bucket}/{Key+}", "uploads") { Label = "Bucket" },
    ];

    [Theory]
    [InlineData("GET /", "GetRoot")]
    [InlineData("GET /items", "ListItems")]
    [InlineData("GET /items?find", "FindItems")]
    [InlineData("GET /items?find=", "FindItems")]
    [InlineData("GET /items?other=find", "ListItems")]
    [InlineData("GET /items/latest", "GetLatest")]
    [InlineData("GET /items/la%74est", "GetLatest")]
    [InlineData("GET /items/x", "GetItem")]
    [InlineData("GET /items/x%2Fy", "GetItem")]
    [InlineData("GET /items/..", "GetItem")]
    [InlineData("PUT /items/latest", "PutItem")]
    [InlineData("GET /items/x/versions/2", "GetVersion")]
    [InlineData("GET /files/a/b//c", "GetFile")]
    [InlineData("GET /files/a/b/parts/1", "GetPart")]
    [InlineData("GET /items/", null)]
    [InlineData("GET /items/x/versions/", null)]
    [InlineData("GET /other", null)]
    [InlineData("POST /items", null)]
    [InlineData("GET /files", null)]
    public async Task Finds_the_most_specific_operation(string request, string? expected) => Assert.Equal(expected, await FindAsync(Operations, request));

    [Theory]
    [InlineData("GET / localhost:5000", "ListBuckets")]
    [InlineData("GET / s3.us-east-1.amazonaws.com", "ListBuckets")]
    [InlineData("GET /bucket localhost", "ListObjects")]
    [InlineData("GET /bucket/ 127.0.0.1:5000", "ListObjects")]
    [InlineData("GET /?list-type=2 bucket.s3.us-east-1.amazonaws.com", "ListObjectsV2")]
    [InlineData("GET /key bucket.s3-fips.us-east-1.amazonaws.com", "GetObject")]
    [InlineData("GET /a/b bucket.localhost:5000", "GetObject")]
    [InlineData("GET /bucket/a/b localhost", "GetObject")]
    [InlineData("GET /bucket//a//b/ localhost", "GetObject")]
    [InlineData("GET /bucket/../x localhost", "GetObject")]
    [InlineData("GET /bucket/key?acl localhost", "GetObjectAcl")]
    [InlineData("GET /bucket/key?uploadId=1&x-id=ListParts localhost", "ListParts")]
    [InlineData("PUT /bucket/key?x-id=PutObject localhost", "PutObject")]
    [InlineData("PUT /bucket/key localhost copy", "CopyObject")]
    [InlineData("PUT /bucket/key?partNumber=1&uploadId=2 localhost", "UploadPart")]
    [InlineData("PUT /bucket/key?partNumber=1&uploadId=2 localhost copy", "UploadPartCopy")]
    [InlineData("POST /bucket/key?uploads localhost", "CreateMultipartUpload")]
    [InlineData("POST /bucket/key localhost", null)]
    public async Task Finds_operations_of_buckets_by_host_path_query_and_headers(string request, string? expected) =>
        Assert.Equal(expected, await FindAsync(Storage, request));

    [Fact]
    public async Task An_operation_without_its_required_parameters_is_found_if_there_is_no_other()
    {
        FakeOperation[] operations = [new AnyFakeOperation("Search", "GET", "/search") { NeedsQuery = ["text"] }];

        Assert.Equal("Search", await FindAsync(operations, "GET /search"));
    }

    [Theory]
    [InlineData("/items/a%2Fb%20c", "/items/{id}", "id", "a/b c")]
    [InlineData("/items/..", "/items/{id}", "id", "..")]
    [InlineData("/items/a+b", "/items/{id}", "id", "a+b")]
    [InlineData("/files/a//%2E%2E/b/", "/files/{path+}", "path", "a//../b/")]
    [InlineData("/files/a/b/parts/7", "/files/{path+}/parts/{part}", "path", "a/b")]
    [InlineData("/files/a/b/parts/7", "/files/{path+}/parts/{part}", "part", "7")]
    public void Labels_are_decoded(string path, string template, string label, string expected) =>
        Assert.Equal(expected, new PathTemplate(template, endpointLabel: null).FindLabel(path, default, label));

    [Theory]
    [InlineData("/my%20bucket//a%2Fb", "localhost", "my bucket", "/a/b")]
    [InlineData("/a/", "bucket.s3.us-east-1.amazonaws.com", "bucket", "a/")]
    public void The_bucket_comes_from_the_host_or_the_path(string path, string host, string bucket, string key)
    {
        var template = new PathTemplate("/{Bucket}/{Key+}", "Bucket");
        var label = EndpointLabel.From(host, path);

        Assert.True(template.Matches(path, label));
        Assert.Equal(bucket, template.FindLabel(path, label, "Bucket"));
        Assert.Equal(key, template.FindLabel(path, label, "Key"));
    }

    [Fact]
    public async Task Any_target_has_an_operation_or_none()
    {
        foreach (var seed in FuzzTime.Seeds(500))
        {
            var random = new Random(seed);
            var target = new StringBuilder("/");
            for (var length = random.Next(60); length > 0; length--)
            {
                target.Append("/items%2F.?=&+ufind;files"[random.Next(25)]);
            }

            foreach (var operations in (IEnumerable<FakeOperation[]>)[Operations, Storage])
            {
                var request = FakeRequests.Create("GET", target.ToString(), host: "localhost");
                var service = new AnyFakeService(FakeProtocols.RestJson, operations);
                var operation = await service.FindAsync(request, default);
                if (operation is not null)
                {
                    Assert.Null(Record.Exception(() => new FakeRequestReader(request, operation).Query.MapOfLists()));
                    Assert.True(operation.Template.Matches(request.Path, request.EndpointLabel), "Seed " + seed);
                }
            }
        }
    }

    private static async Task<string?> FindAsync(FakeOperation[] operations, string text)
    {
        var parts = text.Split(' ');
        (string, string)[] headers = parts.Length > 3 ? [("x-amz-copy-source", "/b/k")] : [];
        var request = FakeRequests.Create(parts[0], parts[1], host: parts.Length > 2 ? parts[2] : "localhost", headers: headers);
        return (await new AnyFakeService(FakeProtocols.RestXml(wrapsErrors: false), operations).FindAsync(request, default))?.Name;
    }
}
