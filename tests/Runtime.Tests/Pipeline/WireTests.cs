using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline;

/// <summary>What really goes over a socket, through the client's own handler and through an <see cref="HttpClient"/>.</summary>
public class WireTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_path_on_the_wire_is_the_one_that_was_signed(bool throughHttpClient)
    {
        var head = await HeadOf(client => client.GetItemAsync("a/../b%2F:é ~"), throughHttpClient);

        Assert.Equal("GET /base/items/a%2F..%2Fb%252F%3A%C3%A9%20~ HTTP/1.1", head[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_body_is_announced(bool throughHttpClient)
    {
        var head = await HeadOf(client => client.CallAsync(DeleteItem.Instance, new GetItemRequest("id")), throughHttpClient);

        Assert.Contains("Content-Length: 0", head);
    }

    [Fact]
    public async Task A_GET_announces_no_body()
        => Assert.DoesNotContain(await HeadOf(client => client.GetItemAsync("id")), line => line.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public async Task A_body_has_its_length_and_type()
    {
        var head = await HeadOf(client => client.PutItemAsync(new PutItemRequest("id", Token: "t")));

        Assert.Contains("Content-Length: 13", head);
        Assert.Contains("Content-Type: application/json", head);
    }

    [Fact]
    public async Task The_host_on_the_wire_is_the_one_that_was_signed()
    {
        using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        var clock = new FakeClock();
        using var client = ClientOf(server, options => options.TimeProvider = clock);

        await client.GetItemAsync("id");

        var head = await server.Head;
        Assert.Contains($"Host: 127.0.0.1:{server.Port}", head);
        Assert.Contains("Authorization: " + Signing.Signed.Authorize(new Signing.Signed.Request("GET", "/base/items/id")
        {
            Headers = [("host", $"127.0.0.1:{server.Port}"), ("x-amz-date", "20261120T032000Z")],
            Service = "teststore",
            At = FakeClock.Beginning,
        }), head);
    }

    [Fact]
    public async Task A_connection_that_ends_within_the_body_is_a_transport_failure()
    {
        using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":");
        using var client = ClientOf(server, options => options.MaxAttempts = 1);

        await Assert.ThrowsAsync<AwsTransportException>(() => client.GetItemAsync("id"));
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_a_transport_failure()
    {
        var server = new OneAnswerServer("");
        server.Dispose();
        using var client = ClientOf(server, options => options.MaxAttempts = 2);

        Assert.Equal(2, (await Assert.ThrowsAsync<AwsTransportException>(() => client.GetItemAsync("id"))).Attempts);
    }

    [Fact]
    public async Task Redirects_are_not_followed_nor_cookies_kept()
    {
        using var server = new OneAnswerServer("HTTP/1.1 307 X\r\nLocation: /elsewhere\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
        using var client = ClientOf(server);

        var error = await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, error.StatusCode);
    }

    [Fact]
    public async Task The_proxy_of_the_environment_is_used()
    {
        using var proxy = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n{\"name\":\"by proxy\"}");

        var output = await ChildProcess.RunAsync(
            ("TEST_OWN_HANDLER", "1"),
            ("http_proxy", $"http://127.0.0.1:{proxy.Port}"),
            ("no_proxy", ""),
            ("AWS_ENDPOINT_URL", "http://store.invalid"),
            ("AWS_REGION", "us-east-1"),
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "secret"));

        Assert.Contains("name=by proxy", output, StringComparison.Ordinal);
        Assert.Equal("GET http://store.invalid/items/id HTTP/1.1", (await proxy.Head)[0]);
    }

    [Fact]
    public async Task Headers_without_end_are_a_transport_failure()
    {
        using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nx-long: " + new string('x', 100_000) + "\r\nContent-Length: 2\r\n\r\n{}");
        using var client = ClientOf(server, options => options.MaxAttempts = 1);

        await Assert.ThrowsAsync<AwsTransportException>(() => client.GetItemAsync("id"));
    }

    private static async Task<IReadOnlyList<string>> HeadOf(Func<TestClient, Task> call, bool throughHttpClient = false)
    {
        using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        using var http = new HttpClient();
        using var client = ClientOf(server, options => options.HttpInvoker = throughHttpClient ? http : null);
        await call(client);
        return await server.Head;
    }

    private static TestClient ClientOf(OneAnswerServer server, Action<AwsClientOptions>? configure = null)
    {
        var options = new AwsClientOptions
        {
            Region = "us-east-1",
            Credentials = TestClient.Credentials,
            Endpoint = new Uri($"http://127.0.0.1:{server.Port}/base/"),
        };
        configure?.Invoke(options);
        return new TestClient(options);
    }
}
