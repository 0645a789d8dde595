using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Identities;

public class BearerTokenTests
{
    private const string Token = "PLANTED.bearer-token==";

    [Fact]
    public async Task A_token_is_taken_out_of_what_a_service_says()
    {
        var handler = new StubHandler(() => StubHandler.Json($$"""{"message":"No such token: {{Token}}"}""", HttpStatusCode.Forbidden));

        var exception = await Assert.ThrowsAnyAsync<AwsServiceException>(() => Client(handler).CallAsync(GetItem.WithToken, new GetItemRequest("id")));

        Assert.Equal("No such token: ***", exception.Message);
        Assert.DoesNotContain("PLANTED", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("authorization")]
    [InlineData("Host")]
    public async Task A_header_of_the_caller_s_cannot_stand_beside_it(string name)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await Assert.ThrowsAsync<ArgumentException>(() => Client(handler).CallAsync(new Forging(name), "input"));

        Assert.Empty(handler.Seen);
    }

    [Theory]
    [InlineData(Token + "\r\nX-Evil: 1")]
    [InlineData(Token + "\n")]
    [InlineData(Token + "\r")]
    [InlineData(Token + "\0")]
    [InlineData(Token + "\t")]
    [InlineData(Token + " b")]
    [InlineData(Token + "\u00e9")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_token_that_cannot_be_sent_is_refused_and_not_repeated(string? token)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(
            () => Client(handler, token: token).CallAsync(GetItem.WithToken, new GetItemRequest("id")));

        Assert.DoesNotContain("PLANTED", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(handler.Seen);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("http://localhost.example.com:8080")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://[::2]")]
    public async Task A_token_is_not_sent_over_plain_http_to_another_machine(string endpoint)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var provider = new Tokens(Token);

        var exception = await Assert.ThrowsAsync<EndpointException>(
            () => Client(handler, endpoint, provider).CallAsync(GetItem.WithToken, new GetItemRequest("id")));

        Assert.Contains("plain HTTP", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, provider.Asked);
        Assert.Empty(handler.Seen);
    }

    [Theory]
    [InlineData("http://localhost:4566")]
    [InlineData("http://LOCALHOST")]
    [InlineData("http://127.0.0.1:4566")]
    [InlineData("http://127.9.9.9")]
    [InlineData("http://[::1]:4566")]
    [InlineData("https://example.com")]
    public async Task A_token_is_sent_over_https_and_within_the_machine(string endpoint)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await Client(handler, endpoint).CallAsync(GetItem.WithToken, new GetItemRequest("id"));

        Assert.Equal("Bearer " + Token, Assert.Single(handler.Seen).Headers["Authorization"]);
    }

    /// <summary>A signature is of no use to who reads it.</summary>
    [Fact]
    public async Task A_signed_request_is_sent_over_plain_http_to_an_endpoint_of_the_caller_s()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await Client(handler, "http://example.com").CallAsync(GetItem.Instance, new GetItemRequest("id"));

        Assert.Single(handler.Seen);
    }

    private static TestClient Client(StubHandler handler, string? endpoint = null, Tokens? provider = null, string? token = Token) =>
        TestClient.Over(handler, options =>
        {
            options.TokenProvider = provider ?? new Tokens(token);
            options.Endpoint = endpoint is null ? null : new Uri(endpoint);
        });

    private sealed class Tokens(string? token) : IAwsTokenProvider
    {
        public int Asked { get; private set; }

        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
        {
            Asked++;
            return new(token!);
        }
    }

    /// <summary>An operation whose model lets callers name headers.</summary>
    private sealed class Forging : Operation<string, PutItemResponse>
    {
        private readonly string _name;

        public Forging(string name)
            : base(TestService.Description, "Forging", HttpMethod.Get) => (_name, Auth) = (name, AuthType.Bearer);

        protected internal override void Write(string input, RequestWriter request) => request.Path("/"u8).Header(_name, "forged");

        protected internal override PutItemResponse Read(ref ResponseReader response) => new();
    }
}
