using System;
using System.IO;
using System.Net.Http;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Signing;

/// <summary>What callers can give as headers and parameters of the model cannot take the place of a signature's own facts.</summary>
public class SigningPolicyTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Host")]
    [InlineData("X-Amz-Date")]
    [InlineData("x-amz-security-token")]
    public async Task A_header_that_signing_writes_is_refused(string name)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var operation = new Anything(request => request.Header(name, "forged"));

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Over(handler).CallAsync(operation, "input"));
        await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Over(handler).PresignAsync(operation, "input", Hour));

        Assert.Contains(name, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("forged", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Seen);
    }

    [Theory]
    [InlineData("X-Amz-Signature")]
    [InlineData("X-Amz-Date")]
    [InlineData("x-amz-credential")]
    [InlineData("X-AMZ-ALGORITHM")]
    [InlineData("X-Amz-SignedHeaders")]
    [InlineData("X-Amz-Expires")]
    [InlineData("X-Amz-Security-Token")]
    public async Task A_parameter_that_signing_writes_is_refused(string name)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var operation = new Anything(request => request.Query("a"u8, "b").Query(name, "forged").Query("c"u8, "d"));

        await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Over(handler).CallAsync(operation, "input"));
        await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Over(handler).PresignAsync(operation, "input", Hour));

        Assert.Empty(handler.Seen);
    }

    [Theory]
    [InlineData("x-amz-signature-version")]
    [InlineData("X-Amz")]
    [InlineData("Signature")]
    public async Task Other_parameters_are_the_model_s_own(string name)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await TestClient.Over(handler).CallAsync(new Anything(request => request.Query(name, "v")), "input");

        Assert.EndsWith("?" + name + "=v", Assert.Single(handler.Seen).Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("User-Agent")]
    [InlineData("Accept-Encoding")]
    [InlineData("X-Amzn-Trace-Id")]
    [InlineData("traceparent")]
    [InlineData("tracestate")]
    [InlineData("baggage")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Connection")]
    [InlineData("Expect")]
    public async Task A_header_that_may_change_on_the_way_is_sent_but_not_signed(string name)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await TestClient.Over(handler).CallAsync(new Anything(request => request.Header(name, "v").Header("x-signed", "v")), "input");

        var seen = Assert.Single(handler.Seen);
        Assert.True(seen.Headers.ContainsKey(name));
        Assert.Contains("SignedHeaders=host;x-amz-date;x-signed,", seen.Headers["Authorization"], StringComparison.Ordinal);
    }

    /// <summary>As CodeArtifact has it for the assets of packages.</summary>
    [Fact]
    public async Task A_modeled_hash_of_the_body_is_sent_once_and_stands_for_the_body_in_the_signature()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var given = Convert.ToHexString(SHA256.HashData("other"u8)).ToLowerInvariant();

        await TestClient.Over(handler).CallAsync(new Anything(Hashed(given)), "input");
        await TestClient.Over(handler).CallAsync(new Anything(Hashed(Convert.ToHexString(SHA256.HashData("body"u8)).ToLowerInvariant())), "input");
        await TestClient.Over(handler).CallAsync(new Anything(Hashed(given)) { IsUnsigned = true }, "input");

        Assert.All(handler.Seen, seen => Assert.Contains("SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date,", seen.Headers["Authorization"], StringComparison.Ordinal));
        Assert.Equal(given, handler.Seen[0].Headers["x-amz-content-sha256"]);
        Assert.Equal(given, handler.Seen[2].Headers["x-amz-content-sha256"]);
        Assert.Equal(handler.Seen[0].Headers["Authorization"], handler.Seen[2].Headers["Authorization"]);
        Assert.NotEqual(handler.Seen[0].Headers["Authorization"], handler.Seen[1].Headers["Authorization"]);

        Action<RequestWriter> Hashed(string hash) => request => request.Header("X-Amz-Content-Sha256", hash).Body(new MemoryStream("body"u8.ToArray()), "text/plain", requiresLength: false);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("UNSIGNED-PAYLOAD")]
    [InlineData("zzzz816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    public async Task A_modeled_hash_of_the_body_that_is_none_is_refused(string value)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => TestClient.Over(handler).CallAsync(new Anything(request => request.Header("X-Amz-Content-Sha256", value)), "input"));

        Assert.DoesNotContain(value, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Seen);
    }

    /// <summary>An operation that writes what a test wants.</summary>
    private sealed class Anything(Action<RequestWriter> write) : Operation<string, PutItemResponse>(TestService.Description, "Anything", HttpMethod.Get)
    {
        public bool IsUnsigned
        {
            init => IsPayloadUnsigned = value;
        }

        protected internal override void Write(string input, RequestWriter request) => write(request.Path("/"u8));

        protected internal override PutItemResponse Read(ref ResponseReader response) => new();
    }
}
