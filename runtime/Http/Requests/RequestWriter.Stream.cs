using System;
using System.Globalization;
using System.IO;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Bodies from streams, which are read while they are sent.</content>
public sealed partial class RequestWriter
{
    private const string ContentLengthHeader = "content-length";

    /// <summary>The stream of the body; null for bodies in memory.</summary>
    internal Stream? BodyStream { get; private set; }

    /// <summary>The start position of the body; 0 if the stream cannot seek.</summary>
    internal long StreamStart { get; private set; }

    /// <summary>The encoding of the stream; null for most requests.</summary>
    internal ChunkedEncoding? Chunks { get; private set; }

    /// <summary>Whether the client waits for the response <c>100 Continue</c> before it sends the body.</summary>
    internal bool ExpectsContinue { get; set; }

    /// <summary>Whether the body of the operation is a stream, even if the caller has set none.</summary>
    internal bool IsStreaming { get; private set; }

    /// <summary>Sets a body from a stream, from its current position to its end. The caller remains the owner of the stream.</summary>
    /// <param name="payload">The stream; <see langword="null"/> means no body.</param>
    /// <param name="contentType">The content type, unless a header sets another.</param>
    /// <param name="requiresLength">Whether the service requires the length.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, or its length is required but not known.</exception>
    public RequestWriter Body(Stream? payload, string contentType, bool requiresLength)
    {
        IsStreaming = true;
        if (payload is null)
        {
            return this;
        }

        if (!payload.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(payload));
        }

        if (requiresLength && !payload.CanSeek)
        {
            throw new ArgumentException("The service requires the length of the stream. Use a stream that supports seeking, such as a FileStream or a MemoryStream.", nameof(payload));
        }

        BodyStream = payload;
        StreamStart = payload.CanSeek ? payload.Position : 0;
        _bodyContentType = contentType;
        return this;
    }

    /// <summary>Removes a stream and the content type that the model has for it.</summary>
    internal void RemoveStream()
    {
        if (IsStreaming)
        {
            BodyStream = null;
            _bodyContentType = null;
        }
    }

    /// <summary>The length of the stream: its own or, if it cannot seek, the content length that the caller has set; null if it is not known.</summary>
    internal long? StreamLength => BodyStream is { CanSeek: true } stream ? stream.Length - StreamStart
        : long.TryParse(FindHeader(ContentLengthHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length
        : null;

    /// <summary>Encodes the stream in chunks, with a checksum in a trailer.</summary>
    /// <param name="algorithm">The algorithm of the checksum.</param>
    /// <param name="trailer">The name of the trailing header.</param>
    /// <param name="isSigned">Whether the chunks are signed.</param>
    /// <exception cref="ArgumentException">The length of the stream is not known.</exception>
    internal void EncodeStream(string algorithm, string trailer, bool isSigned)
    {
        BodyStream ??= Stream.Null;
        var length = StreamLength ?? throw CreateUnknownLengthException();
        Chunks = new ChunkedEncoding(algorithm, trailer, length, isSigned);
        PayloadHash = Chunks.PayloadHash;
        Header("content-encoding", "aws-chunked");
        Header("x-amz-trailer", trailer);
        ReplaceHeader("x-amz-decoded-content-length", length.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Creates the exception for a stream whose length the service requires.</summary>
    internal static ArgumentException CreateUnknownLengthException() => new(
        "The service requires the length of the stream. Use a stream that supports seeking, such as a FileStream or a MemoryStream, or set the content length, if the request has that property.");

    /// <summary>Sets the stream to the start of the body.</summary>
    internal void RewindStream()
    {
        if (BodyStream is { CanSeek: true } stream)
        {
            stream.Position = StreamStart;
        }
    }

    /// <summary>Replaces the body, for example with the compressed body.</summary>
    internal void ReplaceBody(ReadOnlyMemory<byte> bytes)
    {
        _contentType = ContentType;
        _isBodyWritten = false;
        BodyStream = null;
        _payload = bytes;
    }
}
