using System;
using System.IO;
using System.Runtime.InteropServices;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>A buffer for a body, with a maximum length.</summary>
/// <param name="expectedLength">The length that the client declares; 0 if it declares none.</param>
internal sealed class LimitedBuffer(long expectedLength) : MemoryStream((int)Math.Clamp(expectedLength, 0, MaxInitialBytes))
{
    /// <summary>The maximum length of a body that is not a stream.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    // A client may declare a length and send nothing.
    private const int MaxInitialBytes = 1024 * 1024;

    /// <summary>The bytes, which remain valid when the buffer is disposed.</summary>
    public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    /// <summary>Opens bytes as a stream, without copying them.</summary>
    public static MemoryStream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new MemoryStream(segment.Array ?? [], segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Length + buffer.Length > MaxBytes)
        {
            throw new WireFormatException("The body is too long.");
        }

        base.Write(buffer);
    }
}
