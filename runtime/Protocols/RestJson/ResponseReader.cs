using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>A successful response, from which generated code makes the operation's output.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ResponseReader
{
    private readonly HttpResponseMessage _message;

    private readonly Stream? _stream;

    internal ResponseReader(HttpResponseMessage message, ReadOnlySpan<byte> body, Stream? stream = null)
    {
        _message = message;
        _stream = stream;
        Headers = new HeaderReader(message);
        Body = body;
        Json = new JsonBodyReader(body.IsEmpty ? "{}"u8 : body);
    }

    /// <summary>The HTTP status.</summary>
    public readonly int StatusCode => (int)_message.StatusCode;

    /// <summary>The body as it came, for payloads of their own form. It is gone when the output has been made.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>The body as a stream, for operations whose answers are streamed.</summary>
    /// <returns>The stream, as it comes: what the service keeps compressed stays so. It lives as long as the response.</returns>
    public readonly Stream BodyStream() => _stream ?? throw new InvalidOperationException("The body of this operation's answers is not streamed.");

    /// <summary>The body as events, for operations whose answers are streams of them.</summary>
    /// <typeparam name="TEvent">The events.</typeparam>
    /// <param name="read">Makes the object of an event.</param>
    /// <param name="readError">Makes the exception of an error among the events.</param>
    /// <returns>The events; they live as long as the response.</returns>
    public IAsyncEnumerable<TEvent> Events<TEvent>(EventReading<TEvent> read, EventErrorReading readError)
    {
        var events = new EventSource<TEvent>(_message, read, readError);
        EventSource = events;
        return events;
    }

    /// <summary>
    /// Ends the reading. If members of the output could not be read, the reader is at its beginning again, and a second reading makes the output
    /// without them.
    /// </summary>
    /// <param name="unreadable">How many members of the output could not be read, in the body and in headers.</param>
    /// <returns>Whether the output must be read again.</returns>
    internal bool MustReadAgain(out int unreadable)
    {
        Json.End();
        var inBody = Json.OmitUnreadable();
        unreadable = inBody + Headers.Unreadable;
        return inBody > 0;
    }

    /// <summary>The events that have been handed out, if the body is events.</summary>
    internal EventSource? EventSource { get; private set; }

#pragma warning disable CA1051 // The readers are mutable structs, so that callers need references to them.
    /// <summary>The headers.</summary>
    public HeaderReader Headers;

    /// <summary>The body as JSON, at its first byte. An empty body reads like <c>{}</c>.</summary>
    public JsonBodyReader Json;
#pragma warning restore CA1051
}
