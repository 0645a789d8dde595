using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The call that an event stream belongs to. It creates the exceptions for failures of the stream.</summary>
internal abstract class EventOrigin
{
    /// <summary>Creates the exception for an error that the stream does not model.</summary>
    public abstract AwsServiceException ReadError(ref ErrorReader error);

    /// <summary>Completes the exception for an error that the service sent in the stream.</summary>
    public abstract AwsException CreateServiceError(AwsServiceException error, string code);

    /// <summary>Creates the exception for an event that cannot be read.</summary>
    /// <param name="exception">The cause.</param>
    /// <param name="bytePosition">The position in the stream, in bytes.</param>
    public abstract AwsException CreateFormatError(WireFormatException exception, long bytePosition);

    /// <summary>Creates the exception for a stream that was interrupted.</summary>
    public abstract AwsException CreateTransportError(Exception exception);
}
