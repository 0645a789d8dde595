using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>A body of events. With HTTP/2 it is still being sent when the answer comes.</summary>
internal sealed class EventBody(EventInput events) : HttpContent
{
    /// <summary>What signs the events; set once the request is signed, if it is.</summary>
    public IEventSigner? Signer { get; set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        events.SendAsync(stream, Signer, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
