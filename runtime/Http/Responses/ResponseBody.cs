using System;
using System.Buffers;
using System.Globalization;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>The body of a response in pooled memory, which grows with the bytes that are received, not with the declared length.</summary>
internal sealed class ResponseBody
{
    private const int InitialSize = 16 * 1024;
    private const int MaxPreallocated = 1024 * 1024;

    // No service sends longer errors; a longer body comes from something else, such as a proxy.
    private const int MaxErrorBytes = 1024 * 1024;

    private byte[] _bytes = [];
    private int _length;
    private bool _isTruncated;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads the body to its end or to a limit, which applies to the decompressed body.</summary>
    /// <param name="content">The content to read.</param>
    /// <param name="limit">The maximum length in bytes.</param>
    /// <param name="isError">Whether the response is an error. The body of an error that is too long or damaged is truncated.</param>
    /// <param name="expected">The checksum of the body as it is received, before it is decompressed; <see langword="null"/> if it is not known.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ChecksumMismatchException">The body does not match its checksum. The body of an error that is too long is not checked.</exception>
    /// <exception cref="WireFormatException">The body is longer than the limit, or cannot be decompressed.</exception>
    [AsyncMethodBuilder(typeof(PooledValueTaskMethodBuilder))]
    public async ValueTask ReadAsync(HttpContent content, long limit, bool isError, ExpectedChecksum? expected, CancellationToken cancellationToken)
    {
        Resize(InitialSize);
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var received = expected is not null && ContentCoding.IsCompressed(content) ? new ChecksumStream(stream, expected) : null;
        using var decoder = ContentCoding.CreateDecoder(content, received ?? stream);
        Exception? decoderError = null;
        try
        {
            var source = decoder ?? stream;
            var maximum = isError ? Math.Min(limit, MaxErrorBytes) : limit;
            int count;
            do
            {
                count = await source.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            }
            while (count > 0 && Add(count, content, maximum, isError));
        }
        catch (Exception exception) when (ContentCoding.IsDecoderError(exception))
        {
            decoderError = exception;
        }

        if (received is not null && !_isTruncated)
        {
            await received.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (expected is not null && !_isTruncated)
        {
            expected.Append(Bytes);
            expected.ThrowIfDifferent();
        }

        if (decoderError is not null && !isError)
        {
            throw new WireFormatException("The body cannot be decompressed as its Content-Encoding header says.", decoderError);
        }
    }

    /// <summary>Returns the memory to the pool.</summary>
    public void Clear()
    {
        _length = 0;
        _isTruncated = false;
        Resize(0);
    }

    /// <summary>Adds bytes that have been read, and makes room for more.</summary>
    /// <returns><see langword="false"/> if the body is truncated at the limit; otherwise, <see langword="true"/>.</returns>
    private bool Add(int count, HttpContent content, long limit, bool truncate)
    {
        _length += count;
        if (_length > limit)
        {
            _length = truncate ? (int)limit : throw CreateTooLongException(limit);
            _isTruncated = true;
            return false;
        }

        if (_length == _bytes.Length)
        {
            // Most responses fit the initial buffer. For others, the declared length is used up to a maximum.
            var declared = GetDeclaredLength(content);
            if (declared > limit && !truncate)
            {
                throw CreateTooLongException(limit);
            }

            Resize((int)Math.Clamp(2L * _length, Math.Min(declared + 1, MaxPreallocated), Array.MaxLength));
        }

        return true;
    }

    /// <summary>Returns the length of a body by its header; 0 if there is none.</summary>
    public static long GetDeclaredLength(HttpContent content)
        => content.Headers.NonValidated.TryGetValues("Content-Length", out var values)
            && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : 0;

    private static WireFormatException CreateTooLongException(long limit) => new($"The body is longer than the maximum of {limit} bytes.");

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
