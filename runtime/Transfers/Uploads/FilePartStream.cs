using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

namespace DataZoneGen.Core;

/// <summary>A part of a file as a stream. Several of them can read the file at the same time. It does not close the file.</summary>
/// <param name="file">The file.</param>
/// <param name="start">The start of the part in the file.</param>
/// <param name="length">The length of the part.</param>
internal sealed class FilePartStream(SafeFileHandle file, long start, long length) : Stream
{
    /// <summary>The size of the buffer for copies.</summary>
    public const int BufferSize = 128 * 1024;

    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer) => Advance(RandomAccess.Read(file, Limit(buffer), start + _position), buffer.IsEmpty);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var limited = buffer[..(int)Math.Min(buffer.Length, Rest)];
        return Advance(limited.IsEmpty ? 0 : await RandomAccess.ReadAsync(file, limited, start + _position, cancellationToken).ConfigureAwait(false), buffer.IsEmpty);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (int count; (count = await ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Current => _position,
        SeekOrigin.End => length,
        _ => 0,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private long Rest => Math.Max(length - _position, 0);

    private Span<byte> Limit(Span<byte> buffer) => buffer[..(int)Math.Min(buffer.Length, Rest)];

    private int Advance(int count, bool isBufferEmpty)
    {
        if (count == 0 && !isBufferEmpty && Rest > 0)
        {
            throw new EndOfStreamException("The file became shorter while it was read.");
        }

        _position += count;
        return count;
    }
}
