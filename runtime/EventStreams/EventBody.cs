using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A request body of events. With HTTP/2 it can still be sent while the response is read.</summary>
internal sealed class EventBody(EventInput events, BodyReading reading) : RequestBody(reading)
{
    /// <summary>Signs the events. It is set after the request is signed; null for unsigned requests.</summary>
    public IEventSigner? Signer { get; set; }

    public override bool CanResend => !IsStarted;

    protected override ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken) =>
        new(events.SendAsync(target, Signer, cancellationToken));

    protected override ValueTask RestartAsync(BodyReading earlier, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The events have already been sent and cannot be enumerated again.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
