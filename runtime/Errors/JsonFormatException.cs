using System;

namespace DataZoneGen.Core;

/// <summary>A body is not JSON, or does not match the model. The message contains nothing of the body.</summary>
internal sealed class JsonFormatException(string message, long bytePosition, Exception? innerException = null)
    : WireFormatException(message, innerException)
{
    /// <inheritdoc/>
    public override long BytePosition => bytePosition;
}
