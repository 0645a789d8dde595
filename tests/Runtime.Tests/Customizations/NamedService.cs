using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests.Customizations;

/// <summary>A service by hand with the id of a service that the runtime knows.</summary>
internal sealed class NamedService(string serviceId) : ServiceDescription(serviceId, "named", "2026-01-02")
{
    protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters) => new("https://named.example.com");

    protected internal override AwsServiceException ReadError(ref ErrorReader error) => new TestException(error.Message);
}

internal sealed record NamedRequest;

internal sealed record NamedResponse : AwsResponse
{
    public string? Body { get; init; }
}

internal sealed class NamedOperation(string serviceId, string name) : Operation<NamedRequest, NamedResponse>(new NamedService(serviceId), name, HttpMethod.Post)
{
    protected internal override void Write(NamedRequest input, RequestWriter request) => request.Path("/"u8);

    protected internal override NamedResponse Read(ref ResponseReader response)
    {
        var body = System.Text.Encoding.UTF8.GetString(response.Body);
        while (response.Json.NextMember(out _))
        {
            response.Json.Skip();
        }

        return new NamedResponse { Body = body };
    }
}

internal sealed class NamedClient(NamedOperation operation, AwsClientOptions options) : AwsClient(operation.Service, options)
{
    /// <summary>Calls an operation of a service, without delays.</summary>
    public static async Task<NamedResponse> CallAsync(string serviceId, string name, HttpMessageHandler handler, Action<AwsClientOptions>? configure = null)
    {
        var options = new AwsClientOptions
        {
            Region = "us-east-1",
            Credentials = TestClient.Credentials,
            HttpInvoker = new HttpMessageInvoker(handler),
            TimeProvider = new FakeClock(skipsWaits: true),
            Variables = TestClient.NoVariables,
        };
        configure?.Invoke(options);
        using var client = new NamedClient(new NamedOperation(serviceId, name), options);
        return await client.CallAsync();
    }

    private Task<NamedResponse> CallAsync() => SendAsync(operation, new NamedRequest(), CancellationToken.None);
}
