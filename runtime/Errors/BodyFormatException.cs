using System;

namespace DataZoneGen.Core;

/// <summary>A body is malformed, or does not match the model. The message contains nothing of the body.</summary>
internal sealed class BodyFormatException(string message, long bytePosition, Exception? innerException = null)
    : WireFormatException(message, innerException)
{
    /// <inheritdoc/>
    public override long BytePosition => bytePosition;
}
