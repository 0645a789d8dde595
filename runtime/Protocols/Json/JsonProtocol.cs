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

    internal sealed override void End(ref BodyReaders readers) => readers.Json.End();

    internal sealed override int OmitUnreadable(ref BodyReaders readers) => readers.Json.OmitUnreadable();

    private protected sealed override ErrorContent ReadErrorBody(HttpResponseMessage message, ReadOnlySpan<byte> body) => JsonErrorBody.Read(body, _prefersType);

    private protected sealed override ErrorContent ReadEventErrorPayload(ReadOnlySpan<byte> payload) => JsonErrorBody.Read(payload, _prefersType);

    private protected sealed override string? FindCode(HttpResponseMessage message) =>
        ErrorContent.CleanCode(ResponseHeaders.FindFirst(message, "x-amzn-errortype"));
}
