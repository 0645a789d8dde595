using System;
using System.Globalization;
using System.IO;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Bodies from streams, which are read while they are sent.</content>
public sealed partial class RequestWriter
{
    private const string ContentLengthHeader = "content-length";

    /// <summary>The encoding of the stream; null for most requests.</summary>
    internal ChunkedEncoding? Chunks { get; private set; }

    /// <summary>Whether the client waits for the response <c>100 Continue</c> before it sends the body.</summary>
    internal bool ExpectsContinue { get; set; }

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
    internal void ReplaceBody(ReadOnlyMemory<byte> bytes) => SetBody(bytes, ContentType);
}
