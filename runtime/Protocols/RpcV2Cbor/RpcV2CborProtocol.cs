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

    internal override void End(ref BodyReaders readers) => readers.Cbor.End();

    internal override int OmitUnreadable(ref BodyReaders readers) => readers.Cbor.OmitUnreadable();

    private protected override ErrorContent ReadErrorBody(HttpResponseMessage message, ReadOnlySpan<byte> body) => CborErrorBody.Read(body);

    private protected override ErrorContent ReadEventErrorPayload(ReadOnlySpan<byte> payload) => CborErrorBody.Read(payload);

    private protected override string? FindQueryCode(HttpResponseMessage message) => isQueryCompatible ? QueryCompatibility.FindCode(message) : null;
}
