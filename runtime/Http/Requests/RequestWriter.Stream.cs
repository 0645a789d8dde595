using System;
using System.IO;

namespace DataZoneGen.Wire;

/// <content>A body that is read while it is sent.</content>
public sealed partial class RequestWriter
{
    /// <summary>The stream that is the body; null for bodies in memory.</summary>
    internal Stream? BodyStream { get; private set; }

    /// <summary>The position from which the stream is sent; 0 for one that cannot seek.</summary>
    internal long StreamStart { get; private set; }

    /// <summary>Makes the body a stream, from where it stands to its end. It stays the caller's to dispose of.</summary>
    /// <param name="payload">The stream; no body comes of <see langword="null"/>.</param>
    /// <param name="contentType">The content type, unless a header gives another.</param>
    /// <param name="requiresLength">Whether the service must know the length beforehand.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, or its length is needed and cannot be known.</exception>
    public RequestWriter Body(Stream? payload, string contentType, bool requiresLength)
    {
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
            throw new ArgumentException("The service must know the stream's length beforehand: give a stream that can seek, such as a file or a MemoryStream.", nameof(payload));
        }

        BodyStream = payload;
        StreamStart = payload.CanSeek ? payload.Position : 0;
        _contentType ??= contentType;
        return this;
    }

    /// <summary>The bytes from where the stream began; null when that cannot be known.</summary>
    internal long? StreamLength => BodyStream is { CanSeek: true } stream ? stream.Length - StreamStart : null;

    /// <summary>Goes back to where the stream began.</summary>
    internal void RewindStream()
    {
        if (BodyStream is { CanSeek: true } stream)
        {
            stream.Position = StreamStart;
        }
    }

    /// <summary>Puts other bytes in the place of the body, such as the same ones compressed.</summary>
    internal void ReplaceBody(ReadOnlyMemory<byte> bytes)
    {
        _contentType = ContentType;
        _hasJson = false;
        BodyStream = null;
        _payload = bytes;
    }
}
