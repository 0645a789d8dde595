using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Cuts a stream into messages. Of the stream it holds one message and what came along with it, in pooled memory.</summary>
internal sealed class EventBuffer : IDisposable
{
    private const int FirstSize = 8 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private int _length;

    /// <summary>The latest message, whole but not checked beyond its lengths.</summary>
    public ReadOnlySpan<byte> Message => _bytes.AsSpan(_start, _length);

    /// <summary>Where in the stream that message begins.</summary>
    public long Position { get; private set; }

    /// <summary>Reads the next message.</summary>
    /// <returns>Whether there is one; if not, the stream has ended.</returns>
    /// <exception cref="WireFormatException">What comes is no message, or the stream ends in the middle of one.</exception>
    public async ValueTask<bool> NextAsync(Stream stream, CancellationToken cancellationToken)
    {
        _start += _length;
        Position += _length;
        _length = 0;
        if (!await FillAsync(stream, EventMessage.PreludeLength, cancellationToken).ConfigureAwait(false))
        {
            return _start == _end ? false : throw CutOff();
        }

        var length = EventMessage.LengthOf(_bytes.AsSpan(_start, EventMessage.PreludeLength));
        if (!await FillAsync(stream, length, cancellationToken).ConfigureAwait(false))
        {
            throw CutOff();
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

    private static WireFormatException CutOff() => new("The stream ends in the middle of an event.");

    private async ValueTask<bool> FillAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            MakeRoom(count);
            var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    /// <summary>Whatever length a message claims, memory grows with what has come of it.</summary>
    private void MakeRoom(int count)
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
