using System;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Turns what a <see cref="RequestWriter"/> holds into a message for an HTTP handler, byte for byte.</summary>
internal static class RequestMessage
{
    /// <summary>Creates the message of one attempt.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="url">The whole URL.</param>
    /// <param name="reading">What the first serialization of the body uses.</param>
    public static HttpRequestMessage Create(RequestWriter request, HttpMethod method, Uri url, BodyReading reading)
    {
        var message = new HttpRequestMessage(method, url);
        foreach (var header in request.Headers)
        {
            MessageHeaders.Add(message.Headers, header.Name, header.Value);
        }

        if (request.HasBody || request.ContentType is not null || AnnouncesBody(method))
        {
            message.Content = CreateContent(request, reading);
            AddContentHeaders(message.Content, request);
        }

        return message;
    }

    private static RequestBody CreateContent(RequestWriter request, BodyReading reading) => request switch
    {
        { EventInput: { } events } => new EventBody(events, reading),
        { BodyStream: { } stream } => new StreamBody(stream, request.StreamStart, request.StreamLength, reading),
        _ => new BytesBody(request.BodyBytes, reading),
    };

    /// <summary>Whether servers expect a length with this method, 0 where there is no body.</summary>
    private static bool AnnouncesBody(HttpMethod method)
        => method == HttpMethod.Post || method == HttpMethod.Put || method == HttpMethod.Patch || method == HttpMethod.Delete;

    private static void AddContentHeaders(HttpContent content, RequestWriter request)
    {
        if (request.ContentType is { } contentType)
        {
            MessageHeaders.Add(content.Headers, "Content-Type", contentType);
        }

        foreach (var header in request.Headers)
        {
            if (IsContentHeader(header.Name))
            {
                MessageHeaders.Add(content.Headers, header.Name, header.Value);
            }
        }
    }

    // .NET keeps these with the content, and refuses them among the headers of the message.
    private static bool IsContentHeader(string name) => name is
        "allow" or "content-disposition" or "content-encoding" or "content-language" or "content-location" or
        "content-md5" or "content-range" or "expires" or "last-modified";
}
