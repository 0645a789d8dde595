using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>What the events of a response come from: the call, which knows what to say about their failures.</summary>
internal abstract class EventOrigin
{
    /// <summary>Makes the exception for an error that is none of the stream's own.</summary>
    public abstract AwsServiceException ReadError(ref ErrorReader error);

    /// <summary>Completes an error that the service sent amid the events.</summary>
    public abstract AwsException CreateServiceError(AwsServiceException error, string code);

    /// <summary>Events that cannot be read.</summary>
    /// <param name="exception">Why.</param>
    /// <param name="bytePosition">Where in the stream.</param>
    public abstract AwsException CreateFormatError(WireFormatException exception, long bytePosition);

    /// <summary>Events that stopped coming.</summary>
    public abstract AwsException CreateTransportError(Exception exception);
}
