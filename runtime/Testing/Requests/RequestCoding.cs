using System;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>The codings of a request body.</summary>
/// <param name="IsChunked">Whether the body has chunks with signatures or a trailer.</param>
/// <param name="WithoutChunked">The other codings in the order in which they were applied; <see langword="null"/> if there is none.</param>
internal readonly record struct RequestCoding(bool IsChunked, string? WithoutChunked)
{
    private const string Chunked = "aws-chunked";

    /// <summary>Reads the header.</summary>
    public static RequestCoding From(string? header)
    {
        if (header is null || !header.Contains(Chunked, StringComparison.OrdinalIgnoreCase))
        {
            return new RequestCoding(IsChunked: false, header);
        }

        string? rest = null;
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!part.Equals(Chunked, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest is null ? part : rest + "," + part;
            }
        }

        return new RequestCoding(IsChunked: true, rest);
    }

    /// <summary>Decodes a body.</summary>
    /// <exception cref="WireFormatException">The body cannot be decoded, or is too long.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> DecodeAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (IsChunked)
        {
            var chunks = new AwsChunkedStream(LimitedBuffer.Open(body));
            await using (chunks.ConfigureAwait(false))
            {
                body = await ReadAsync(chunks, cancellationToken).ConfigureAwait(false);
            }
        }

        if (WithoutChunked is null || body.IsEmpty || !WithoutChunked.EndsWith("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return body;
        }

        var gzip = new GZipStream(LimitedBuffer.Open(body), CompressionMode.Decompress);
        await using (gzip.ConfigureAwait(false))
        {
            return await ReadAsync(gzip, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new LimitedBuffer(expectedLength: 0);
        try
        {
            await stream.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            throw new WireFormatException("The body is not compressed as its Content-Encoding says: " + exception.Message);
        }

        return buffer.Written;
    }
}
