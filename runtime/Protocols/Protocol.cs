using System;
using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// A protocol: what its requests have beyond the members of the input, and how errors are read. Each protocol has a class, and no other code of the runtime
/// depends on the protocol of a service.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Protocol
{
    private protected Protocol()
    {
    }

    /// <summary>Adds what every request of the protocol has, such as headers.</summary>
    /// <param name="request">The request that the operation has written.</param>
    internal virtual void Complete(RequestWriter request)
    {
    }

    /// <summary>Reads the code and the message of an error response.</summary>
    /// <param name="message">The response.</param>
    /// <param name="body">The body of the response.</param>
    /// <returns>The reader of the members of the error.</returns>
    internal ErrorReader ReadError(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        body = ByteOrderMark.Trim(body);
        var code = FindCode(message);
        var queryCode = FindQueryCode(message);
        return ErrorContent.IsFromProxy(message, body, hasCode: (code ?? queryCode) is not null)
            ? ErrorContent.CreateProxyError(message)
            : ReadErrorBody(message, body).ToReader(message, code, queryCode, body);
    }

    /// <summary>Reads the message of an error in the event stream of a successful response.</summary>
    /// <param name="message">The response.</param>
    /// <param name="code">The name of the error in the stream.</param>
    /// <param name="text">The message of the service, if it is not in the payload.</param>
    /// <param name="payload">The payload of the event.</param>
    /// <returns>The reader of the members of the error.</returns>
    internal ErrorReader ReadEventError(HttpResponseMessage message, string code, string? text, ReadOnlySpan<byte> payload)
    {
        payload = ByteOrderMark.Trim(payload);
        var content = payload.IsEmpty ? default : ReadEventErrorPayload(payload);
        return (content with { Message = text ?? content.Message }).ToReader(message, code, queryCode: null, payload);
    }

    /// <summary>Gets the request id in the body of a successful response.</summary>
    /// <param name="body">The body of the response.</param>
    /// <returns>The request id; <see langword="null"/> if there is none.</returns>
    internal virtual string? FindRequestId(ReadOnlySpan<byte> body) => null;

    /// <summary>Ends the reading of a body, with the reader of the protocol's format.</summary>
    /// <param name="readers">The readers of the body.</param>
    /// <exception cref="WireFormatException">Other data follows the value.</exception>
    internal abstract void End(ref BodyReaders readers);

    /// <summary>Omits the members that could not be read, and resets the reader to the start, so that the body can be read again without them.</summary>
    /// <param name="readers">The readers of the body.</param>
    /// <returns>The number of these members. If it is 0, nothing changes.</returns>
    internal abstract int OmitUnreadable(ref BodyReaders readers);

    /// <summary>Reads the body of an error response, which may be empty or have another format.</summary>
    private protected abstract ErrorContent ReadErrorBody(HttpResponseMessage message, ReadOnlySpan<byte> body);

    /// <summary>Reads the payload of an error in an event stream, which is not empty.</summary>
    private protected abstract ErrorContent ReadEventErrorPayload(ReadOnlySpan<byte> payload);

    /// <summary>Returns the error code in the headers of a response; <see langword="null"/> if the protocol has none.</summary>
    private protected virtual string? FindCode(HttpResponseMessage message) => null;

    /// <summary>Returns the error code of the AWS query protocol that a service of another protocol sent; <see langword="null"/> if there is none.</summary>
    private protected virtual string? FindQueryCode(HttpResponseMessage message) => null;
}
