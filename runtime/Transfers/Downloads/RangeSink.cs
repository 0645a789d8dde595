using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

namespace DataZoneGen.Core;

/// <summary>Takes the bytes of a range, from its start to its end.</summary>
internal abstract class RangeSink : IDisposable
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Gets memory for the next bytes; empty at the end of a sink that has a maximum length.</summary>
    public abstract Memory<byte> GetMemory();

    /// <summary>Takes bytes that were written to the memory.</summary>
    /// <param name="position">The position of the bytes in the object.</param>
    /// <param name="count">The number of bytes.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public abstract ValueTask CommitAsync(long position, int count, CancellationToken cancellationToken);

    /// <summary>Creates a sink that writes to a position of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="writer">Allows one write at a time: file systems lock the file, and threads that wait for that lock use processor time.</param>
    public static RangeSink ForFile(SafeFileHandle file, SemaphoreSlim writer) => new BufferedSink(async (position, bytes, token) =>
    {
        await writer.WaitAsync(token).ConfigureAwait(false);
        try
        {
            await RandomAccess.WriteAsync(file, bytes, position, token).ConfigureAwait(false);
        }
        finally
        {
            writer.Release();
        }
    });

    /// <summary>Creates a sink that writes to a stream.</summary>
    public static RangeSink ForStream(Stream stream) => new BufferedSink((_, bytes, token) => stream.WriteAsync(bytes, token));

    public abstract void Dispose();

    private sealed class BufferedSink(Func<long, ReadOnlyMemory<byte>, CancellationToken, ValueTask> write) : RangeSink
    {
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);

        public override Memory<byte> GetMemory() => _buffer;

        public override ValueTask CommitAsync(long position, int count, CancellationToken cancellationToken) =>
            write(position, _buffer.AsMemory(0, count), cancellationToken);

        public override void Dispose()
        {
            if (_buffer is { } rented)
            {
                _buffer = null;
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }
}

/// <summary>Keeps a range in pooled memory.</summary>
internal sealed class MemorySink(int length) : RangeSink
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(length);
    private int _count;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _count);

    public override Memory<byte> GetMemory() => _buffer.AsMemory(_count, length - _count);

    public override ValueTask CommitAsync(long position, int count, CancellationToken cancellationToken)
    {
        _count += count;
        return default;
    }

    public override void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
