using System;
using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>What the protocols with JSON bodies have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonProtocol : Protocol
{
    private protected JsonProtocol()
    {
    }

    internal sealed override ErrorReader ReadError(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        body = JsonBodyReader.TrimByteOrderMark(body);
        var code = FindCode(message);
        return ErrorContent.IsFromProxy(message, body, hasCode: code is not null)
            ? ErrorContent.CreateProxyError(message)
            : JsonErrorBody.Read(body).ToReader(message, code, body);
    }

    internal sealed override ErrorReader ReadEventError(HttpResponseMessage message, string code, string? text, ReadOnlySpan<byte> payload)
    {
        payload = JsonBodyReader.TrimByteOrderMark(payload);
        var content = JsonErrorBody.Read(payload);
        return (content with { Message = text ?? content.Message }).ToReader(message, code, payload);
    }

    internal sealed override void End(ref JsonBodyReader json, ref CborBodyReader cbor) => json.End();

    internal sealed override int OmitUnreadable(ref JsonBodyReader json, ref CborBodyReader cbor) => json.OmitUnreadable();

    /// <summary>Returns the error code in the headers; <see langword="null"/> if it is only in the body.</summary>
    private protected virtual string? FindCode(HttpResponseMessage message) =>
        ErrorContent.CleanCode(ResponseHeaders.FindFirst(message, "x-amzn-errortype"));
}
