using System;

namespace DataZoneGen.Core;

/// <summary>
/// A response that cannot be read. It never leaves the runtime: the pipeline, which knows the operation and the request id, turns it into an
/// <see cref="AwsMalformedResponseException"/>.
/// </summary>
internal class WireFormatException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Where in the body, in bytes; -1 when the trouble is not in the body.</summary>
    public virtual long BytePosition => -1;
}
