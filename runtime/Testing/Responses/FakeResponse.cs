using System;
using System.IO;
using System.Net;
using System.Net.Http;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>A complete response.</summary>
internal sealed class FakeResponse
{
    private FakeResponse(int status, HeaderList headers, string? contentType) => (Status, Headers, ContentType) = (status, headers, contentType);

    public int Status { get; }

    /// <summary>The headers except the content type.</summary>
    public HeaderList Headers { get; private set; }

    public string? ContentType { get; }

    /// <summary>The body in memory; empty if it is a stream or consists of events.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>The body as a stream; <see langword="null"/> for most responses.</summary>
    public Stream? BodyStream { get; set; }

    /// <summary>The length of the body; <see langword="null"/> if it is not known.</summary>
    public long? ContentLength { get; set; }

    /// <summary>The body as events; <see langword="null"/> for most responses.</summary>
    public EventInput? Events { get; private init; }

    /// <summary>Whether a response with this status can have a body.</summary>
    public bool CanHaveBody => Status is not ((int)HttpStatusCode.NoContent or (int)HttpStatusCode.NotModified);

    /// <summary>Creates the response that a writer has written. The writer is not used again.</summary>
    public static FakeResponse From<TWriter>(MessageWriter<TWriter> writer, int status)
        where TWriter : MessageWriter<TWriter>
    {
        var stream = writer.BodyStream;
        return new FakeResponse(status, writer.Headers, writer.ContentType)
        {
            Body = writer.BodyBytes,
            BodyStream = stream,
            ContentLength = stream is { CanSeek: true } ? stream.Length - stream.Position : stream is null && writer.EventInput is null ? writer.BodyBytes.Length : null,
            Events = writer.EventInput,
        };
    }

    /// <summary>Creates a response without a body.</summary>
    public static FakeResponse Empty(int status) => new(status, default, contentType: null);

    /// <summary>Creates a request id in the format of most services.</summary>
    public static string CreateRequestId() => Guid.NewGuid().ToString("D");

    /// <summary>Adds a header.</summary>
    /// <exception cref="ArgumentException">The name or the value is not valid.</exception>
    public void AddHeader(string name, string value)
    {
        MessageHeaders.ThrowIfInvalid(name, value);
        Headers = HeaderList.Of([.. Headers.ToArray(), new RequestHeader(name, value)]);
    }

    /// <summary>Opens the body, which does not consist of events.</summary>
    public Stream OpenBody() => BodyStream ?? LimitedBuffer.Open(Body);

    /// <summary>Creates the message for an HTTP client.</summary>
    /// <param name="request">The message of the request.</param>
    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Version = request.Version };
        if (CanHaveBody && request.Method != HttpMethod.Head)
        {
            message.Content = CreateContent();
        }

        if (ContentType is not null)
        {
            MessageHeaders.Add(message.Content.Headers, "Content-Type", ContentType);
        }

        foreach (var header in Headers)
        {
            // Responses to HEAD have the length of a body that is not sent.
            var isOfContent = header.Name == "content-length" || MessageHeaders.IsContentHeader(header.Name);
            MessageHeaders.Add(isOfContent ? message.Content.Headers : message.Headers, header.Name, header.Value);
        }

        return message;
    }

    private HttpContent CreateContent()
    {
        if (Events is { } events)
        {
            return new EventContent(events);
        }

        if (BodyStream is not { } stream)
        {
            return new ReadOnlyMemoryContent(Body);
        }

        var content = new StreamContent(stream);
        content.Headers.ContentLength = ContentLength;
        return content;
    }
}
