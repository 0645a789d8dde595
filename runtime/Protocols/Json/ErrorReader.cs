using System;
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

    internal ErrorReader(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        _message = message;
        Headers = new HeaderReader(message);
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
        Headers = new HeaderReader(message);
        Code = code;
        Message = Redaction.Redact(text ?? content.Message, message.RequestMessage);
        Json = new JsonBodyReader(content.IsJson ? body : "{}"u8);
    }

    /// <summary>The error's name, without namespace and URI; the status as a number where the service gave none.</summary>
    public string Code { get; }

    /// <summary>What the service said; <see langword="null"/> when it said nothing.</summary>
    public string? Message { get; }

    /// <summary>The HTTP status.</summary>
    public readonly int StatusCode => (int)_message.StatusCode;

#pragma warning disable CA1051 // The readers are mutable structs, so that callers need references to them.
    /// <summary>The headers.</summary>
    public HeaderReader Headers;

    /// <summary>The body at its first byte; <c>{}</c> where there is none or it is no JSON object.</summary>
    public JsonBodyReader Json;
#pragma warning restore CA1051

    private static string StatusText(HttpResponseMessage message) => ((int)message.StatusCode).ToString(CultureInfo.InvariantCulture);
}
