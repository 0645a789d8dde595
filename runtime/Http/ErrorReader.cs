using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Http;

namespace DataZoneGen.Wire;

/// <summary>An error response, from which generated code makes the exception.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ErrorReader
{
    private readonly HttpResponseMessage _message;

    internal ErrorReader(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        _message = message;
        Json = new JsonBodyReader("{}"u8);
        var named = ErrorBody.CleanCode(Header("x-amzn-errortype"));
        if ((int)message.StatusCode >= (int)HttpStatusCode.InternalServerError && ErrorBody.IsNotFromService(body, named is not null))
        {
            Code = StatusText(message);
            Message = message.ReasonPhrase;
            return;
        }

        var content = ErrorBody.Read(body);
        Code = named ?? ErrorBody.CleanCode(content.Code) ?? StatusText(message);
        Message = Redaction.Of(content.Message, message.RequestMessage);
        if (content.IsJson)
        {
            Json = new JsonBodyReader(body);
        }
    }

    /// <summary>An error that came amid the events of a successful answer.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="code">The error's name in the stream.</param>
    /// <param name="text">What the service said, if it did not say it in the body.</param>
    /// <param name="body">The payload of the event.</param>
    internal ErrorReader(HttpResponseMessage message, string code, string? text, ReadOnlySpan<byte> body)
    {
        var content = ErrorBody.Read(body);
        _message = message;
        Code = code;
        Message = Redaction.Of(text ?? content.Message, message.RequestMessage);
        Json = new JsonBodyReader(content.IsJson ? body : "{}"u8);
    }

    /// <summary>The error's name, without namespace and URI; the status as a number where the service gave none.</summary>
    public string Code { get; }

    /// <summary>What the service said; <see langword="null"/> when it said nothing.</summary>
    public string? Message { get; }

    /// <summary>The HTTP status.</summary>
    public readonly HttpStatusCode StatusCode => _message.StatusCode;

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

    /// <summary>The body at its first byte; <c>{}</c> where there is none or it is no JSON object.</summary>
#pragma warning disable CA1051 // A reader moves on: it must be passed on by reference, which a property cannot.
    public JsonBodyReader Json;
#pragma warning restore CA1051

    private static string StatusText(HttpResponseMessage message) => ((int)message.StatusCode).ToString(CultureInfo.InvariantCulture);
}
