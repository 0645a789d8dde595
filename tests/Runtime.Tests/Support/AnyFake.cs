using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Testing;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Runtime.Tests;

/// <summary>An operation of a fake whose request and response are the same as text.</summary>
internal sealed class AnyFakeOperation : FakeOperation<string, AnyFakeResponse>
{
    public AnyFakeOperation(string name, string method, string path, params string[] literals)
        : base(name, method, path, literals)
    {
    }

    public string? Label
    {
        get => EndpointLabel;
        init => EndpointLabel = value;
    }

    public string[] NeedsQuery
    {
        init => RequiredQuery = value;
    }

    public string[] NeedsHeaders
    {
        init => RequiredHeaders = value;
    }

    /// <summary>Reads the body or, without a body, the label <c>path</c>.</summary>
    protected internal override string Read(ref FakeRequestReader request) =>
        request.Body.IsEmpty ? request.Labels.String("path") ?? "" : Encoding.UTF8.GetString(request.Body);

    protected internal override void Write(AnyFakeResponse value, FakeResponseWriter response)
    {
        response.Header("x-kind", "any");
        if (value.Content is not null)
        {
            response.Body(value.Content, "text/plain", requiresLength: false);
        }
        else
        {
            response.Body(Encoding.UTF8.GetBytes(value.Text), "text/plain");
        }
    }
}

internal sealed record AnyFakeResponse(string Text, Stream? Content = null) : AwsResponse;

/// <summary>A fake with any operations.</summary>
internal sealed class AnyFake(FakeService service) : AwsFake(service, options: null)
{
    public FakeHandler<string, AnyFakeResponse> On(AnyFakeOperation operation) => On<string, AnyFakeResponse>(operation);
}

/// <summary>A fake of a service with these operations. It defines the error <see cref="NotFoundException"/>, with a member.</summary>
internal sealed class AnyFakeService(string signingName, FakeProtocol protocol, params FakeOperation[] operations)
    : FakeService("Test Store", signingName, protocol, operations)
{
    public AnyFakeService(FakeProtocol protocol, params FakeOperation[] operations)
        : this("teststore", protocol, operations)
    {
    }

    protected internal override bool WriteError(AwsServiceException value, FakeErrorWriter error)
    {
        if (value is not NotFoundException notFound)
        {
            return false;
        }

        error.Begin(value, "NotFoundException", 404, messageName: null, queryCode: "AWS.NotFound");
        error.Header("x-kind", "item");
        if (Protocol is FakeRpcV2Cbor)
        {
            error.Cbor.String("resource"u8, notFound.Resource);
        }
        else if (Protocol is FakeJsonProtocol)
        {
            error.Json.String("resource"u8, notFound.Resource);
        }
        else
        {
            error.Xml.String("resource"u8, notFound.Resource);
        }

        return true;
    }
}

/// <summary>Creates requests for fakes.</summary>
internal static class FakeRequests
{
    /// <summary>Creates a request of these bytes, whose target is sent as it is.</summary>
    public static FakeRequest Create(string method, string target, byte[]? body = null, string host = "teststore.us-east-1.example", params (string Name, string Value)[] headers)
    {
        var message = new HttpRequestMessage(new HttpMethod(method), VerbatimUri.Create("https://" + host + target));
        if (body is not null)
        {
            message.Content = new ByteArrayContent(body);
        }

        foreach (var (name, value) in headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return FakeRequest.From(message);
    }

    /// <summary>Creates a request whose body has been read.</summary>
    public static async Task<FakeRequest> ReadAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        var request = Create("POST", "/", body, headers: headers);
        await request.ReadBodyAsync(streams: false, default);
        return request;
    }
}
