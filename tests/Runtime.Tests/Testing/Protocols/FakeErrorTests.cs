using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Protocols;

/// <summary>The protocols of the client read what the protocols of fakes write.</summary>
public class FakeErrorTests
{
    public static TheoryData<string> Protocols => new("RestJson", "RestXml", "S3", "AwsJson", "RpcV2Cbor", "AwsQuery", "Ec2Query");

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_modeled_error_has_its_code_status_message_members_and_request_id(string name)
    {
        var (fake, client) = Create(name);

        using var message = Write(fake, new NotFoundException("There is <no> \"item\".", "item 1"));
        var (code, text, resource, requestId) = Read(client, message, await message.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.NotFound, message.StatusCode);
        Assert.Equal(("NotFoundException", "There is <no> \"item\".", "item 1"), (code, text, resource));
        Assert.Equal(36, requestId!.Length);
        Assert.Equal("item", Assert.Single(message.Headers.GetValues("x-kind")));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task An_error_that_is_not_modeled_has_the_code_of_the_exception(string name)
    {
        var (fake, client) = Create(name);

        using var message = Write(fake, new AwsServiceException("Busy.") { ErrorCode = "SlowDown", StatusCode = HttpStatusCode.ServiceUnavailable });
        var (code, text, _, _) = Read(client, message, await message.Content.ReadAsByteArrayAsync());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "SlowDown", "Busy."), (message.StatusCode, code, text));
    }

    [Theory]
    [InlineData("RestJson", "SerializationException 400, UnknownOperationException 404, ValidationException 400, ThrottlingException 429, MissingAuthenticationTokenException 403, UnrecognizedClientException 403, InvalidSignatureException 403, InvalidSignatureException 403, RequestTimeTooSkewed 403")]
    [InlineData("AwsJson", "SerializationException 400, UnknownOperationException 404, ValidationException 400, ThrottlingException 400, MissingAuthenticationTokenException 400, UnrecognizedClientException 400, InvalidSignatureException 400, InvalidSignatureException 400, RequestTimeTooSkewed 400")]
    [InlineData("RpcV2Cbor", "SerializationException 400, UnknownOperationException 404, ValidationException 400, ThrottlingException 400, MissingAuthenticationTokenException 400, UnrecognizedClientException 400, InvalidSignatureException 400, InvalidSignatureException 400, RequestTimeTooSkewed 400")]
    [InlineData("AwsQuery", "MalformedInput 400, InvalidAction 404, ValidationError 400, Throttling 400, MissingAuthenticationToken 403, InvalidClientTokenId 403, SignatureDoesNotMatch 403, RequestExpired 400, RequestTimeTooSkewed 403")]
    [InlineData("RestXml", "MalformedInput 400, InvalidAction 404, ValidationError 400, Throttling 400, MissingAuthenticationToken 403, InvalidClientTokenId 403, SignatureDoesNotMatch 403, RequestExpired 400, RequestTimeTooSkewed 403")]
    [InlineData("Ec2Query", "MalformedInput 400, InvalidAction 404, ValidationError 400, RequestLimitExceeded 503, MissingAuthenticationToken 403, AuthFailure 401, AuthFailure 401, RequestExpired 400, RequestTimeTooSkewed 403")]
    [InlineData("S3", "MalformedXML 400, UnknownOperation 404, InvalidRequest 400, SlowDown 503, AccessDenied 403, InvalidAccessKeyId 403, SignatureDoesNotMatch 403, AccessDenied 403, RequestTimeTooSkewed 403")]
    public void Each_protocol_has_its_codes_for_refused_requests(string name, string expected)
    {
        var protocol = Create(name).Fake.Protocol;

        Assert.Equal(expected, string.Join(", ", Array.ConvertAll(Enum.GetValues<FakeRefusal>(), reason =>
        {
            var error = protocol.CreateError(reason, "message");
            return error.ErrorCode + " " + (int)error.StatusCode;
        })));
    }

    [Theory]
    [InlineData("AwsJson", "application/x-amz-json-1.1")]
    [InlineData("RpcV2Cbor", "application/cbor")]
    public void Query_compatible_services_have_both_codes(string name, string contentType)
    {
        using var message = Write(Create(name).Fake, new NotFoundException("", "item"));

        Assert.Equal("AWS.NotFound;Sender", Assert.Single(message.Headers.GetValues("x-amzn-query-error")));
        Assert.Equal(contentType, message.Content.Headers.ContentType!.ToString());
    }

    private static (AnyFakeService Fake, Protocol Client) Create(string name) => name switch
    {
        "RestJson" => (new(FakeProtocols.RestJson), RestJsonProtocol.Instance),
        "RestXml" => (new(FakeProtocols.RestXml(wrapsErrors: true)), new RestXmlProtocol()),
        "S3" => (new(FakeProtocols.RestXml(wrapsErrors: false)), new RestXmlProtocol()),
        "AwsJson" => (new(FakeProtocols.AwsJson("1.1", "Store", isQueryCompatible: true)), new AwsJsonProtocol("1.1")),
        "RpcV2Cbor" => (new(FakeProtocols.RpcV2Cbor("Store", isQueryCompatible: true)), new RpcV2CborProtocol()),
        "AwsQuery" => (new(FakeProtocols.AwsQuery("2026-01-02", "https://store.example/")), new AwsQueryProtocol()),
        _ => (new(FakeProtocols.Ec2Query("2026-01-02", "https://store.example/")), new Ec2QueryProtocol()),
    };

    private static HttpResponseMessage Write(FakeService fake, AwsServiceException error)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://localhost/");
        return fake.WriteError(error).ToMessage(request);
    }

    private static (string Code, string? Text, string? Resource, string? RequestId) Read(Protocol protocol, HttpResponseMessage message, byte[] body)
    {
        var error = protocol.ReadError(message, body);
        string? resource = null;
        switch (protocol)
        {
            case JsonProtocol:
                while (error.Json.NextMember(out var name))
                {
                    resource = name.Is("resource"u8) ? error.Json.String() : Skip(ref error.Json, resource);
                }

                break;
            case XmlProtocol:
                while (error.Xml.NextMember(out var name))
                {
                    resource = name.Is("resource"u8) ? error.Xml.String() : Skip(ref error.Xml, resource);
                }

                break;
            default:
                while (error.Cbor.NextMember(out var name))
                {
                    resource = name.Is("resource"u8) ? error.Cbor.String() : Skip(ref error.Cbor, resource);
                }

                break;
        }

        return (error.Code, error.Message, resource, error.RequestId ?? DataZoneGen.Core.ResponseHeaders.GetRequestId(message));
    }

    private static string? Skip(ref JsonBodyReader json, string? resource)
    {
        json.Skip();
        return resource;
    }

    private static string? Skip(ref XmlBodyReader xml, string? resource)
    {
        xml.Skip();
        return resource;
    }

    private static string? Skip(ref CborBodyReader cbor, string? resource)
    {
        cbor.Skip();
        return resource;
    }
}
