using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Splits a stream into messages. It buffers one message, and what was read together with it, in pooled memory.</summary>
internal sealed class EventBuffer : IDisposable
{
    private const int InitialSize = 8 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;
    private int _length;

    /// <summary>The current message, of which only the lengths have been checked.</summary>
    public ReadOnlySpan<byte> Message => _bytes.AsSpan(_start, _length);

    /// <summary>The position of the current message in the stream.</summary>
    public long Position { get; private set; }

    /// <summary>Reads the next message.</summary>
    /// <returns><see langword="true"/> if there is another message; <see langword="false"/> at the end of the stream.</returns>
    /// <exception cref="WireFormatException">The stream has a malformed message, or ends in the middle of one.</exception>
    public async ValueTask<bool> NextAsync(Stream stream, CancellationToken cancellationToken)
    {
        _start += _length;
        Position += _length;
        _length = 0;
        if (!await FillAsync(stream, EventMessage.PreludeLength, cancellationToken).ConfigureAwait(false))
        {
            return _start == _end ? false : throw CreateTruncatedException();
        }

        var length = EventMessage.GetLength(_bytes.AsSpan(_start, EventMessage.PreludeLength));
        if (!await FillAsync(stream, length, cancellationToken).ConfigureAwait(false))
        {
            throw CreateTruncatedException();
        }

        _length = length;
        return true;
    }

    public void Dispose()
    {
        var bytes = _bytes;
        (_bytes, _start, _end, _length) = ([], 0, 0, 0);
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static WireFormatException CreateTruncatedException() => new("The event stream ends in the middle of an event message.");

    private async ValueTask<bool> FillAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            EnsureCapacity(count);
            var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    /// <summary>Grows the buffer with the bytes that have been received, not with the length that a message declares.</summary>
    private void EnsureCapacity(int count)
    {
        if (_start == _end || count > _bytes.Length - _start)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            _end -= _start;
            _start = 0;
        }

        if (_end == _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(count, 2 * _bytes.Length));
            _bytes.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
