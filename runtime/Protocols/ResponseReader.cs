using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Reads a successful response, for generated code that creates the output.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ResponseReader
{
    private readonly HttpResponseMessage _message;

    private readonly Stream? _stream;

    private BodyReaders _readers;

    internal ResponseReader(HttpResponseMessage message, ReadOnlySpan<byte> body, Stream? stream = null)
    {
        _message = message;
        _stream = stream;
        Headers = new HeaderReader(message);
        Body = body;
        _readers = new BodyReaders(body);
    }

    /// <summary>The HTTP status code.</summary>
    public readonly int StatusCode => (int)_message.StatusCode;

    /// <summary>The body, for payloads of bytes or text. It is valid only while the output is read.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>Gets the body as a stream, for operations with streaming responses.</summary>
    /// <returns>The stream, without decompression. It is valid until the response is disposed.</returns>
    public readonly Stream BodyStream() => _stream ?? throw new InvalidOperationException("The responses of this operation are not streamed.");

    /// <summary>Gets the body as events, for operations with event streams.</summary>
    /// <typeparam name="TEvent">The type of the events.</typeparam>
    /// <param name="read">Deserializes an event.</param>
    /// <param name="readError">Creates the exception for an error in the stream.</param>
    /// <returns>The events, which are valid until the response is disposed.</returns>
    public IAsyncEnumerable<TEvent> Events<TEvent>(EventReading<TEvent> read, EventErrorReading readError)
    {
        var events = new EventSource<TEvent>(_message, read, readError);
        EventSource = events;
        return events;
    }

    /// <summary>
    /// Ends reading. If members of the output could not be read, the reader is reset to the start, so that the output can be read again without them.
    /// </summary>
    /// <param name="protocol">The protocol of the service.</param>
    /// <param name="unreadable">The number of members of the output that could not be read, in the body and in headers.</param>
    /// <returns><see langword="true"/> if the output must be read again; otherwise, <see langword="false"/>.</returns>
    internal bool MustReadAgain(Protocol protocol, out int unreadable)
    {
        protocol.End(ref _readers);
        var inBody = protocol.OmitUnreadable(ref _readers);
        unreadable = inBody + Headers.Unreadable;
        return inBody > 0;
    }

    /// <summary>The event stream of the response, if it has one.</summary>
    internal EventSource? EventSource { get; private set; }

#pragma warning disable CA1051 // The reader is a mutable struct, so that callers need a reference to it.
    /// <summary>The reader of the headers.</summary>
    public HeaderReader Headers;
#pragma warning restore CA1051

    /// <summary>The reader of a JSON body, at its first byte. An empty body is read as <c>{}</c>.</summary>
    [UnscopedRef]
    public ref JsonBodyReader Json => ref _readers.Json;

    /// <summary>The reader of a CBOR body, at its first byte. An empty body is read as an empty map.</summary>
    [UnscopedRef]
    public ref CborBodyReader Cbor => ref _readers.Cbor;

    /// <summary>The reader of an XML body, in its root element. An empty body is read as an empty element.</summary>
    [UnscopedRef]
    public ref XmlBodyReader Xml => ref _readers.Xml;
}
