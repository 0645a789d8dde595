using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>
/// The body of one attempt. Its bytes belong to a buffer that other calls will use, so it keeps count of who is reading them: a handler may go on
/// sending after the answer, or the caller's cancellation, has come.
/// </summary>
internal sealed class RequestBody(ReadOnlyMemory<byte> bytes) : HttpContent
{
    private const int Closed = int.MinValue / 2;

    private int _readers;

    /// <summary>Lets nobody read any more.</summary>
    /// <returns>Whether nobody is reading.</returns>
    public bool TryClose() => Interlocked.Add(ref _readers, Closed) == Closed;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            ObjectDisposedException.ThrowIf(Interlocked.Increment(ref _readers) < 0, this);
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
