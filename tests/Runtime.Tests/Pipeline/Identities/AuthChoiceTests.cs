using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Identities;

/// <summary>How calls are authenticated whose model accepts signatures and bearer tokens.</summary>
public class AuthChoiceTests
{
    private const string Variable = "AWS_BEARER_TOKEN_TESTSTORE";

    [Fact]
    public async Task A_signature_is_used_where_no_token_is_given()
        => Assert.StartsWith("AWS4-HMAC-SHA256 ", await AuthorizationAsync(GetItem.SignedOrWithToken), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_provider_in_the_options_is_used()
        => Assert.Equal("Bearer provided", await AuthorizationAsync(GetItem.SignedOrWithToken, options => options.TokenProvider = new Tokens()));

    /// <summary>The variable goes by the service's signing name; credentials in code do not count against it.</summary>
    [Fact]
    public async Task A_token_in_the_environment_is_used()
        => Assert.Equal("Bearer abc", await AuthorizationAsync(GetItem.SignedOrWithToken, Environment((Variable, "abc"))));

    [Fact]
    public async Task The_token_provider_goes_before_the_environment() => Assert.Equal(
        "Bearer provided",
        await AuthorizationAsync(GetItem.SignedOrWithToken, Environment((Variable, "abc")) + (options => options.TokenProvider = new Tokens())));

    [Theory]
    [InlineData("AWS_BEARER_TOKEN_OTHER")]
    [InlineData("AWS_BEARER_TOKEN_TEST_STORE")]
    public async Task A_variable_of_another_name_does_not_count(string name)
        => Assert.StartsWith("AWS4-HMAC-SHA256 ", await AuthorizationAsync(GetItem.SignedOrWithToken, Environment((name, "abc"))), StringComparison.Ordinal);

    /// <summary>As in <c>AWS_BEARER_TOKEN_BEDROCK_AGENTCORE</c>: a hyphen cannot stand in the name of a variable.</summary>
    [Fact]
    public async Task Hyphens_of_a_signing_name_are_underscores_in_the_variable()
    {
        var variables = new EnvironmentVariables(static name => name == "AWS_BEARER_TOKEN_TWO_PARTS" ? "abc" : null);
        var tokens = new DefaultTokens("two-parts", profile: null, variables, TimeProvider.System);

        Assert.True(tokens.HasVariable);
        Assert.Equal("abc", await tokens.GetTokenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_operation_that_accepts_signatures_only_is_signed() => Assert.StartsWith(
        "AWS4-HMAC-SHA256 ",
        await AuthorizationAsync(GetItem.Instance, Environment((Variable, "abc")) + (options => options.TokenProvider = new Tokens())),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_operation_that_asks_for_none_gets_none()
        => Assert.Null(await AuthorizationAsync(GetItem.Unsigned, Environment((Variable, "abc"))));

    [Fact]
    public async Task The_environment_goes_before_the_profile() => Assert.Equal(
        "Bearer abc",
        await AuthorizationAsync(GetItem.WithToken, Environment((Variable, "abc")) + (static options => options.Profile = "person")));

    /// <summary>As it comes where a variable is set from a file.</summary>
    [Theory]
    [InlineData("abc\n")]
    [InlineData("abc\r\n")]
    [InlineData(" abc ")]
    public async Task Blanks_around_a_token_in_the_environment_are_left_out(string value)
        => Assert.Equal("Bearer abc", await AuthorizationAsync(GetItem.WithToken, Environment((Variable, value))));

    [Theory]
    [InlineData("abc\r\nX-Evil: 1")]
    [InlineData("a b")]
    [InlineData(" ")]
    public async Task A_token_in_the_environment_that_cannot_be_sent_is_refused_and_not_repeated(string value)
    {
        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => AuthorizationAsync(GetItem.SignedOrWithToken, Environment((Variable, value))));

        Assert.StartsWith(Variable + " ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, exception.Message[Variable.Length..].Replace(" is blank", "", StringComparison.Ordinal).Replace(' ', '_'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("httpBearerAuth", true)]
    [InlineData("sigv4a, httpBearerAuth,\tsigv4", true)]
    [InlineData("sigv4,httpBearerAuth", false)]
    [InlineData("sigv4a,noAuth", false)]
    [InlineData("HTTPBEARERAUTH", false)]
    public void A_preference_decides_where_no_token_is_given(string preference, bool isToken)
    {
        var variables = new EnvironmentVariables(name => name == "AWS_AUTH_SCHEME_PREFERENCE" ? preference : null);
        var settings = new AwsClientOptions { Variables = variables }.ToSettings(TestService.Description);

        Assert.Equal(isToken ? AuthType.Bearer : AuthType.SigV4, new IdentityResolver(settings).Choose(GetItem.SignedOrWithToken));
        Assert.Equal(AuthType.SigV4, new IdentityResolver(settings).Choose(GetItem.Instance));
    }

    [Fact]
    public void A_preference_can_stand_in_the_profile()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var config = Path.Combine(folder.FullName, "config");
            File.WriteAllText(config, "[default]\nauth_scheme_preference = httpBearerAuth, sigv4\n");

            Assert.True(new SharedConfig(null, "Test Store", new EnvironmentVariables(name => name == "AWS_CONFIG_FILE" ? config : null)).PrefersBearerToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A token has no place in a URL.</summary>
    [Fact]
    public async Task A_presigned_request_is_signed_all_the_same()
    {
        var client = TestClient.Over(new StubHandler(() => StubHandler.Json("{}")), Environment((Variable, "abc")));

        var presigned = await client.PresignAsync(GetItem.SignedOrWithToken, new GetItemRequest("id"), TimeSpan.FromMinutes(1));

        Assert.Contains("X-Amz-Signature=", presigned.Url.Query, StringComparison.Ordinal);
    }

    private static Action<AwsClientOptions> Environment(params (string Name, string Value)[] variables) => options =>
        options.Variables = new EnvironmentVariables(name => Array.Find(variables, variable => variable.Name == name).Value);

    private static async Task<string?> AuthorizationAsync(GetItem operation, Action<AwsClientOptions>? configure = null)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        await TestClient.Over(handler, configure).CallAsync(operation, new GetItemRequest("id"));
        return Assert.Single(handler.Seen).Headers.GetValueOrDefault("Authorization");
    }

    private sealed class Tokens : IAwsTokenProvider
    {
        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new("provided");
    }
}
