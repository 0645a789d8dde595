using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.AspNetCore;

public sealed class FakeHostingTests : IAsyncLifetime
{
    private static readonly HttpClient Client = new();
    private static readonly AnyFakeOperation GetItem = new("GetItem", "GET", "/items/{id}");
    private static readonly AnyFakeOperation PutItem = new("PutItem", "PUT", "/items/{id}");
    private static readonly AnyFakeOperation GetFile = new("GetFile", "GET", "/{path+}");

    private readonly AnyFake _items = new(new AnyFakeService("items", FakeProtocols.RestJson, GetItem, PutItem));
    private readonly AnyFake _files = new(new AnyFakeService("files", FakeProtocols.RestXml(wrapsErrors: false), GetFile));
    private WebApplication _app = null!;

    private string Url { get; set; } = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/health", (RequestDelegate)(static context => context.Response.WriteAsync("healthy")));
        FakeHosting.Map(_app, _items);
        FakeHosting.Map(_app, _files);
        await _app.StartAsync();
        Url = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_request_gets_the_response_of_its_handler()
    {
        _items.On(PutItem).Then(static body => new AnyFakeResponse("got " + body));

        using var response = await Client.PutAsync(At("/items/1"), new StringContent("text"));

        Assert.Equal("got text", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["any"], response.Headers.GetValues("x-kind"));
        Assert.Equal(8, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("items", "item")]
    [InlineData("files", "file")]
    [InlineData(null, "item")]
    public async Task The_credential_scope_chooses_the_fake_of_several(string? service, string expected)
    {
        _items.On(GetItem).Then(new AnyFakeResponse("item"));
        _files.On(GetFile).Then(new AnyFakeResponse("file"));

        using var response = await SendAsync("/items/1", service);

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Other_endpoints_of_the_application_come_first() => Assert.Equal("healthy", await Client.GetStringAsync(At("/health")));

    [Fact]
    public async Task An_unknown_operation_is_an_error_of_the_protocol()
    {
        using var response = await SendAsync("/other", "items");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(["UnknownOperationException"], response.Headers.GetValues("x-amzn-errortype"));
    }

    [Fact]
    public async Task A_missing_handler_is_an_error_that_names_it()
    {
        using var response = await SendAsync("/items/1", "items");

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("GetItem", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/../b", "a/../b")]
    [InlineData("/a//b/", "a//b/")]
    [InlineData("/a%2Fb%2f..%2E", "a/b/...")]
    [InlineData("//a", "/a")]
    public async Task The_path_arrives_as_it_was_sent(string path, string expected)
    {
        _files.On(GetFile).Then(static path => new AnyFakeResponse("path: " + path));

        Assert.EndsWith("path: " + expected, await SendRawAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.EndsWith("path: " + expected, await SendRawAsync($"GET http://localhost{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_closes_the_connection()
    {
        _items.On(GetItem).ResetsConnection();

        await Assert.ThrowsAsync<HttpRequestException>(() => Client.GetAsync(At("/items/1")));
    }

    [Fact]
    public async Task A_truncated_body_ends_early()
    {
        _items.On(GetItem).Then(new AnyFakeResponse("0123456789")).Truncated(5);
        using var response = await Client.GetAsync(At("/items/1"), HttpCompletionOption.ResponseHeadersRead);

        await Assert.ThrowsAnyAsync<IOException>(async () => await (await response.Content.ReadAsStreamAsync()).CopyToAsync(Stream.Null));
        Assert.Equal(10, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_stream_is_sent_while_it_is_written()
    {
        var isFirstRead = new TaskCompletionSource();
        _items.On(GetItem).Then(_ => new AnyFakeResponse("", PipedStream.Start(
            async (stream, token) =>
            {
                await stream.WriteAsync("first"u8.ToArray(), token);
                await stream.FlushAsync(token);
                await isFirstRead.Task;
                await stream.WriteAsync("last"u8.ToArray(), token);
            },
            CancellationToken.None)));
        using var response = await Client.GetAsync(At("/items/1"), HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[5];

        await stream.ReadExactlyAsync(buffer);
        isFirstRead.SetResult();
        using var reader = new StreamReader(stream);

        Assert.Equal("first", Encoding.UTF8.GetString(buffer));
        Assert.Equal("last", await reader.ReadToEndAsync());
    }

    private Uri At(string path) => VerbatimUri.Create(Url + path);

    private async Task<HttpResponseMessage> SendAsync(string path, string? service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At(path));
        if (service is not null)
        {
            request.Headers.TryAddWithoutValidation(
                "Authorization", $"AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=00");
        }

        return await Client.SendAsync(request);
    }

    private async Task<string> SendRawAsync(string request)
    {
        var url = new Uri(Url);
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
