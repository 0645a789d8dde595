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

    // It counts, so that it cannot be read-only.
    private HeaderReader _headers;

    internal ResponseReader(HttpResponseMessage message, ReadOnlySpan<byte> body, Stream? stream = null)
    {
        _message = message;
        _stream = stream;
        _headers = new HeaderReader(message);
        Body = body;
        Json = new JsonBodyReader(body.IsEmpty ? "{}"u8 : body);
    }

    /// <summary>The HTTP status.</summary>
    public readonly int StatusCode => (int)_message.StatusCode;

    /// <summary>The body as it came, for payloads of their own form. It is gone when the output has been made.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>A header of the response.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The value, several joined by a comma and a blank; <see langword="null"/> when there is none.</returns>
    public readonly string? Header(string name) => _headers.Text(name);

    /// <summary>A header that holds a number.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The value; <see langword="null"/> when there is none, or none that can be read.</returns>
    public int? HeaderInt32(string name) => _headers.Number<int>(name);

    /// <inheritdoc cref="HeaderInt32(string)"/>
    public long? HeaderInt64(string name) => _headers.Number<long>(name);

    /// <summary>A header that holds a boolean.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The value; <see langword="null"/> when there is none, or none that can be read.</returns>
    public bool? HeaderBoolean(string name) => _headers.Boolean(name);

    /// <inheritdoc cref="HeaderInt32(string)"/>
    public float? HeaderSingle(string name) => _headers.Number<float>(name);

    /// <inheritdoc cref="HeaderInt32(string)"/>
    public double? HeaderDouble(string name) => _headers.Number<double>(name);

    /// <summary>A header that holds a timestamp, in any of the forms in which services write them.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The value in UTC; <see langword="null"/> when there is none, or none that can be read.</returns>
    public DateTimeOffset? HeaderTimestamp(string name) => _headers.Timestamp(name);

    /// <summary>A header that holds a list.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="name">The name; case does not matter.</param>
    /// <param name="parse">Reads an item, unquoted.</param>
    /// <returns>The items; <see langword="null"/> when there is no such header, or an item cannot be read.</returns>
    public IReadOnlyList<T>? HeaderList<T>(string name, Func<string, T> parse) => _headers.List(name, parse);

    /// <summary>A header that holds a list of timestamps.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The items; <see langword="null"/> when there is no such header, or an item cannot be read.</returns>
    public IReadOnlyList<DateTimeOffset>? HeaderTimestamps(string name) => _headers.Timestamps(name);

    /// <summary>The headers whose names begin alike.</summary>
    /// <param name="prefix">The beginning; empty for all headers.</param>
    /// <returns>The values by the rest of their names.</returns>
    public readonly IReadOnlyDictionary<string, string> HeadersWithPrefix(string prefix) => _headers.WithPrefix(prefix);

    /// <summary>A header that holds a JSON text in base64.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The text; <see langword="null"/> when there is no such header, or it is not base64.</returns>
    public string? HeaderJson(string name) => _headers.Json(name);

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
        unreadable = inBody + _headers.Unreadable;
        return inBody > 0;
    }

    /// <summary>The events that have been handed out, if the body is events.</summary>
    internal EventSource? EventSource { get; private set; }

    /// <summary>The body as JSON, at its first byte. An empty body reads like <c>{}</c>.</summary>
#pragma warning disable CA1051 // A reader moves on: it must be passed on by reference, which a property cannot.
    public JsonBodyReader Json;
#pragma warning restore CA1051
}
