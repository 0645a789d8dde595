using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A part of the content to upload.</summary>
/// <param name="stream">The part, which can be read again.</param>
/// <param name="isLast">Whether it is the last one.</param>
/// <param name="buffer">The pooled memory of the part; <see langword="null"/> if it has none.</param>
internal sealed class SourcePart(Stream stream, bool isLast, byte[]? buffer = null) : IDisposable
{
    // Each read of a file is a piece of work for the thread pool, so a checksum, which is fast, needs large ones.
    private const int BufferSize = 512 * 1024;

    private byte[]? _buffer = buffer;

    public Stream Stream => stream;

    public long Length => stream.Length;

    public bool IsLast => isLast;

    /// <summary>Computes the checksum of the part, and rewinds it.</summary>
    /// <returns>The checksum in base64; <see langword="null"/> without an algorithm.</returns>
    /// <exception cref="ArgumentException">The algorithm is not supported.</exception>
    public async Task<string?> ComputeChecksumAsync(string? algorithm, CancellationToken cancellationToken)
    {
        if (algorithm is null)
        {
            return null;
        }

        using var hash = PartChecksum.CreateHash(algorithm);
        if (stream is MemoryStream memory && memory.TryGetBuffer(out var bytes))
        {
            hash.Append(bytes);
            return hash.GetTextAndReset();
        }

        var rented = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            stream.Position = 0;
            for (int count; (count = await stream.ReadAsync(rented, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                hash.Append(rented.AsSpan(0, count));
            }

            stream.Position = 0;
            return hash.GetTextAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Returns the memory to the pool. The part must no longer be read.</summary>
    public void Dispose()
    {
        stream.Dispose();
        if (_buffer is { } rented)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
