using System;
using System.IO;
using System.IO.Compression;
using System.Net.Http;

namespace DataZoneGen.Core;

/// <summary>
/// Decodes compressed responses. The client does not request compression, but a server may compress anyway, or a custom handler may request it without
/// decoding. Brotli is not supported: servers use it only on request, and it makes a native AOT application a megabyte larger.
/// </summary>
internal static class ContentCoding
{
    /// <summary>Creates a stream that decompresses a body; <see langword="null"/> if the body is not compressed.</summary>
    public static Stream? CreateDecoder(HttpContent content, Stream stream)
    {
        if (!content.Headers.NonValidated.TryGetValues("Content-Encoding", out var codings))
        {
            return null;
        }

        var coding = codings.ToString();
        return Is(coding, "gzip") || Is(coding, "x-gzip") ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true)
            : Is(coding, "deflate") ? new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true)
            : null;
    }

    /// <summary>Whether reading failed because a body could not be decompressed, by this client or by the handler.</summary>
    public static bool IsDecoderError(Exception exception) =>
        exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    private static bool Is(string coding, string name) => coding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
