using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>A body that arrives in pieces, or whose connection ends too early.</summary>
/// <param name="body">The body, which the stream disposes.</param>
/// <param name="end">The position at which the connection ends; <see cref="long.MaxValue"/> if it does not.</param>
/// <param name="pieceSize">The maximum number of bytes that arrive at once; 0 for no limit.</param>
/// <param name="pieceDelay">The delay before each piece.</param>
/// <param name="clock">The clock for the delay.</param>
internal sealed class FaultStream(Stream body, long end, int pieceSize, TimeSpan pieceDelay, TimeProvider clock) : ForwardOnlyStream(body)
{
    private long _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (pieceDelay > TimeSpan.Zero)
        {
            await Task.Delay(pieceDelay, clock, cancellationToken).ConfigureAwait(false);
        }

        return Advance(buffer.IsEmpty ? 0 : await Source.ReadAsync(buffer[..GetLimit(buffer.Length)], cancellationToken).ConfigureAwait(false));
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (pieceDelay > TimeSpan.Zero)
        {
            Task.Delay(pieceDelay, clock).GetAwaiter().GetResult();
        }

        return Advance(count == 0 ? 0 : Source.Read(buffer, offset, GetLimit(count)));
    }

    private int GetLimit(int count)
    {
        var rest = end - _position;
        if (rest <= 0)
        {
            // As the handler of .NET does when a server closes the connection.
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
        }

        return (int)Math.Min(pieceSize > 0 ? Math.Min(count, pieceSize) : count, rest);
    }

    private int Advance(int read)
    {
        _position += read;
        return read;
    }
}
