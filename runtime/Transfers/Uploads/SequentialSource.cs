using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A stream that allows one reader at a time. Each part is read into pooled memory.</summary>
/// <param name="stream">The stream. It is not disposed.</param>
/// <param name="length">The number of bytes to read; <see langword="null"/> to read to the end.</param>
internal sealed class SequentialSource(Stream stream, long? length) : UploadSource
{
    private const int InitialSize = 64 * 1024;

    // A byte that was read to find out whether the previous part is the last one; -1 for none.
    private int _next = -1;
    private long _taken;

    public override long? Length => length;

    public override async ValueTask<SourcePart> TakeAsync(long size, CancellationToken cancellationToken)
    {
        var wanted = (int)Math.Min(Math.Min(size, length - _taken ?? long.MaxValue), Array.MaxLength);
        var buffer = ArrayPool<byte>.Shared.Rent(length is null ? Math.Min(wanted, InitialSize) : wanted);
        try
        {
            var count = 0;
            if (_next >= 0 && wanted > 0)
            {
                buffer[count++] = (byte)_next;
                _next = -1;
            }

            while (count < wanted)
            {
                if (count == buffer.Length)
                {
                    buffer = Grow(buffer, count, wanted);
                }

                var read = await stream.ReadAsync(buffer.AsMemory(count, Math.Min(buffer.Length, wanted) - count), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                count += read;
            }

            _taken += count;
            if (_taken < length && count < wanted)
            {
                throw new EndOfStreamException("The stream ended before the length that was given for it.");
            }

            var isLast = length is null ? count < wanted || !await ReadNextAsync(cancellationToken).ConfigureAwait(false) : _taken == length;
            return new SourcePart(new MemoryStream(buffer, 0, count, writable: false, publiclyVisible: true), isLast, buffer);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    public override void Dispose()
    {
    }

    // A stream may be much shorter than a part.
    private static byte[] Grow(byte[] buffer, int count, int max)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(4L * buffer.Length, max));
        buffer.AsSpan(0, count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        var next = new byte[1];
        if (await stream.ReadAsync(next, cancellationToken).ConfigureAwait(false) == 0)
        {
            return false;
        }

        _next = next[0];
        return true;
    }
}
