using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>An error response, from which generated code makes the exception.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ErrorReader
{
    private readonly HttpResponseMessage _message;

    // It counts, so that it cannot be read-only.
    private HeaderReader _headers;

    internal ErrorReader(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        _message = message;
        _headers = new HeaderReader(message);
        body = JsonBodyReader.WithoutByteOrderMark(body);
        Json = new JsonBodyReader("{}"u8);
        var named = ErrorBody.CleanCode(ResponseHeaders.First(message, "x-amzn-errortype"));
        if ((int)message.StatusCode >= (int)HttpStatusCode.InternalServerError && ErrorBody.IsNotFromService(body, named is not null))
        {
            Code = StatusText(message);
            Message = message.ReasonPhrase;
            return;
        }

        var content = ErrorBody.Read(body);
        Code = named ?? ErrorBody.CleanCode(content.Code) ?? StatusText(message);
        Message = Redaction.Redact(content.Message, message.RequestMessage);
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
        body = JsonBodyReader.WithoutByteOrderMark(body);
        var content = ErrorBody.Read(body);
        _message = message;
        _headers = new HeaderReader(message);
        Code = code;
        Message = Redaction.Redact(text ?? content.Message, message.RequestMessage);
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

    /// <summary>The body at its first byte; <c>{}</c> where there is none or it is no JSON object.</summary>
#pragma warning disable CA1051 // A reader moves on: it must be passed on by reference, which a property cannot.
    public JsonBodyReader Json;
#pragma warning restore CA1051

    private static string StatusText(HttpResponseMessage message) => ((int)message.StatusCode).ToString(CultureInfo.InvariantCulture);
}
