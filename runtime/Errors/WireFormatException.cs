using System;

namespace DataZoneGen.Core;

/// <summary>
/// A response cannot be read. The pipeline, which knows the operation and the request id, converts this exception to an
/// <see cref="AwsMalformedResponseException"/>.
/// </summary>
internal class WireFormatException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The position of the error in the body, in bytes; -1 if the error is not in the body.</summary>
    public virtual long BytePosition => -1;
}
