using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Signatures;

public class SignatureVerifierTests
{
    private static readonly AwsCredentials Temporary = new("ASIAEXAMPLE", "secret", "session-token");

    private static readonly AnyFakeService Service = new(FakeProtocols.RestJson);

    [Fact]
    public async Task The_signatures_of_a_client_are_valid() =>
        Assert.Null(await VerifyAsync(client => client.PutItemAsync(new PutItemRequest("a b/..", "name", "token", "x  y"))));

    [Fact]
    public async Task The_signatures_of_temporary_credentials_are_valid() =>
        Assert.Null(await VerifyAsync(client => client.GetItemAsync("1"), signing: Temporary, known: Temporary));

    [Fact]
    public async Task A_presigned_url_is_valid_for_its_host()
    {
        var url = (await PresignAsync()).Url;

        Assert.Null(await VerifyUrlAsync(url, Now));
        Assert.Equal("InvalidSignatureException", await VerifyUrlAsync(new UriBuilder(url) { Host = "other.example" }.Uri, Now));
    }

    [Fact]
    public async Task A_presigned_url_expires()
    {
        var url = (await PresignAsync()).Url;

        Assert.Null(await VerifyUrlAsync(url, Now.AddMinutes(5)));
        Assert.Equal("InvalidSignatureException", await VerifyUrlAsync(url, Now.AddMinutes(5).AddSeconds(1)));
    }

    [Fact]
    public async Task A_changed_request_is_refused()
    {
        Assert.Equal("InvalidSignatureException", await VerifyAsync(Put, change: static m => m.RequestUri = new Uri(m.RequestUri + "?a=b")));
        Assert.Equal("InvalidSignatureException", await VerifyAsync(Put, change: static m => m.Method = HttpMethod.Post));
        Assert.Equal("InvalidSignatureException", await VerifyAsync(Put, change: static m => Replace(m, "x-label", "other")));
        Assert.Equal("InvalidSignatureException", await VerifyAsync(Put, change: static m => m.Headers.Remove("x-label")));
        Assert.Equal("InvalidSignatureException", await VerifyAsync(Put, change: static m => m.Content = new StringContent("{}")));
        Assert.Equal("InvalidSignatureException", await VerifyAsync(Put, change: static m => Replace(m, "Authorization", m.Headers.NonValidated["Authorization"].ToString().Replace("host;", "", StringComparison.Ordinal))));
        Assert.Null(await VerifyAsync(Put, change: static m => m.Headers.TryAddWithoutValidation("x-not-signed", "v")));
    }

    [Fact]
    public async Task Wrong_credentials_are_refused()
    {
        var id = TestClient.Credentials.AccessKeyId;
        Assert.Equal("InvalidSignatureException", await VerifyAsync(Put, known: new AwsCredentials(id, "other secret")));
        Assert.Equal("UnrecognizedClientException", await VerifyAsync(Put, known: Temporary));
        Assert.Equal("UnrecognizedClientException", await VerifyAsync(Put, signing: Temporary, known: new AwsCredentials(Temporary.AccessKeyId, Temporary.SecretAccessKey)));
        Assert.Equal("MissingAuthenticationTokenException", await VerifyAsync(Put, change: static m => m.Headers.Remove("Authorization")));
        Assert.Equal("MissingAuthenticationTokenException", await VerifyAsync(Put, change: static m => Replace(m, "Authorization", "Bearer token")));
        Assert.Equal("InvalidSignatureException", await VerifyAsync(Put, service: new OtherService()));
    }

    [Theory]
    [InlineData(14, null)]
    [InlineData(16, "RequestTimeTooSkewed")]
    [InlineData(-14, null)]
    [InlineData(-16, "RequestTimeTooSkewed")]
    public async Task A_clock_skew_of_more_than_15_minutes_is_refused(int minutes, string? expected) => Assert.Equal(expected, await VerifyAsync(Put, skew: TimeSpan.FromMinutes(minutes)));

    [Fact]
    public async Task The_seed_signature_of_a_body_in_chunks_is_valid()
    {
        var error = (string?)"not called";
        var handler = StubHandler.Over(async (message, token) =>
        {
            var request = FakeRequest.From(message);
            await request.ReadBodyAsync(streams: true, token);
            using var verifier = new SignatureVerifier(new StorageFake(), [TestClient.Credentials]);
            error = verifier.Verify(request, Now)?.ErrorCode;
            using var reader = new StreamReader(request.BodyStream!);
            Assert.Equal("content", await reader.ReadToEndAsync(token));
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        using var client = StorageService.Over(handler, options => options.TimeProvider = new FakeClock(Now, skipsWaits: true));

        await client.CallAsync(StoreItem.Upload, new StoreRequest(new MemoryStream("content"u8.ToArray())) { Algorithm = "CRC32" });

        Assert.Null(error);
    }

    private static DateTimeOffset Now => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static Task Put(TestClient client) => client.PutItemAsync(new PutItemRequest("1", "name", "token", "label"));

    private static void Replace(HttpRequestMessage message, string name, string value)
    {
        message.Headers.Remove(name);
        message.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>Signs a call, changes the message, and verifies its signature.</summary>
    /// <returns>The error code; <see langword="null"/> if the signature is valid.</returns>
    private static async Task<string?> VerifyAsync(
        Func<TestClient, Task> call,
        AwsCredentials? signing = null,
        AwsCredentials? known = null,
        Action<HttpRequestMessage>? change = null,
        TimeSpan skew = default,
        FakeService? service = null)
    {
        var error = (string?)"not called";
        var handler = StubHandler.Over(async (message, token) =>
        {
            change?.Invoke(message);
            error = await VerifyAsync(message, Now + skew, known, service, token);
            return StubHandler.Json("{}");
        });
        using var client = TestClient.Over(handler, options =>
        {
            options.Credentials = signing ?? TestClient.Credentials;
            options.TimeProvider = new FakeClock(Now, skipsWaits: true);
        });

        await call(client);
        return error;
    }

    private static async Task<string?> VerifyAsync(HttpRequestMessage message, DateTimeOffset now, AwsCredentials? known, FakeService? service, CancellationToken token)
    {
        var request = FakeRequest.From(message);
        await request.ReadBodyAsync(streams: false, token);
        using var verifier = new SignatureVerifier(service ?? Service, [known ?? TestClient.Credentials]);
        return verifier.Verify(request, now)?.ErrorCode;
    }

    private static async Task<string?> VerifyUrlAsync(Uri url, DateTimeOffset now)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, url);
        return await VerifyAsync(message, now, known: null, service: null, default);
    }

    private static async Task<PresignedRequest> PresignAsync()
    {
        using var client = TestClient.Over(new StubHandler(), static options => options.TimeProvider = new FakeClock(Now, skipsWaits: true));
        return await client.PresignAsync(GetItem.Instance, new GetItemRequest("1", true), TimeSpan.FromMinutes(5));
    }

    private sealed class OtherService() : FakeService("Other", "other", FakeProtocols.RestJson, [])
    {
        protected internal override bool WriteError(AwsServiceException value, FakeErrorWriter error) => false;
    }

    private sealed class StorageFake() : FakeService("Storage", "storage", FakeProtocols.RestXml(wrapsErrors: false), [])
    {
        protected internal override bool WriteError(AwsServiceException value, FakeErrorWriter error) => false;
    }
}
