using System;
using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>What the protocols with JSON bodies have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonProtocol : Protocol
{
    private readonly bool _prefersType;

    /// <param name="prefersType">Whether <c>__type</c> takes precedence over <c>code</c> in the body of an error.</param>
    private protected JsonProtocol(bool prefersType) => _prefersType = prefersType;

    internal sealed override ErrorReader ReadError(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        body = JsonBodyReader.TrimByteOrderMark(body);
        var code = ErrorContent.CleanCode(ResponseHeaders.FindFirst(message, "x-amzn-errortype"));
        var queryCode = FindQueryCode(message);
        return ErrorContent.IsFromProxy(message, body, hasCode: (code ?? queryCode) is not null)
            ? ErrorContent.CreateProxyError(message)
            : JsonErrorBody.Read(body, _prefersType).ToReader(message, code, queryCode, body);
    }

    internal sealed override ErrorReader ReadEventError(HttpResponseMessage message, string code, string? text, ReadOnlySpan<byte> payload)
    {
        payload = JsonBodyReader.TrimByteOrderMark(payload);
        var content = JsonErrorBody.Read(payload, _prefersType);
        return (content with { Message = text ?? content.Message }).ToReader(message, code, queryCode: null, payload);
    }

    internal sealed override void End(ref JsonBodyReader json, ref CborBodyReader cbor) => json.End();

    internal sealed override int OmitUnreadable(ref JsonBodyReader json, ref CborBodyReader cbor) => json.OmitUnreadable();

    /// <summary>Returns the error code of the AWS query protocol; <see langword="null"/> if the service sent none.</summary>
    private protected virtual string? FindQueryCode(HttpResponseMessage message) => null;
}
