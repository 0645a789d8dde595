using System;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The content of an error response that all errors of a protocol have.</summary>
/// <param name="Members">
/// The part of the body that has the members of the error; <see langword="null"/> if the body has another format than that of the protocol. Proxies in front of
/// services send such bodies.
/// </param>
/// <param name="Code">The error code, without namespace and URI; <see langword="null"/> if the body has none.</param>
/// <param name="Message">The message, or the start of a body of another format; <see langword="null"/> if there is none.</param>
/// <param name="RequestId">The request id; <see langword="null"/> if the body has none.</param>
internal readonly record struct ErrorContent(Range? Members, string? Code, string? Message, string? RequestId = null)
{
    private const int MaxTextLength = 1024;

    /// <summary>Creates the content for a body of another format. Its start is often the only information about the error.</summary>
    public static ErrorContent FromText(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxTextLength * 4)]);
        return new ErrorContent(
            Members: null,
            Code: null,
            text.Length <= MaxTextLength ? text : text[..(char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength)]);
    }

    /// <summary>Returns the name in <c>namespace#Name:http://…</c>; <see langword="null"/> if it is empty.</summary>
    public static string? CleanCode(string? code)
    {
        if (code is null)
        {
            return null;
        }

        var name = code.AsSpan();
        var colon = name.IndexOf(':');
        name = colon < 0 ? name : name[..colon];
        name = name[(name.LastIndexOf('#') + 1)..].Trim();
        return name.IsEmpty ? null : name.ToString();
    }

    /// <summary>Returns whether a response comes from a proxy: a server error with an HTML page, or without a body and an error code.</summary>
    public static bool IsFromProxy(HttpResponseMessage message, ReadOnlySpan<byte> body, bool hasCode)
    {
        if ((int)message.StatusCode < (int)HttpStatusCode.InternalServerError)
        {
            return false;
        }

        var text = body.Trim(" \t\r\n\f\v"u8);
        return text.IsEmpty ? !hasCode : text.StartsWith("<html>"u8);
    }

    /// <summary>Creates the reader for an error response.</summary>
    /// <param name="message">The response.</param>
    /// <param name="code">The error code of a header, which takes precedence over that of the body.</param>
    /// <param name="queryCode">The error code of the AWS query protocol; <see langword="null"/> if the service sent none.</param>
    /// <param name="body">The body of the response.</param>
    public ErrorReader ToReader(HttpResponseMessage message, string? code, string? queryCode, ReadOnlySpan<byte> body) => new(
        message,
        code ?? CleanCode(Code) ?? queryCode ?? GetStatusCode(message),
        queryCode,
        Redaction.Redact(Message, message.RequestMessage),
        Members is { } members ? body[members] : default)
    { RequestId = RequestId };

    /// <summary>Creates the reader for the response of a proxy, which has only a status.</summary>
    public static ErrorReader CreateProxyError(HttpResponseMessage message) => new(message, GetStatusCode(message), code: null, message.ReasonPhrase, body: default);

    private static string GetStatusCode(HttpResponseMessage message) => ((int)message.StatusCode).ToString(CultureInfo.InvariantCulture);
}
