using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline;

public class IdempotencyTokenTests
{
    [Fact]
    public async Task A_token_left_out_is_a_random_GUID()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var client = TestClient.Over(handler);

        await client.PutItemAsync(new PutItemRequest("id"));
        await client.PutItemAsync(new PutItemRequest("id"));

        var tokens = handler.Seen.Select(Token).ToList();
        Assert.All(tokens, token => Assert.True(Guid.TryParseExact(token, "D", out _)));
        Assert.NotEqual(tokens[0], tokens[1]);
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("")]
    public async Task A_token_given_is_kept(string given)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await TestClient.Over(handler).PutItemAsync(new PutItemRequest("id", Token: given));

        Assert.Equal(given, Token(handler.Seen.Single()));
    }

    [Fact]
    public async Task Every_attempt_sends_the_same_token()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}", System.Net.HttpStatusCode.ServiceUnavailable), () => StubHandler.Json("{}"));

        await TestClient.Over(handler).PutItemAsync(new PutItemRequest("id"));

        Assert.Equal(2, handler.Seen.Count);
        Assert.Equal(Token(handler.Seen[0]), Token(handler.Seen[1]));
    }

    [Fact]
    public async Task Tokens_can_come_from_elsewhere()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var client = TestClient.Over(handler, options => options.IdempotencyTokenGenerator = () => "generated");

        await client.PutItemAsync(new PutItemRequest("id"));

        Assert.Equal("generated", Token(handler.Seen.Single()));
    }

    private static string? Token(SeenRequest request) => JsonElement.Parse(request.Body).GetProperty("token").GetString();
}
