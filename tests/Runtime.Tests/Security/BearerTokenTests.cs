using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Security;

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

    private static TestClient Client(StubHandler handler) => TestClient.Over(handler, static options => options.TokenProvider = new Tokens());

    private sealed class Tokens : IAwsTokenProvider
    {
        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new(Token);
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
