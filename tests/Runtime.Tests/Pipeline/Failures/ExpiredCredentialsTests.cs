using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Failures;

public class ExpiredCredentialsTests
{
    [Theory]
    [InlineData("ExpiredToken")]
    [InlineData("ExpiredTokenException")]
    [InlineData("TokenRefreshRequired")]
    public async Task Credentials_that_have_expired_are_fetched_anew_and_the_request_sent_once_more(string code)
    {
        var source = new Source();
        var handler = new StubHandler(() => Refuse(code), () => StubHandler.Json("{}"));

        var response = await TestClient.Over(handler, options => options.Credentials = source).GetItemAsync("id");

        Assert.Equal(2, response.Metadata.Attempts);
        Assert.Equal(["token-1", "token-2"], handler.Seen.Select(seen => seen.Headers["x-amz-security-token"]));
        Assert.Equal(["AKID1"], source.Rejected);
    }

    [Fact]
    public async Task A_source_that_has_no_others_leaves_the_refusal_to_the_caller()
    {
        var handler = new StubHandler(() => Refuse("ExpiredTokenException"));

        var error = await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Equal(("ExpiredTokenException", 1, 1), (error.ErrorCode, error.Attempts, handler.Seen.Count));
    }

    [Fact]
    public async Task New_credentials_that_are_refused_too_are_not_followed_by_a_third_attempt()
    {
        var source = new Source();
        var handler = new StubHandler(() => Refuse("ExpiredTokenException"));

        await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler, options => options.Credentials = source).GetItemAsync("id"));

        Assert.Equal(2, handler.Seen.Count);
        Assert.Equal(["AKID1", "AKID2"], source.Rejected);
    }

    [Fact]
    public async Task A_single_attempt_stays_one_and_the_source_is_told()
    {
        var source = new Source();
        var handler = new StubHandler(() => Refuse("ExpiredTokenException"));
        var client = TestClient.Over(handler, options => (options.Credentials, options.MaxAttempts) = (source, 1));

        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));

        Assert.Single(handler.Seen);
        Assert.Equal(["AKID1"], source.Rejected);
    }

    [Fact]
    public async Task A_source_that_cannot_renew_says_why()
    {
        var source = new Source { Most = 1 };
        var handler = new StubHandler(() => Refuse("ExpiredTokenException"));

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(
            () => TestClient.Over(handler, options => options.Credentials = source).GetItemAsync("id"));

        Assert.Equal("log in again", exception.Message);
    }

    [Fact]
    public async Task Other_refusals_are_not_the_sources_business()
    {
        var source = new Source();
        var handler = new StubHandler(() => Refuse("AccessDeniedException"));

        await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler, options => options.Credentials = source).GetItemAsync("id"));

        Assert.Empty(source.Rejected);
    }

    [Fact]
    public async Task A_bearer_token_that_is_refused_is_fetched_anew()
    {
        var tokens = new Tokens();
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.Unauthorized), () => StubHandler.Json("{}"));
        var client = TestClient.Over(handler, options => options.TokenProvider = tokens);

        await client.CallAsync(GetItem.WithToken, new GetItemRequest("id"));

        Assert.Equal(["Bearer token-1", "Bearer token-2"], handler.Seen.Select(seen => seen.Headers["Authorization"]));
        Assert.Equal("token-1", tokens.Rejected);
    }

    private static HttpResponseMessage Refuse(string code) =>
        StubHandler.Json("""{"message":"m"}""", HttpStatusCode.Forbidden, ("x-amzn-errortype", code));

    /// <summary>Hands out the same credentials until it is told that they were refused.</summary>
    private sealed class Source : IAwsCredentialsProvider
    {
        private int _number = 1;

        public int Most { get; init; } = int.MaxValue;

        public List<string> Rejected { get; } = [];

        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _number > Most
            ? throw new AwsCredentialsException("log in again")
            : new(new AwsCredentials($"AKID{_number}", "secret", $"token-{_number}"));

        public void Invalidate(AwsCredentials rejected)
        {
            Rejected.Add(rejected.AccessKeyId);
            _number++;
        }
    }

    private sealed class Tokens : IAwsTokenProvider
    {
        public string? Rejected { get; private set; }

        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new(Rejected is null ? "token-1" : "token-2");

        public void Invalidate(string rejected) => Rejected = rejected;
    }
}
