using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Net.Http;

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
    public readonly string? Header(string name) => ResponseHeaders.Find(_message, name);

    /// <inheritdoc cref="Header(string)"/>
    public readonly int? HeaderInt32(string name) => ResponseHeaders.Parse<int>(_message, name);

    /// <inheritdoc cref="Header(string)"/>
    public readonly long? HeaderInt64(string name) => ResponseHeaders.Parse<long>(_message, name);

    /// <inheritdoc cref="Header(string)"/>
    public readonly bool? HeaderBoolean(string name) => ResponseHeaders.ParseBoolean(_message, name);

    /// <inheritdoc cref="Header(string)"/>
    public readonly float? HeaderSingle(string name) => ResponseHeaders.Parse<float>(_message, name);

    /// <inheritdoc cref="Header(string)"/>
    public readonly double? HeaderDouble(string name) => ResponseHeaders.Parse<double>(_message, name);

    /// <summary>A header of the response.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <param name="format">The form in which the service writes it.</param>
    /// <returns>The value in UTC; <see langword="null"/> when there is none.</returns>
    public readonly DateTimeOffset? HeaderTimestamp(string name, TimestampFormat format) => ResponseHeaders.ParseTimestamp(_message, name, format);

    /// <summary>A header that holds a list.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="name">The name; case does not matter.</param>
    /// <param name="parse">Reads an item, unquoted.</param>
    /// <returns>The items; <see langword="null"/> when there is no such header.</returns>
    public readonly IReadOnlyList<T>? HeaderList<T>(string name, Func<string, T> parse) => ResponseHeaders.ParseList(_message, name, parse);

    /// <summary>A header that holds a list of instants.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <param name="format">The form in which the service writes them.</param>
    /// <returns>The items; <see langword="null"/> when there is no such header.</returns>
    public readonly IReadOnlyList<DateTimeOffset>? HeaderTimestamps(string name, TimestampFormat format) =>
        ResponseHeaders.ParseTimestamps(_message, name, format);

    /// <summary>The headers whose names begin alike.</summary>
    /// <param name="prefix">The beginning; empty for all headers.</param>
    /// <returns>The values by the rest of their names.</returns>
    public readonly IReadOnlyDictionary<string, string> HeadersWithPrefix(string prefix) => ResponseHeaders.WithPrefix(_message, prefix);

    /// <summary>A header that holds a JSON text in base64.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The text; <see langword="null"/> when there is no such header.</returns>
    public readonly string? HeaderJson(string name) => ResponseHeaders.ParseJson(_message, name);

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

    /// <summary>The events that have been handed out, if the body is events.</summary>
    internal EventSource? EventSource { get; private set; }

    /// <summary>The body as JSON, at its first byte. An empty body reads like <c>{}</c>.</summary>
#pragma warning disable CA1051 // A reader moves on: it must be passed on by reference, which a property cannot.
    public JsonBodyReader Json;
#pragma warning restore CA1051
}
