using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// Reads a body and compares it with its checksum: with the last bytes if the length is known, and otherwise before the end of the stream is reported.
/// </summary>
/// <param name="source">The stream to read. It is disposed with this stream.</param>
/// <param name="expected">The checksum.</param>
/// <param name="length">The length of the body; <see langword="null"/> if it is not known.</param>
/// <param name="convert">Creates the exception for the reader of the stream; <see langword="null"/> to throw a <see cref="ChecksumMismatchException"/>.</param>
internal sealed class ChecksumStream(
    Stream source, ExpectedChecksum expected, long? length = null, Func<ChecksumMismatchException, Exception>? convert = null) : ForwardOnlyStream(source)
{
    private const int BufferSize = 4 * 1024;

    private long _count;
    private bool _isCompared;
    private ChecksumMismatchException? _mismatch;

    /// <summary>Reads the rest of the stream, which a decoder may leave, so that the checksum is compared.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        while (await ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
        {
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ThrowIfDifferent();
        var count = Source.Read(buffer);
        Append(buffer[..count], isEnd: count == 0 && !buffer.IsEmpty);
        return count;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfDifferent();
        var count = await Source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Append(buffer.Span[..count], isEnd: count == 0 && !buffer.IsEmpty);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            expected.Dispose();
            _isCompared = true;
        }

        base.Dispose(disposing);
    }

    private void Append(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (_isCompared)
        {
            return;
        }

        expected.Append(bytes);
        _count += bytes.Length;
        if (!isEnd && _count != length)
        {
            return;
        }

        _isCompared = true;
        try
        {
            expected.ThrowIfDifferent();
        }
        catch (ChecksumMismatchException exception)
        {
            _mismatch = exception;
            ThrowIfDifferent();
        }
    }

    private void ThrowIfDifferent()
    {
        if (_mismatch is not null)
        {
            throw convert is null ? _mismatch : convert(_mismatch);
        }
    }
}
