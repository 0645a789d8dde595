using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A body that is encoded as <c>aws-chunked</c> while the caller's stream is read. Its memory does not depend on the length of the stream.</summary>
/// <param name="encoding">The encoding.</param>
/// <param name="stream">The stream.</param>
/// <param name="start">The start position of the body, if the stream can seek.</param>
/// <param name="reading">The object for the first serialization.</param>
internal sealed class ChunkedBody(ChunkedEncoding encoding, Stream stream, long start, BodyReading reading) : StreamBody(stream, start, encoding.Length, reading)
{
    // Space for the line before the data, so that a chunk is sent with one write and without a copy.
    private const int HeaderSpace = 96;
    private const int LineEnd = 2;

    /// <summary>Creates the signer of a serialization. It is set after the request is signed; null for unsigned chunks.</summary>
    public Func<IChunkSigner>? CreateSigner { get; set; }

    protected override async ValueTask CopyToAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        var signer = CreateSigner?.Invoke();
        var text = new Utf8Buffer();
        var buffer = ArrayPool<byte>.Shared.Rent(HeaderSpace + ChunkedEncoding.ChunkLength + LineEnd);
        using var hash = BodyHash.Create(encoding.Algorithm)!;
        try
        {
            for (var rest = encoding.Length; rest > 0;)
            {
                var data = buffer.AsMemory(HeaderSpace, (int)Math.Min(ChunkedEncoding.ChunkLength, rest));
                var count = await source.ReadAtLeastAsync(data, data.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                if (count < data.Length)
                {
                    throw new EndOfStreamException("The stream has fewer bytes than its length says.");
                }

                hash.Append(data.Span);
                await target.WriteAsync(Frame(buffer, count, signer, text), cancellationToken).ConfigureAwait(false);
                rest -= count;
            }

            WriteEnd(hash.GetTextAndReset(), signer, text);
            await target.WriteAsync(text.WrittenMemory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = encoding.GetEncodedLength(Base64Length(BodyHash.GetSize(encoding.Algorithm)));
        return true;
    }

    /// <summary>Writes the lines before and after the data of a chunk.</summary>
    private static ReadOnlyMemory<byte> Frame(byte[] buffer, int count, IChunkSigner? signer, Utf8Buffer text)
    {
        text.Clear();
        if (signer is null)
        {
            text.AddNumber(count, "x");
            text.Add("\r\n"u8);
        }
        else
        {
            signer.WriteHeader(buffer.AsSpan(HeaderSpace, count), text);
        }

        var first = HeaderSpace - text.Length;
        text.Written.CopyTo(buffer.AsSpan(first));
        "\r\n"u8.CopyTo(buffer.AsSpan(HeaderSpace + count));
        return buffer.AsMemory(first, text.Length + count + LineEnd);
    }

    private void WriteEnd(string checksum, IChunkSigner? signer, Utf8Buffer text)
    {
        text.Clear();
        if (signer is not null)
        {
            signer.WriteEnd(HeaderList.Of(new RequestHeader(encoding.Trailer, checksum)), text);
            return;
        }

        text.Add("0\r\n"u8);
        text.AddAscii(encoding.Trailer);
        text.Add((byte)':');
        text.AddAscii(checksum);
        text.Add("\r\n\r\n"u8);
    }

    private static int Base64Length(int bytes) => (bytes + 2) / 3 * 4;
}
