using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A body of events. With HTTP/2 it is still being sent when the response comes.</summary>
internal sealed class EventBody(EventInput events, BodyReading reading) : RequestBody(reading)
{
    /// <summary>What signs the events; set once the request is signed, if it is.</summary>
    public IEventSigner? Signer { get; set; }

    public override bool CanSendAgain => !IsStarted;

    protected override ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken) =>
        new(events.SendAsync(target, Signer, cancellationToken));

    protected override ValueTask RestartAsync(BodyReading earlier, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The events were already sent; they cannot be enumerated a second time.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
