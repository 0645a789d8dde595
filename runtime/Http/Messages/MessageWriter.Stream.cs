using System;
using System.IO;

namespace DataZoneGen.Wire;

/// <content>Bodies from streams, which are read while they are sent.</content>
public abstract partial class MessageWriter<TWriter>
{
    /// <summary>The stream of the body; null for bodies in memory.</summary>
    internal Stream? BodyStream { get; private protected set; }

    /// <summary>The start position of the body; 0 if the stream cannot seek.</summary>
    internal long StreamStart { get; private set; }

    /// <summary>Whether the body of the operation is a stream, even if the caller has set none.</summary>
    internal bool IsStreaming { get; private set; }

    /// <summary>Sets a body from a stream, from its current position to its end. The caller remains the owner of the stream.</summary>
    /// <param name="payload">The stream; <see langword="null"/> means no body.</param>
    /// <param name="contentType">The content type, unless a header sets another.</param>
    /// <param name="requiresLength">Whether the service requires the length.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, or its length is required but not known.</exception>
    public TWriter Body(Stream? payload, string contentType, bool requiresLength)
    {
        IsStreaming = true;
        if (payload is null)
        {
            return This;
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
        return This;
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
}
