using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>The codings of a request body, which its header lists in the order in which they were applied.</summary>
/// <param name="IsChunked">Whether the body has chunks with signatures or a trailer.</param>
/// <param name="IsCompressed">Whether the body is compressed with gzip.</param>
/// <param name="Others">The other codings, which belong to the input; <see langword="null"/> if there is none.</param>
internal readonly record struct RequestCoding(bool IsChunked, bool IsCompressed, string? Others)
{
    private const string Chunked = "aws-chunked";
    private const string Gzip = "gzip";

    /// <summary>Whether a decoded body has fewer codings than its header.</summary>
    public bool IsEncoded => IsChunked || IsCompressed;

    /// <summary>Reads the header.</summary>
    /// <param name="header">The header; <see langword="null"/> if there is none.</param>
    /// <param name="streams">Whether the body remains a stream, which is stored as it was compressed.</param>
    public static RequestCoding From(string? header, bool streams)
    {
        if (string.IsNullOrEmpty(header))
        {
            return default;
        }

        var codings = new List<string>(header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var isChunked = codings.RemoveAll(static coding => coding.Equals(Chunked, StringComparison.OrdinalIgnoreCase)) > 0;
        var isCompressed = !streams && codings is [.., var last] && last.Equals(Gzip, StringComparison.OrdinalIgnoreCase);
        if (isCompressed)
        {
            codings.RemoveAt(codings.Count - 1);
        }

        return new RequestCoding(isChunked, isCompressed, codings.Count == 0 ? null : string.Join(", ", codings));
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

        if (!IsCompressed || body.IsEmpty)
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
