using System;
using System.IO;
using System.IO.Compression;
using System.Net.Http;

namespace DataZoneGen.Core;

/// <summary>
/// Compressed answers. The client asks for none, but a server may compress all the same, and a handler that asks for them may leave them as they come.
/// Brotli is not among them: nobody sends it unasked, and it makes a natively compiled app a megabyte larger.
/// </summary>
internal static class ContentCoding
{
    /// <summary>What turns a body into what it was before it was compressed; <see langword="null"/> for one that was not.</summary>
    public static Stream? Decoder(HttpContent content, Stream stream)
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

    /// <summary>Whether reading failed because a body is not compressed as it says, whoever decompresses it, this client or its handler.</summary>
    public static bool IsOfDecoder(Exception exception) =>
        exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    private static bool Is(string coding, string name) => coding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
