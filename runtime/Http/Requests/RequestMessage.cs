using System;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Creates HTTP messages from the content of a <see cref="RequestWriter"/>, without changing it.</summary>
internal static class RequestMessage
{
    /// <summary>Creates the message of an attempt.</summary>
    /// <param name="request">The request.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="url">The complete URL.</param>
    /// <param name="reading">The object for the first serialization of the body.</param>
    public static HttpRequestMessage Create(RequestWriter request, HttpMethod method, Uri url, BodyReading reading)
    {
        var message = new HttpRequestMessage(method, url);
        foreach (var header in request.Headers)
        {
            MessageHeaders.Add(message.Headers, header.Name, header.Value);
        }

        if (request.HasBody || request.ContentType is not null || ExpectsContentLength(method))
        {
            message.Content = CreateContent(request, reading);
            AddContentHeaders(message.Content, request);
            if (request.ExpectsContinue)
            {
                message.Headers.ExpectContinue = true;
            }
        }

        return message;
    }

    private static RequestBody CreateContent(RequestWriter request, BodyReading reading) => request switch
    {
        { EventInput: { } events } => new EventBody(events, reading),
        { Chunks: { } chunks } => new ChunkedBody(chunks, request.BodyStream!, request.StreamStart, reading),
        { BodyStream: { } stream } => new StreamBody(stream, request.StreamStart, request.StreamLength, reading),
        _ => new BytesBody(request.BodyBytes, reading),
    };

    /// <summary>Whether servers expect a content length for this method, even if there is no body.</summary>
    private static bool ExpectsContentLength(HttpMethod method)
        => method == HttpMethod.Post || method == HttpMethod.Put || method == HttpMethod.Patch || method == HttpMethod.Delete;

    private static void AddContentHeaders(HttpContent content, RequestWriter request)
    {
        if (request.ContentType is { } contentType)
        {
            MessageHeaders.Add(content.Headers, "Content-Type", contentType);
        }

        foreach (var header in request.Headers)
        {
            if (MessageHeaders.IsContentHeader(header.Name))
            {
                MessageHeaders.Add(content.Headers, header.Name, header.Value);
            }
        }
    }
}
