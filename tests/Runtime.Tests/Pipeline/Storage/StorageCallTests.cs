using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Storage;

/// <summary>Calls of a service with buckets: errors in successful responses, redirects, sessions and addresses.</summary>
public sealed class StorageCallTests
{
    private const string Redirect = "<Error><Code>PermanentRedirect</Code><Message>Use another endpoint.</Message></Error>";
    private const string InternalError = "<Error><Code>InternalError</Code><Message>It failed.</Message></Error>";

    [Fact]
    public async Task An_error_in_a_successful_response_is_retried()
    {
        var handler = new StubHandler(static () => Xml(HttpStatusCode.OK, InternalError), static () => Xml(HttpStatusCode.OK, "<Result/>"));

        await SendAsync(handler, new StoreRequest(null));

        Assert.Equal(2, handler.Seen.Count);
    }

    [Fact]
    public async Task An_error_in_a_successful_response_is_a_server_error()
    {
        var error = await Assert.ThrowsAsync<TestException>(() => SendAsync(new StubHandler(static () => Xml(HttpStatusCode.OK, InternalError)), new StoreRequest(null)));

        Assert.Equal(("InternalError", "It failed.", HttpStatusCode.InternalServerError, 3), (error.ErrorCode, error.Message, error.StatusCode, error.Attempts));
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently, Redirect)]
    [InlineData(HttpStatusCode.TemporaryRedirect, "")]
    [InlineData(HttpStatusCode.BadRequest, "")]
    public async Task A_redirect_to_a_region_in_a_header_is_followed(HttpStatusCode status, string body)
    {
        var handler = new StubHandler(() => Xml(status, body, ("x-amz-bucket-region", "eu-west-1")), static () => Xml(HttpStatusCode.OK, ""));

        await SendAsync(handler, new StoreRequest(null), static options => options.MaxAttempts = 1);

        Assert.Equal("https://bucket.storage.eu-west-1.example/item", handler.Seen[1].Url);
        Assert.Contains("/eu-west-1/storage/aws4_request", handler.Seen[1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_a_region_in_the_body_is_followed_and_remembered()
    {
        var handler = new StubHandler(
            static () => Xml(HttpStatusCode.BadRequest, "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region></Error>"),
            static () => Xml(HttpStatusCode.OK, ""));
        using var client = StorageService.Over(handler);

        await client.CallAsync(StoreItem.UploadBytes, new StoreRequest(null));
        await client.CallAsync(StoreItem.UploadBytes, new StoreRequest(null));
        await client.CallAsync(StoreItem.UploadBytes, new StoreRequest(null) { Bucket = "other" });

        Assert.Equal(
            ["us-east-1", "eu-west-1", "eu-west-1", "us-east-1"],
            handler.Seen.Select(static seen => seen.Url.Split('.')[2]));
    }

    [Fact]
    public async Task A_second_redirect_names_the_region()
    {
        var handler = new StubHandler(
            static () => Xml(HttpStatusCode.MovedPermanently, Redirect, ("x-amz-bucket-region", "eu-west-1")),
            static () => Xml(HttpStatusCode.MovedPermanently, Redirect, ("x-amz-bucket-region", "eu-west-2")));

        var error = await Assert.ThrowsAsync<TestException>(() => SendAsync(handler, new StoreRequest(null)));

        Assert.Equal(2, handler.Seen.Count);
        Assert.Equal("Use another endpoint. The bucket is in the region 'eu-west-2', and the request was sent to 'eu-west-1'. Use a client for that region.", error.Message);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_a_stream_that_has_been_read()
    {
        var handler = new StubHandler(static () => Xml(HttpStatusCode.MovedPermanently, Redirect, ("x-amz-bucket-region", "eu-west-1")));
        using var client = StorageService.Over(handler);

        var error = await Assert.ThrowsAsync<TestException>(() => client.CallAsync(StoreItem.Upload, new StoreRequest(new OneWayStream("12")) { ContentLength = 2 }));

        Assert.Contains("eu-west-1", error.Message, StringComparison.Ordinal);
        Assert.Single(handler.Seen);
    }

    [Fact]
    public async Task A_directory_bucket_has_a_session_for_all_calls()
    {
        var handler = new StubHandler(static () => Session("SESSION1"), static () => StubHandler.Bytes([]));
        using var client = StorageService.Over(handler);

        await client.CallAsync(StoreItem.UploadBytes, new StoreRequest(null) { Bucket = "b--x-s3" });
        await client.CallAsync(StoreItem.UploadBytes, new StoreRequest(null) { Bucket = "b--x-s3" });

        Assert.Equal(["https://b--x-s3.storage.us-east-1.example/?session", "PUT", "PUT"], handler.Seen.Select(static seen => seen.Method == "GET" ? seen.Url : seen.Method));
        Assert.Contains("Credential=AKIDEXAMPLE/", handler.Seen[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.All(handler.Seen.Skip(1), static seen =>
        {
            Assert.Contains("Credential=SESSION1/", seen.Headers["Authorization"], StringComparison.Ordinal);
            Assert.Contains("/express/aws4_request", seen.Headers["Authorization"], StringComparison.Ordinal);
            Assert.Equal("session-token", seen.Headers["x-amz-s3session-token"]);
            Assert.False(seen.Headers.ContainsKey("x-amz-security-token"));
        });
    }

    [Fact]
    public async Task A_session_that_has_expired_is_created_anew()
    {
        var handler = new StubHandler(
            static () => Session("SESSION1"),
            static () => Xml(HttpStatusCode.BadRequest, "<Error><Code>ExpiredToken</Code></Error>"),
            static () => Session("SESSION2"),
            static () => StubHandler.Bytes([]));

        await SendAsync(handler, new StoreRequest(null) { Bucket = "b--x-s3" });

        Assert.Contains("Credential=SESSION2/", handler.Seen[3].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1024 * 1024, true)]
    [InlineData((1024 * 1024) - 1, false)]
    public async Task A_long_stream_waits_for_the_service(int length, bool expected)
    {
        bool? expectsContinue = null;
        var handler = StubHandler.Over((message, _) =>
        {
            expectsContinue = message.Headers.ExpectContinue;
            return Task.FromResult(StubHandler.Bytes([]));
        });
        using var client = StorageService.Over(handler);

        await client.CallAsync(StoreItem.Upload, new StoreRequest(new MemoryStream(new byte[length])));

        Assert.Equal(expected, expectsContinue ?? false);
    }

    [Theory]
    [InlineData("a/../b//c d.txt", "/a/../b//c%20d.txt")]
    [InlineData("..", "/..")]
    [InlineData("/", "//")]
    [InlineData("\u00fc+%", "/%C3%BC%2B%25")]
    public async Task A_key_is_sent_as_it_is(string key, string path)
    {
        var seen = await SendAsync(new StubHandler(static () => StubHandler.Bytes([])), new StoreRequest(null) { Key = key });

        Assert.Equal("https://bucket.storage.us-east-1.example" + path, seen.Url);
    }

    [Theory]
    [InlineData("bucket", "http://localhost:9000/bucket/item")]
    [InlineData("point.mrap", "http://localhost:9000/point.mrap/item")]
    [InlineData("b--x-s3", "http://b--x-s3.localhost:9000/item")]
    public async Task A_custom_endpoint_has_the_bucket_in_the_path(string bucket, string expected)
    {
        var handler = new StubHandler(static () => Session("SESSION1"));

        Assert.Equal(expected, (await SendAsync(handler, new StoreRequest(null) { Bucket = bucket }, static options => options.Endpoint = new Uri("http://localhost:9000"))).Url);
    }

    [Fact]
    public async Task A_presigned_upload_needs_no_body_and_no_other_headers()
    {
        using var client = StorageService.Over(new StubHandler());

        var presigned = await client.PresignAsync(StoreItem.Upload, new StoreRequest(Stream.Null), TimeSpan.FromMinutes(1));

        Assert.Empty(presigned.Headers);
        Assert.True(presigned.Body.IsEmpty);
        Assert.Contains("X-Amz-SignedHeaders=host&", presigned.Url.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presigned_download_asks_for_no_checksum()
    {
        using var client = StorageService.Over(new StubHandler());

        var presigned = await client.PresignAsync(StoreItem.Download, new StoreRequest(null), TimeSpan.FromMinutes(1));

        Assert.Empty(presigned.Headers);
        Assert.DoesNotContain("checksum", presigned.Url.Query, StringComparison.OrdinalIgnoreCase);
    }

    private static HttpResponseMessage Xml(HttpStatusCode status, string body, params (string Name, string Value)[] headers) =>
        StubHandler.Bytes(Encoding.UTF8.GetBytes(body), status, "application/xml", headers);

    private static HttpResponseMessage Session(string key) =>
        StubHandler.Bytes([], HttpStatusCode.OK, null, ("x-key", key), ("x-until", "2100-01-01T00:00:00Z"));

    private static async Task<SeenRequest> SendAsync(StubHandler handler, StoreRequest request, Action<AwsClientOptions>? configure = null)
    {
        using var client = StorageService.Over(handler, configure);
        await client.CallAsync(StoreItem.UploadBytes, request);
        return handler.Seen[^1];
    }
}
