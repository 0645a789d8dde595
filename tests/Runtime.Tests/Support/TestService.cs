using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests;

internal class TestException(string? message) : AwsServiceException(message);

internal sealed class NotFoundException(string? message, string? resource) : TestException(message)
{
    public string? Resource { get; } = resource;
}

internal sealed class BusyException(string? message) : TestException(message)
{
    protected internal override ModeledRetry ModeledRetry => ModeledRetry.Throttling;
}

internal sealed class FlakyException(string? message) : TestException(message)
{
    protected internal override ModeledRetry ModeledRetry => ModeledRetry.Transient;
}

/// <summary>A service by hand, just as a generated one.</summary>
internal sealed class TestService : ServiceDescription
{
    public static readonly TestService Description = new();

    private TestService()
        : base("Test Store", "teststore", "2026-01-02")
    {
    }

    protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters)
    {
        if (parameters.Endpoint is { } custom)
        {
            return parameters.UseFips ? throw EndpointRules.CreateException("FIPS and custom endpoint are not supported") : new ResolvedEndpoint(custom);
        }

        var partition = AwsPartition.FromRegion(parameters.Region!);
        var fips = parameters.UseFips ? "-fips" : "";
        return new ResolvedEndpoint($"https://teststore{fips}.{parameters.Region}.{(parameters.UseDualStack ? partition.DualStackDnsSuffix : partition.DnsSuffix)}");
    }

    protected internal override AwsServiceException ReadError(ref ErrorReader error) => error.Code switch
    {
        "NotFoundException" => ReadNotFound(ref error),
        "BusyException" => new BusyException(error.Message),
        "FlakyException" => new FlakyException(error.Message),
        _ => new TestException(error.Message),
    };

    private static NotFoundException ReadNotFound(ref ErrorReader error)
    {
        string? resource = null;
        while (error.Json.NextMember(out var name))
        {
            if (name.Is("resource"u8))
            {
                resource = error.Json.String();
            }
            else
            {
                error.Json.Skip();
            }
        }

        return new NotFoundException(error.Message, resource);
    }
}

internal sealed record GetItemRequest(string Id, bool? Verbose = null);

internal sealed record GetItemResponse : AwsResponse
{
    public string? Name { get; init; }

    public int? Size { get; init; }

    public string? Tag { get; init; }
}

internal sealed class GetItem : Operation<GetItemRequest, GetItemResponse>
{
    public static readonly GetItem Instance = new();

    public static readonly GetItem Unsigned = new() { Auth = AuthType.None };

    public static readonly GetItem WithToken = new() { Auth = AuthType.Bearer };

    public static readonly GetItem SignedOrWithToken = new() { AcceptsBearerToken = true };

    private GetItem()
        : base(TestService.Description, "GetItem", HttpMethod.Get)
    {
    }

    protected internal override void Write(GetItemRequest input, RequestWriter request)
        => request.Path("/items/"u8).Label("Id", input.Id).Query("verbose"u8, input.Verbose);

    protected internal override GetItemResponse Read(ref ResponseReader response)
    {
        string? name = null;
        int? size = null;
        while (response.Json.NextMember(out var member))
        {
            if (member.Is("name"u8))
            {
                name = response.Json.String();
            }
            else if (member.Is("size"u8))
            {
                size = response.Json.Int32();
            }
            else
            {
                response.Json.Skip();
            }
        }

        return new GetItemResponse { Name = name, Size = size, Tag = response.Headers.String("x-tag") };
    }
}

internal sealed record PutItemRequest(string Id, string? Name = null, string? Token = null, string? Label = null);

internal sealed record PutItemResponse : AwsResponse
{
    public int? Count { get; init; }
}

internal sealed class PutItem : Operation<PutItemRequest, PutItemResponse>
{
    public static readonly PutItem Instance = new();

    private PutItem()
        : base(TestService.Description, "PutItem", HttpMethod.Put)
    {
    }

    protected internal override void Write(PutItemRequest input, RequestWriter request)
    {
        request.Path("/items/"u8).Label("Id", input.Id).Header("x-label", input.Label);
        request.Json.BeginObject();
        request.Json.String("name"u8, input.Name);
        request.Json.String("token"u8, request.IdempotencyToken(input.Token));
        request.Json.EndObject();
    }

    protected internal override PutItemResponse Read(ref ResponseReader response) => new() { Count = response.Headers.Int32("x-count") };
}

internal sealed class DeleteItem : Operation<GetItemRequest, PutItemResponse>
{
    public static readonly DeleteItem Instance = new();

    private DeleteItem()
        : base(TestService.Description, "DeleteItem", HttpMethod.Delete)
    {
    }

    protected internal override void Write(GetItemRequest input, RequestWriter request) => request.Path("/items/"u8).Label("Id", input.Id);

    protected internal override PutItemResponse Read(ref ResponseReader response) => new();
}

internal sealed class TestClient(AwsClientOptions options, ServiceDescription? service = null) : AwsClient(service ?? TestService.Description, options)
{
    /// <summary>An environment that says nothing, so that the machine's own settings do not matter.</summary>
    public static readonly EnvironmentVariables NoVariables = new(_ => null);

    public static readonly AwsCredentials Credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    /// <summary>A client whose responses come from a handler, and whose waits take no time and are not random.</summary>
    public static TestClient Over(HttpMessageHandler handler, Action<AwsClientOptions>? configure = null, ServiceDescription? service = null)
    {
        var options = new AwsClientOptions
        {
            Region = "us-east-1",
            Credentials = Credentials,
            HttpInvoker = new HttpMessageInvoker(handler),
            TimeProvider = new FakeClock(skipsWaits: true),
            Jitter = () => 1,
            Variables = NoVariables,
        };
        configure?.Invoke(options);
        return new TestClient(options, service);
    }

    public Task<GetItemResponse> GetItemAsync(string id, CancellationToken cancellationToken = default)
        => SendAsync(GetItem.Instance, new GetItemRequest(id), cancellationToken);

    public Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => SendAsync(PutItem.Instance, request, cancellationToken);

    public Task<TResponse> CallAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        CancellationToken cancellationToken = default)
        where TRequest : class
        where TResponse : AwsResponse
        => SendAsync(operation, request, cancellationToken);

    public new Task<PresignedRequest> PresignAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        TimeSpan expiresIn,
        CancellationToken cancellationToken = default)
        where TRequest : class
        where TResponse : AwsResponse
        => base.PresignAsync(operation, request, expiresIn, cancellationToken);
}
