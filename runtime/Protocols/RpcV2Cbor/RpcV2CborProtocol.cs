using System;
using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The protocol Smithy RPC v2 CBOR.</summary>
/// <param name="isQueryCompatible">Whether the service sends the error codes of the AWS query protocol, which it used before.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RpcV2CborProtocol(bool isQueryCompatible = false) : Protocol
{
    internal override void Complete(RequestWriter request)
    {
        request.DefaultHeader("smithy-protocol", "rpc-v2-cbor").DefaultHeader("accept", "application/cbor");
        if (isQueryCompatible)
        {
            QueryCompatibility.AddMode(request);
        }
    }

    internal override ErrorReader ReadError(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        var queryCode = isQueryCompatible ? QueryCompatibility.FindCode(message) : null;
        return ErrorContent.IsFromProxy(message, body, hasCode: queryCode is not null)
            ? ErrorContent.CreateProxyError(message)
            : CborErrorBody.Read(body).ToReader(message, code: null, queryCode, body);
    }

    internal override ErrorReader ReadEventError(HttpResponseMessage message, string code, string? text, ReadOnlySpan<byte> payload)
    {
        var content = CborErrorBody.Read(payload);
        return (content with { Message = text ?? content.Message }).ToReader(message, code, queryCode: null, payload);
    }

    internal override void End(ref JsonBodyReader json, ref CborBodyReader cbor) => cbor.End();

    internal override int OmitUnreadable(ref JsonBodyReader json, ref CborBodyReader cbor) => cbor.OmitUnreadable();
}
