using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>The events of a response in memory. The client reads them as the handler produces them.</summary>
/// <param name="events">The events.</param>
internal sealed class EventContent(EventInput events) : HttpContent
{
    private readonly CancellationTokenSource _reading = new();

    protected override Task<Stream> CreateContentReadStreamAsync() =>
        Task.FromResult(PipedStream.Start((target, cancellationToken) => events.SendAsync(target, signer: null, cancellationToken), _reading.Token));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => events.SendAsync(stream, signer: null, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reading.Cancel();
            _reading.Dispose();
        }

        base.Dispose(disposing);
    }
}
