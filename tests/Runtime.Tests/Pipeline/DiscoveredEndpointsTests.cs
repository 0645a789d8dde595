using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline;

/// <summary>Endpoints that a service assigns at run time: when the client asks for them, and where calls go.</summary>
public sealed class DiscoveredEndpointsTests : IDisposable
{
    private const string Default = "https://cells.us-east-1.example.com/";

    private readonly FakeClock _clock = new(skipsWaits: true);

    /// <summary>Responds to the operation that returns endpoints.</summary>
    private Func<HttpResponseMessage> _describe = static () => Endpoint("cell1.example.com");

    /// <summary>Responds to the other operations.</summary>
    private Func<HttpResponseMessage> _respond = static () => StubHandler.Json("{}");

    private readonly StubHandler _handler;

    public DiscoveredEndpointsTests() => _handler = new StubHandler((number, _) => Task.FromResult(
        _handler!.Seen[number - 1].Url.EndsWith("/describe", StringComparison.Ordinal) ? _describe() : _respond()));

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task The_service_is_asked_once_for_several_calls()
    {
        using var client = Client();

        await client.WriteAsync();
        await client.WriteAsync();

        Assert.Equal([Default + "describe", "https://cell1.example.com/write", "https://cell1.example.com/write"], Urls());
        Assert.All(_handler.Seen, static request => Assert.Contains("/us-east-1/cells/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_operations_use_the_default_endpoint()
    {
        using var client = Client();

        await client.ListAsync();

        Assert.Equal([Default + "list"], Urls());
    }

    [Fact]
    public async Task A_custom_endpoint_is_used_without_discovery()
    {
        using var client = Client(new AwsClientOptions { Endpoint = new Uri("https://elsewhere.example.com") });

        await client.WriteAsync();

        Assert.Equal(["https://elsewhere.example.com/write"], Urls());
    }

    [Fact]
    public async Task Concurrent_calls_ask_once()
    {
        using var client = Client();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(client.WriteAsync)));

        Assert.Single(Urls(), static url => url.EndsWith("/describe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_that_has_expired_is_replaced()
    {
        using var client = Client();
        await client.WriteAsync();
        _describe = static () => Endpoint("https://cell2.example.com");
        _clock.Advance(TimeSpan.FromMinutes(10));

        await client.WriteAsync();

        Assert.Equal("https://cell2.example.com/write", Urls()[^1]);
    }

    [Fact]
    public async Task An_endpoint_is_refreshed_before_it_expires()
    {
        using var client = Client();
        await client.WriteAsync();
        var refreshed = new TaskCompletionSource();
        _describe = () =>
        {
            refreshed.TrySetResult();
            return Endpoint("cell2.example.com");
        };
        _clock.Advance(TimeSpan.FromMinutes(6));

        await client.WriteAsync();
        await refreshed.Task;

        Assert.Equal("https://cell1.example.com/write", Urls().Last(static url => url.EndsWith("/write", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_expired_endpoint_is_used_while_the_service_returns_no_other()
    {
        using var client = Client();
        await client.WriteAsync();
        _describe = static () => StubHandler.Json("""{"__type":"AccessDeniedException"}""", HttpStatusCode.BadRequest);
        _clock.Advance(TimeSpan.FromMinutes(11));

        await client.WriteAsync();

        Assert.Equal("https://cell1.example.com/write", Urls()[^1]);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "InvalidEndpointException")]
    [InlineData(HttpStatusCode.MisdirectedRequest, "Other")]
    public async Task An_endpoint_that_rejects_a_call_is_replaced_and_the_call_repeated(HttpStatusCode status, string code)
    {
        using var client = Client();
        await client.WriteAsync();
        _describe = static () => Endpoint("cell2.example.com");
        _respond = () => _handler.Seen[^1].Url.Contains("cell1", StringComparison.Ordinal) ? StubHandler.Json($$"""{"__type":"{{code}}"}""", status) : StubHandler.Json("{}");

        await client.WriteAsync();

        Assert.Equal(["https://cell1.example.com/write", Default + "describe", "https://cell2.example.com/write"], Urls().TakeLast(3));
    }

    [Fact]
    public async Task A_call_that_every_endpoint_rejects_fails_with_the_error()
    {
        _respond = static () => StubHandler.Json("""{"__type":"InvalidEndpointException"}""", HttpStatusCode.BadRequest);
        using var client = Client();

        var exception = await Assert.ThrowsAsync<TestException>(client.WriteAsync);

        Assert.Equal(("InvalidEndpointException", 3), (exception.ErrorCode, exception.Attempts));
    }

    [Fact]
    public async Task An_error_of_the_discovery_is_the_error_of_the_call()
    {
        _describe = static () => StubHandler.Json("""{"__type":"AccessDeniedException"}""", HttpStatusCode.BadRequest);
        using var client = Client();

        var exception = await Assert.ThrowsAsync<TestException>(client.WriteAsync);

        Assert.Equal(("Describe", "AccessDeniedException"), (exception.Operation, exception.ErrorCode));
    }

    [Theory]
    [InlineData("", "Cells returned no endpoint for this client.")]
    [InlineData("http://cell1.example.com", "Cells returned a plain HTTP endpoint. To use it anyway, set it as a custom endpoint.")]
    [InlineData("cell1.example.com?x", "An endpoint must be an absolute http or https URL without user information, query and fragment.")]
    public async Task An_address_that_cannot_be_used_is_an_error(string address, string message)
    {
        _describe = () => Endpoint(address);
        using var client = Client();

        var exception = await Assert.ThrowsAsync<EndpointException>(client.WriteAsync);

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public async Task A_presigned_URL_has_the_assigned_endpoint()
    {
        using var client = Client();

        var presigned = await client.PresignAsync();

        Assert.Equal("cell1.example.com", presigned.Url.Host);
    }

    private string[] Urls() => [.. _handler.Seen.Select(static request => request.Url)];

    private static HttpResponseMessage Endpoint(string address) => StubHandler.Json("{}", headers: ("x-address", address));

    private CellClient Client(AwsClientOptions? options = null)
    {
        options ??= new AwsClientOptions();
        options.Region = "us-east-1";
        options.Credentials = TestClient.Credentials;
        options.HttpInvoker = new HttpMessageInvoker(_handler);
        options.TimeProvider = _clock;
        options.Variables = TestClient.NoVariables;
        return new CellClient(options);
    }

    private sealed class CellService : ServiceDescription
    {
        public static readonly CellService Instance = new();

        private CellService()
            : base("Cells", "cells", "2026-01-02")
        {
        }

        protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters) =>
            new(parameters.Endpoint ?? $"https://cells.{parameters.Region}.example.com");

        protected internal override EndpointDiscovery GetEndpointDiscovery() => new EndpointDiscovery<CellRequest, CellResponse>(
            CellOperation.Describe,
            new CellRequest(),
            static response => response.Address is { Length: > 0 } address ? new DiscoveredEndpoint(address, 10) : null);

        protected internal override AwsServiceException ReadError(ref ErrorReader error) => new TestException(error.Message);
    }

    private sealed record CellRequest;

    private sealed record CellResponse : AwsResponse
    {
        public string? Address { get; init; }
    }

    private sealed class CellOperation : Operation<CellRequest, CellResponse>
    {
        public static readonly CellOperation Describe = new("Describe", discovers: false);

        public static readonly CellOperation WriteRecords = new("Write", discovers: true);

        public static readonly CellOperation List = new("List", discovers: false);

        private CellOperation(string name, bool discovers)
            : base(CellService.Instance, name, HttpMethod.Get) => DiscoversEndpoint = discovers;

        protected internal override void Write(CellRequest input, RequestWriter request) =>
            request.Path(Name switch { "Describe" => "/describe"u8, "Write" => "/write"u8, _ => "/list"u8 });

        protected internal override CellResponse Read(ref ResponseReader response) => new() { Address = response.Headers.String("x-address") };
    }

    private sealed class CellClient(AwsClientOptions options) : AwsClient(CellService.Instance, options)
    {
        public Task<CellResponse> WriteAsync() => SendAsync(CellOperation.WriteRecords, new CellRequest(), CancellationToken.None);

        public Task<CellResponse> ListAsync() => SendAsync(CellOperation.List, new CellRequest(), CancellationToken.None);

        public Task<PresignedRequest> PresignAsync() => PresignAsync(CellOperation.WriteRecords, new CellRequest(), TimeSpan.FromMinutes(1), CancellationToken.None);
    }
}
