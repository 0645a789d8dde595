using System.Globalization;

namespace DataZoneGen.Core;

/// <summary>
/// The encoding <c>aws-chunked</c> of a stream, whose checksum follows in a trailer, so that the stream is read only once.
/// </summary>
/// <param name="algorithm">The algorithm of the checksum, such as <c>CRC32</c>.</param>
/// <param name="trailer">The name of the trailing header.</param>
/// <param name="length">The length of the stream in bytes.</param>
/// <param name="isSigned">Whether each chunk is signed, as a connection without encryption requires.</param>
internal sealed class ChunkedEncoding(string algorithm, string trailer, long length, bool isSigned)
{
    /// <summary>The payload hash in the signature of a request with unsigned chunks.</summary>
    public const string UnsignedPayloadHash = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    /// <summary>The payload hash in the signature of a request with signed chunks.</summary>
    public const string SignedPayloadHash = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";

    /// <summary>The length of each chunk except the last one, in bytes. S3 requires at least 8 KiB.</summary>
    public const int ChunkLength = 64 * 1024;

    private const int LineEnd = 2;
    private const int SignatureDigits = 64;

    public string Algorithm => algorithm;

    public string Trailer => trailer;

    /// <summary>The length of the stream.</summary>
    public long Length => length;

    public bool IsSigned => isSigned;

    /// <summary>The payload hash in the signature of the request.</summary>
    public string PayloadHash => isSigned ? SignedPayloadHash : UnsignedPayloadHash;

    /// <summary>Computes the length of the encoded body.</summary>
    /// <param name="checksumLength">The length of the checksum as text.</param>
    public long GetEncodedLength(int checksumLength)
    {
        var total = (length / ChunkLength * GetLength(ChunkLength)) + GetChunkHeaderLength(0) + trailer.Length + 1 + checksumLength + LineEnd + LineEnd;
        total += length % ChunkLength is > 0 and var rest ? GetLength((int)rest) : 0;
        return isSigned ? total + "x-amz-trailer-signature:".Length + SignatureDigits + LineEnd : total;
    }

    private int GetLength(int chunk) => GetChunkHeaderLength(chunk) + chunk + LineEnd;

    private int GetChunkHeaderLength(int chunk) =>
        chunk.ToString("x", CultureInfo.InvariantCulture).Length + (isSigned ? ";chunk-signature=".Length + SignatureDigits : 0) + LineEnd;
}
