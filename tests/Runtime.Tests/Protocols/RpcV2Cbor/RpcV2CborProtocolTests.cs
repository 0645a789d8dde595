using System;
using System.Net;
using System.Net.Http;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Protocols.RpcV2Cbor;

public sealed class RpcV2CborProtocolTests
{
    [Fact]
    public void A_request_has_the_headers_of_the_protocol()
    {
        var request = new RequestWriter();
        request.Cbor.BeginObject();

        new RpcV2CborProtocol().Complete(request);

        Assert.Equal(("rpc-v2-cbor", "application/cbor", "application/cbor"), (request.FindHeader("smithy-protocol"), request.FindHeader("accept"), request.ContentType));
        Assert.Null(request.FindHeader("x-amzn-query-mode"));
    }

    [Fact]
    public void The_code_the_message_and_the_members_are_in_the_body()
    {
        var cbor = new BodyBytes();
        cbor.Writer.BeginObject();
        cbor.Writer.String("__type"u8, "aws.example#NotFound");
        cbor.Writer.String("message"u8, "m");
        cbor.Writer.String("resource"u8, "r");
        cbor.Writer.EndObject();

        Assert.Equal(("NotFound", "m", "r"), Read(new RpcV2CborProtocol(), cbor.Bytes));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{\"message\": \"m\"}", "{\"message\": \"m\"}")]
    [InlineData("upstream is down", "upstream is down")]
    public void A_body_of_another_format_is_the_message(string body, string? message) =>
        Assert.Equal(("400", message, null), Read(new RpcV2CborProtocol(), Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("BF66")]
    [InlineData("BFFF00")]
    [InlineData("A1675F5F74797065")]
    public void A_malformed_body_is_not_shown(string hex) => Assert.Equal(("400", null, null), Read(new RpcV2CborProtocol(), Convert.FromHexString(hex)));

    [Theory]
    [InlineData(true, "Old")]
    [InlineData(false, "400")]
    public void A_service_that_used_the_query_protocol_sends_its_codes_in_a_header(bool isQueryCompatible, string code) =>
        Assert.Equal(code, Read(new RpcV2CborProtocol(isQueryCompatible), [0xA0], "Old;Sender").Code);

    private static (string Code, string? Message, string? Resource) Read(RpcV2CborProtocol protocol, byte[] body, string? queryError = null)
    {
        using var message = new HttpResponseMessage(HttpStatusCode.BadRequest);
        if (queryError is not null)
        {
            message.Headers.TryAddWithoutValidation("x-amzn-query-error", queryError);
        }

        var error = protocol.ReadError(message, body);
        string? resource = null;
        while (error.Cbor.NextMember(out var name))
        {
            if (name.Is("resource"u8))
            {
                resource = error.Cbor.String();
            }
            else
            {
                error.Cbor.Skip();
            }
        }

        return (error.Code, error.Message, resource);
    }

    private sealed class BodyBytes
    {
        private readonly Utf8Buffer _buffer = new();

        public BodyBytes() => Writer = new CborBodyWriter(_buffer);

        public CborBodyWriter Writer { get; }

        public byte[] Bytes => _buffer.Written.ToArray();
    }
}
