using System;

namespace DataZoneGen.Core;

/// <summary>
/// Frames a body as <c>aws-chunked</c>: each chunk carries its signature, so that a body can be signed while it is read. S3 takes bodies in this form.
/// </summary>
/// <param name="signature">The request's signature, in hexadecimal digits.</param>
/// <param name="date">When the request was signed.</param>
/// <param name="key">With what.</param>
internal sealed class ChunkSigner(ReadOnlySpan<char> signature, AmzDate date, SigningKey key)
{
    /// <summary>What stands in the request's signature in place of the hash of its body.</summary>
    public const string PayloadHash = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

    /// <summary>The same for a body with a trailer.</summary>
    public const string PayloadHashWithTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";

    private readonly SignatureChain _chain = new(signature);

    /// <summary>Adds a chunk.</summary>
    /// <param name="data">Its bytes, at least one: a chunk without any ends the body.</param>
    /// <param name="target">Where to.</param>
    public void WriteChunk(ReadOnlySpan<byte> data, Utf8Buffer target)
    {
        WriteHead(data, target);
        target.Add(data);
        target.Add("\r\n"u8);
    }

    /// <summary>Ends the body.</summary>
    /// <param name="trailer">Headers that follow it, names in lower case; they are sorted in place.</param>
    /// <param name="target">Where to.</param>
    public void WriteEnd(Span<RequestHeader> trailer, Utf8Buffer target)
    {
        WriteHead([], target);
        if (trailer.Length > 0)
        {
            WriteTrailer(trailer, target);
        }

        target.Add("\r\n"u8);
    }

    private void WriteHead(ReadOnlySpan<byte> data, Utf8Buffer target)
    {
        _chain.SignPayload(date, key, [], data);
        target.AddNumber(data.Length, "x");
        target.Add(";chunk-signature="u8);
        target.AddHex(_chain.Latest.Span);
        target.Add("\r\n"u8);
    }

    private void WriteTrailer(Span<RequestHeader> trailer, Utf8Buffer target)
    {
        var canonical = new Utf8Buffer();
        CanonicalHeaders.Sort(trailer);
        CanonicalHeaders.Write(trailer, canonical);
        _chain.SignTrailer(date, key, canonical.Written);
        foreach (var header in trailer)
        {
            target.AddAscii(header.Name);
            target.Add((byte)':');
            target.AddAscii(header.Value);
            target.Add("\r\n"u8);
        }

        target.Add("x-amz-trailer-signature:"u8);
        target.AddHex(_chain.Latest.Span);
        target.Add("\r\n"u8);
    }
}
