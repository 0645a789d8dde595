using System;
using System.Buffers.Text;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>Decodes a body in <c>aws-chunked</c>: chunks with a length in hexadecimal digits, and a trailer. Signatures of chunks are skipped.</summary>
/// <param name="inner">The encoded body.</param>
internal sealed class AwsChunkedStream(Stream inner) : ForwardOnlyStream(inner)
{
    private const int BufferSize = 16 * 1024;
    private const int MaxTrailerLines = 32;

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;
    private int _left;
    private bool _isFirst = true;
    private bool _isEnd;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isEnd || buffer.IsEmpty || (_left == 0 && !await NextChunkAsync(cancellationToken).ConfigureAwait(false)))
        {
            return 0;
        }

        if (_start == _end)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        var count = Math.Min(Math.Min(buffer.Length, _left), _end - _start);
        _buffer.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        _left -= count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <summary>Reads the head of the next chunk, and the trailer after the last one.</summary>
    /// <returns><see langword="true"/> if there is another chunk; <see langword="false"/> at the end.</returns>
    private async ValueTask<bool> NextChunkAsync(CancellationToken cancellationToken)
    {
        if (!_isFirst && await LineAsync(cancellationToken).ConfigureAwait(false) != 0)
        {
            throw CreateException();
        }

        _isFirst = false;
        var length = await LineAsync(cancellationToken).ConfigureAwait(false);
        _left = ParseLength(_buffer.AsSpan(_start - length - 2, length));
        if (_left > 0)
        {
            return true;
        }

        var lines = 0;
        while (await LineAsync(cancellationToken).ConfigureAwait(false) > 0)
        {
            if (++lines > MaxTrailerLines)
            {
                throw CreateException();
            }
        }

        _isEnd = true;
        return false;
    }

    /// <summary>Moves behind the next line, which remains in the buffer.</summary>
    /// <returns>The length of the line without its end.</returns>
    private async ValueTask<int> LineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (length >= 0)
            {
                _start += length + 2;
                return length;
            }

            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }

            if (_end == _buffer.Length)
            {
                throw CreateException();
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }

        var count = await Source.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count > 0 ? count : throw new WireFormatException("The aws-chunked body ends early.");
    }

    private static int ParseLength(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)';');
        var digits = end < 0 ? line : line[..end];
        return Utf8Parser.TryParse(digits, out int length, out var consumed, 'x') && consumed == digits.Length && length >= 0 ? length : throw CreateException();
    }

    private static WireFormatException CreateException() => new("The aws-chunked body is malformed.");
}
