using System;

namespace DataZoneGen.Core;

/// <summary>A body that is not JSON, or JSON of another form than the model's. Its message holds no content of the body.</summary>
internal sealed class JsonFormatException(string message, long bytePosition, Exception? innerException = null)
    : WireFormatException(message, innerException)
{
    /// <inheritdoc/>
    public override long BytePosition => bytePosition;
}
