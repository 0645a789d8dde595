using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>The body of one answer, in pooled memory. However long a server says that it is, memory grows with what has come.</summary>
internal sealed class ResponseBody
{
    private const int FirstBuffer = 16 * 1024;
    private const int MaxBuffered = 1024 * 1024;

    // No service has more than this to say about an error; what is longer comes from something else.
    private const int MaxErrorBytes = 1024 * 1024;

    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads to the end, or to a limit; what is compressed counts as it comes out.</summary>
    /// <param name="content">What to read.</param>
    /// <param name="limit">The most bytes to keep.</param>
    /// <param name="isError">Whether the body is one of an error, which is worth telling even if its body is too long or damaged: as far as it goes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="WireFormatException">The body is longer than the limit, or not compressed as it says.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadAsync(HttpContent content, long limit, bool isError, CancellationToken cancellationToken)
    {
        Resize(FirstBuffer);
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var decoder = ContentCoding.Decoder(content, stream);
        try
        {
            await ReadAsync(decoder ?? stream, content, isError ? Math.Min(limit, MaxErrorBytes) : limit, isError, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ContentCoding.IsOfDecoder(exception))
        {
            if (!isError)
            {
                throw new WireFormatException("The body is not compressed as its header says.", exception);
            }
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        _length = 0;
        Resize(0);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReadAsync(Stream stream, HttpContent content, long limit, bool cut, CancellationToken cancellationToken)
    {
        for (;;)
        {
            var count = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            _length += count;
            if (_length > limit)
            {
                _length = cut ? (int)limit : throw TooLong(limit);
                return;
            }

            if (_length == _bytes.Length)
            {
                // Most answers fit the first buffer. The length of others is looked up, and not believed beyond some size.
                var announced = AnnouncedLength(content);
                if (announced > limit && !cut)
                {
                    throw TooLong(limit);
                }

                Resize((int)Math.Clamp(2L * _length, Math.Min(announced + 1, MaxBuffered), Array.MaxLength));
            }
        }
    }

    private static long AnnouncedLength(HttpContent content)
        => content.Headers.NonValidated.TryGetValues("Content-Length", out var values)
            && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : 0;

    private static WireFormatException TooLong(long limit) => new($"The body is longer than {limit} bytes, the most that the client reads.");

    private void Resize(int size)
    {
        var old = _bytes;
        _bytes = size == 0 ? [] : ArrayPool<byte>.Shared.Rent(size);
        old.AsSpan(0, _length).CopyTo(_bytes);
        if (old.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}
