using System;
using System.ComponentModel;
using System.Net.Http;

namespace DataZoneGen.Wire;

/// <summary>A successful response, from which generated code makes the operation's output.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ResponseReader
{
    private readonly HttpResponseMessage _message;

    internal ResponseReader(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        _message = message;
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

    /// <summary>The body as JSON, at its first byte. An empty body reads like <c>{}</c>.</summary>
#pragma warning disable CA1051 // A reader moves on: it must be passed on by reference, which a property cannot.
    public JsonBodyReader Json;
#pragma warning restore CA1051
}
