using System;
using System.IO;
using System.IO.Compression;
using System.Net.Http;
using System.Runtime.CompilerServices;

namespace DataZoneGen.Core;

/// <summary>
/// Decodes compressed responses. The client does not request compression, but a server may compress anyway, or a custom handler may request it without
/// decoding. Brotli is not supported: servers use it only on request, and it makes a native AOT application a megabyte larger.
/// </summary>
internal static class ContentCoding
{
    /// <summary>Creates a stream that decompresses a body; <see langword="null"/> if the body is not compressed.</summary>
    public static Stream? CreateDecoder(HttpContent content, Stream stream) => FindCoding(content) is { } coding ? CreateDecoder(coding, stream) : null;

    /// <summary>Whether a body has a <c>Content-Encoding</c>, which may be one that is not supported.</summary>
    public static bool IsCompressed(HttpContent content) => FindCoding(content) is not null;

    /// <summary>Whether reading failed because a body could not be decompressed, by this client or by the handler.</summary>
    public static bool IsDecoderError(Exception exception) =>
        exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    /// <summary>Whether the bytes of a body may not be those that the service sent, because a handler requested compression and decompressed the body.</summary>
    public static bool MayBeDecodedByHandler(HttpResponseMessage response) =>
        response.RequestMessage?.Headers.NonValidated.Contains("Accept-Encoding") == true
        && FindCoding(response.Content) is null
        && !response.Content.Headers.NonValidated.Contains("Content-Length");

    // Not inlined, because the runtime loads the compression library for a method that names its types.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Stream? CreateDecoder(string coding, Stream stream) =>
        Is(coding, "gzip") || Is(coding, "x-gzip") ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true)
        : Is(coding, "deflate") ? new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true)
        : null;

    private static string? FindCoding(HttpContent content) =>
        content.Headers.NonValidated.TryGetValues("Content-Encoding", out var codings) ? codings.ToString() : null;

    private static bool Is(string coding, string name) => coding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
