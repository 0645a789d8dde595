using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The call that an event stream belongs to. It creates the exceptions for failures of the stream.</summary>
internal abstract class EventOrigin
{
    /// <summary>Ends the reading of an event. If members could not be read, the reader is reset, so that the event can be read again without them.</summary>
    /// <returns>Whether the event must be read again.</returns>
    public abstract bool MustReadAgain(ref EventReader message);

    /// <summary>Reads an error that the service sent in the stream.</summary>
    /// <param name="code">The name of the error in the stream.</param>
    /// <param name="text">The message of the service, if it is not in the payload.</param>
    /// <param name="payload">The payload of the event.</param>
    public abstract ErrorReader ReadError(string code, string? text, ReadOnlySpan<byte> payload);

    /// <summary>Resets the reader if members of the error could not be read, so that the error can be read again without them.</summary>
    /// <returns>Whether the error must be read again.</returns>
    public abstract bool MustReadAgain(ref ErrorReader error);

    /// <summary>Creates the exception for an error that the stream does not model.</summary>
    public abstract AwsServiceException CreateUnmodeledError(ref ErrorReader error);

    /// <summary>Completes the exception for an error that the service sent in the stream.</summary>
    public abstract AwsException CreateServiceError(AwsServiceException error, string code);

    /// <summary>Creates the exception for an event that cannot be read.</summary>
    /// <param name="exception">The cause.</param>
    /// <param name="bytePosition">The position in the stream, in bytes.</param>
    public abstract AwsException CreateFormatError(WireFormatException exception, long bytePosition);

    /// <summary>Creates the exception for a stream that was interrupted.</summary>
    public abstract AwsException CreateTransportError(Exception exception);
}
