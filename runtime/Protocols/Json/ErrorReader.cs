using System;
using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Reads an error response, for generated code that creates the exception.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ErrorReader
{
    private readonly HttpResponseMessage _message;

    internal ErrorReader(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        _message = message;
        Headers = new HeaderReader(message);
        body = JsonBodyReader.TrimByteOrderMark(body);
        Json = new JsonBodyReader("{}"u8);
        var named = ErrorBody.CleanCode(ResponseHeaders.FindFirst(message, "x-amzn-errortype"));
        if ((int)message.StatusCode >= (int)HttpStatusCode.InternalServerError && ErrorBody.IsFromProxy(body, named is not null))
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

    /// <summary>Initializes a new instance of the <see cref="ErrorReader"/> struct for an error in the event stream of a successful response.</summary>
    /// <param name="message">The response.</param>
    /// <param name="code">The name of the error in the stream.</param>
    /// <param name="text">The message of the service, if it is not in the body.</param>
    /// <param name="body">The payload of the event.</param>
    internal ErrorReader(HttpResponseMessage message, string code, string? text, ReadOnlySpan<byte> body)
    {
        body = JsonBodyReader.TrimByteOrderMark(body);
        var content = ErrorBody.Read(body);
        _message = message;
        Headers = new HeaderReader(message);
        Code = code;
        Message = Redaction.Redact(text ?? content.Message, message.RequestMessage);
        Json = new JsonBodyReader(content.IsJson ? body : "{}"u8);
    }

    /// <summary>The error code, without namespace and URI, or the HTTP status code if the service sent none.</summary>
    public string Code { get; }

    /// <summary>The message of the service; <see langword="null"/> if it sent none.</summary>
    public string? Message { get; }

    /// <summary>The HTTP status code.</summary>
    public readonly int StatusCode => (int)_message.StatusCode;

#pragma warning disable CA1051 // The readers are mutable structs, so that callers need references to them.
    /// <summary>The reader of the headers.</summary>
    public HeaderReader Headers;

    /// <summary>The reader of the body, at its first byte. A body that is missing or not a JSON object is read as <c>{}</c>.</summary>
    public JsonBodyReader Json;
#pragma warning restore CA1051

    private static string StatusText(HttpResponseMessage message) => ((int)message.StatusCode).ToString(CultureInfo.InvariantCulture);
}
