using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>A buffer for a body, with a maximum length.</summary>
/// <param name="expectedLength">The length that the client declares; 0 if it declares none.</param>
internal sealed class LimitedBuffer(long expectedLength) : Stream
{
    /// <summary>The maximum length of a body that is not a stream.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    // A client may declare a length and send nothing.
    private const int MaxInitialBytes = 1024 * 1024;

    private byte[] _bytes = new byte[(int)Math.Clamp(expectedLength, 0, MaxInitialBytes)];
    private int _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Opens bytes as a stream, without copying them.</summary>
    public static MemoryStream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new MemoryStream(segment.Array ?? [], segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var end = (long)_length + buffer.Length;
        if (end > MaxBytes)
        {
            throw new WireFormatException("The body is too long.");
        }

        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(end, 2L * _bytes.Length), MaxBytes));
        }

        buffer.CopyTo(_bytes.AsSpan(_length));
        _length = (int)end;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
