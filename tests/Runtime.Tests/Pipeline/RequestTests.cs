using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline;

public class RequestTests
{
    [Fact]
    public async Task A_request_has_its_URL_and_headers_and_no_others()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await TestClient.Over(handler).CallAsync(GetItem.Instance, new GetItemRequest("a/b", Verbose: true));

        var seen = handler.Seen.Single();
        Assert.Equal(("GET", "https://teststore.us-east-1.amazonaws.com/items/a%2Fb?verbose=true", false), (seen.Method, seen.Url, seen.HasContent));
        Assert.Equal(["Authorization", "User-Agent", "amz-sdk-invocation-id", "amz-sdk-request", "x-amz-date"], seen.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_body_is_sent_and_signed_with_its_type()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await TestClient.Over(handler).PutItemAsync(new PutItemRequest("id", "é", "t", "label"));

        var seen = handler.Seen.Single();
        Assert.Equal("""{"name":"é","token":"t"}""", seen.Body);
        Assert.Equal("application/json", seen.Headers["Content-Type"]);
        Assert.Contains("SignedHeaders=content-type;host;x-amz-date;x-label,", seen.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var client = TestClient.Over(handler, options => options.Credentials = new AwsCredentials("AKID", "secret", "token/+="));

        await client.GetItemAsync("id");

        var seen = handler.Seen.Single();
        Assert.Equal("token/+=", seen.Headers["x-amz-security-token"]);
        Assert.Contains("host;x-amz-date;x-amz-security-token,", seen.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signature_is_that_of_the_SDKs_algorithm()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await TestClient.Over(handler).GetItemAsync("id");

        Assert.Equal(
            Signing.Signed.Authorize(new Signing.Signed.Request("GET", "/items/id")
            {
                Headers = [("host", "teststore.us-east-1.amazonaws.com"), ("x-amz-date", "20261120T032000Z")],
                Service = "teststore",
                At = FakeClock.Beginning,
            }),
            handler.Seen.Single().Headers["Authorization"]);
    }

    [Fact]
    public async Task The_signature_follows_the_credentials()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var rolling = new RollingCredentials();
        var client = TestClient.Over(handler, options => options.Credentials = rolling);
        foreach (var secret in (string[])["first", "second", "first"])
        {
            rolling.Secret = secret;

            await client.GetItemAsync("id");

            Assert.Equal(
                Signing.Signed.Authorize(new Signing.Signed.Request("GET", "/items/id")
                {
                    Headers = [("host", "teststore.us-east-1.amazonaws.com"), ("x-amz-date", "20261120T032000Z")],
                    Service = "teststore",
                    Secret = secret,
                    At = FakeClock.Beginning,
                }),
                handler.Seen[^1].Headers["Authorization"]);
        }
    }

    [Fact]
    public async Task An_unsigned_operation_asks_for_no_credentials()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var client = TestClient.Over(handler, options => options.Credentials = new NoCredentials());

        await client.CallAsync(GetItem.Unsigned, new GetItemRequest("id"));

        Assert.Equal(["User-Agent", "amz-sdk-invocation-id", "amz-sdk-request"], handler.Seen.Single().Headers.Keys);
    }

    [Fact]
    public async Task A_bad_member_sends_nothing()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Over(handler).GetItemAsync(".."));

        Assert.Equal("Id", exception.ParamName);
        Assert.Empty(handler.Seen);
    }

    private sealed class RollingCredentials : IAwsCredentialsProvider
    {
        public string Secret { get; set; } = "";

        public ValueTask<AwsCredentials> GetCredentialsAsync(System.Threading.CancellationToken cancellationToken) => new(new AwsCredentials("AKIDEXAMPLE", Secret));
    }

    private sealed class NoCredentials : IAwsCredentialsProvider
    {
        public ValueTask<AwsCredentials> GetCredentialsAsync(System.Threading.CancellationToken cancellationToken)
            => throw new AwsCredentialsException("none");
    }
}
