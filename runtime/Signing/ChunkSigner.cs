using System;

namespace DataZoneGen.Core;

/// <summary>
/// Encodes a body as <c>aws-chunked</c>, in which each chunk has a signature, so that a body can be signed while it is read. S3 accepts this encoding.
/// </summary>
/// <param name="signature">The signature of the request, in hexadecimal digits.</param>
/// <param name="date">The time of the signature.</param>
/// <param name="key">The signing key.</param>
internal sealed class ChunkSigner(ReadOnlySpan<char> signature, AmzDate date, SigV4Key key) : IChunkSigner
{
    private readonly SignatureChain _chain = new(signature);

    public void WriteHeader(ReadOnlySpan<byte> data, Utf8Buffer target)
    {
        _chain.SignPayload(date, key, [], data);
        target.AddNumber(data.Length, "x");
        target.Add(";chunk-signature="u8);
        target.AddHex(_chain.Latest.Span);
        target.Add("\r\n"u8);
    }

    public void WriteEnd(HeaderList trailer, Utf8Buffer target)
    {
        WriteHeader([], target);
        if (trailer.Count > 0)
        {
            WriteTrailer(trailer, target);
        }

        target.Add("\r\n"u8);
    }

    private void WriteTrailer(HeaderList trailer, Utf8Buffer target)
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
