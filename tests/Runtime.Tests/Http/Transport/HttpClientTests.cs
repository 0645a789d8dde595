using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Transport;

/// <summary>Clients that send through an <see cref="HttpClient"/> of the caller's, with settings of its own.</summary>
public class HttpClientTests
{
    [Fact]
    public async Task Its_timeout_is_a_transport_failure_and_no_cancellation()
    {
        using var http = new HttpClient(new StubHandler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        }))
        { Timeout = TimeSpan.FromMilliseconds(20) };
        using var client = Client(http, options => options.MaxAttempts = 2);

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => client.GetItemAsync("id"));

        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Contains("HttpClient.Timeout", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_the_callers()
    {
        using var source = new CancellationTokenSource();
        using var http = new HttpClient(new StubHandler(async (_, token) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        }));
        using var client = Client(http);

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => client.GetItemAsync("id", source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Its_default_headers_are_sent_as_well_and_replace_none_of_ours()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Add("x-tenant", "t");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("mine/1.0");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "mine");
        using var client = Client(http);

        await client.GetItemAsync("id");

        var headers = handler.Seen.Single().Headers;
        Assert.Equal("t", headers["x-tenant"]);
        Assert.StartsWith("DataZoneGen/", headers["User-Agent"], StringComparison.Ordinal);
        Assert.StartsWith("AWS4-HMAC-SHA256 ", headers["Authorization"], StringComparison.Ordinal);
        Assert.DoesNotContain("x-tenant", headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_base_address_does_not_lead_requests_elsewhere()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var http = new HttpClient(handler) { BaseAddress = new Uri("https://elsewhere.example/base/") };
        using var client = Client(http);

        await client.GetItemAsync("id");

        Assert.Equal("https://teststore.us-east-1.amazonaws.com/items/id", handler.Seen.Single().Url);
    }

    [Fact]
    public async Task Its_buffer_does_not_limit_answers()
    {
        using var http = new HttpClient(new StubHandler(() => StubHandler.Json($$"""{"name":"{{new string('n', 10_000)}}"}"""))) { MaxResponseContentBufferSize = 100 };
        using var client = Client(http);

        Assert.Equal(10_000, (await client.GetItemAsync("id")).Name!.Length);
    }

    [Fact]
    public async Task It_is_not_disposed_of_with_the_client()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var http = new HttpClient(handler);

        using (var client = Client(http))
        {
            await client.GetItemAsync("id");
        }

        Assert.False(handler.IsDisposed);
    }

    [Theory]
    [InlineData(false, null, "1.1 RequestVersionOrLower")]
    [InlineData(false, "2.0", "2.0 RequestVersionOrLower")]
    [InlineData(true, null, "2.0 RequestVersionOrHigher")]
    [InlineData(true, "1.1", "1.1 RequestVersionOrHigher")]
    public async Task The_version_of_HTTP_is_the_options_else_the_HttpClients_else_1_1(bool isHttpClient, string? version, string expected)
    {
        string? seen = null;
        var handler = RecordVersion(used => seen = used);
        using var invoker = isHttpClient
            ? new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher }
            : new HttpMessageInvoker(handler);
        using var client = Client(invoker, options => options.HttpVersion = version is null ? null : new Version(version));

        await client.GetItemAsync("id");

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task The_policy_of_versions_is_the_options_first()
    {
        string? seen = null;
        var handler = RecordVersion(used => seen = used);
        using var client = Client(
            new HttpMessageInvoker(handler),
            options => (options.HttpVersion, options.HttpVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact));

        await client.GetItemAsync("id");

        Assert.Equal("2.0 RequestVersionExact", seen);
    }

    private static TestClient Client(HttpMessageInvoker http, Action<AwsClientOptions>? configure = null)
    {
        var options = new AwsClientOptions { Region = "us-east-1", Credentials = TestClient.Credentials, HttpInvoker = http };
        configure?.Invoke(options);
        return new TestClient(options);
    }

    private static StubHandler RecordVersion(Action<string> record) => StubHandler.Over((request, _) =>
    {
        record($"{request.Version} {request.VersionPolicy}");
        return Task.FromResult(StubHandler.Json("{}"));
    });
}
