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
    internal abstract ErrorReader ReadError(HttpResponseMessage message, ReadOnlySpan<byte> body);

    /// <summary>Reads the message of an error in the event stream of a successful response.</summary>
    /// <param name="message">The response.</param>
    /// <param name="code">The name of the error in the stream.</param>
    /// <param name="text">The message of the service, if it is not in the payload.</param>
    /// <param name="payload">The payload of the event.</param>
    /// <returns>The reader of the members of the error.</returns>
    internal abstract ErrorReader ReadEventError(HttpResponseMessage message, string code, string? text, ReadOnlySpan<byte> payload);

    /// <summary>Ends the reading of a body, with the reader of the protocol's format.</summary>
    /// <param name="json">The reader of a JSON body.</param>
    /// <param name="cbor">The reader of a CBOR body.</param>
    /// <exception cref="WireFormatException">Other data follows the value.</exception>
    internal abstract void End(ref JsonBodyReader json, ref CborBodyReader cbor);

    /// <summary>Omits the members that could not be read, and resets the reader to the start, so that the body can be read again without them.</summary>
    /// <param name="json">The reader of a JSON body.</param>
    /// <param name="cbor">The reader of a CBOR body.</param>
    /// <returns>The number of these members. If it is 0, nothing changes.</returns>
    internal abstract int OmitUnreadable(ref JsonBodyReader json, ref CborBodyReader cbor);
}
