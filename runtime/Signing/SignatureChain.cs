using System;
using System.Security.Cryptography;

namespace DataZoneGen.Core;

/// <summary>The signatures of the parts of a body. Each covers the previous one, starting with the signature of the request.</summary>
/// <param name="signature">The signature of the request, in hexadecimal digits.</param>
internal sealed class SignatureChain(ReadOnlySpan<char> signature)
{
    private readonly Utf8Buffer _toSign = new();
    private readonly byte[] _latest = Convert.FromHexString(signature);

    /// <summary>The signature of the latest part.</summary>
    public ReadOnlyMemory<byte> Latest => _latest;

    /// <summary>Signs a part of the payload, with its headers.</summary>
    public void SignPayload(AmzDate date, SigV4Key key, ReadOnlySpan<byte> headers, ReadOnlySpan<byte> payload)
    {
        Begin("AWS4-HMAC-SHA256-PAYLOAD\n"u8, date, key);
        AddHash(headers);
        _toSign.Add((byte)'\n');
        AddHash(payload);
        End(key);
    }

    /// <summary>Signs the trailer of the payload.</summary>
    public void SignTrailer(AmzDate date, SigV4Key key, ReadOnlySpan<byte> trailer)
    {
        Begin("AWS4-HMAC-SHA256-TRAILER\n"u8, date, key);
        AddHash(trailer);
        End(key);
    }

    private void Begin(ReadOnlySpan<byte> kind, AmzDate date, SigV4Key key)
    {
        _toSign.Clear();
        _toSign.Add(kind);
        _toSign.AddAscii(date.Text);
        _toSign.Add((byte)'\n');
        _toSign.Add(key.Scope);
        _toSign.Add((byte)'\n');
        _toSign.AddHex(_latest);
        _toSign.Add((byte)'\n');
    }

    private void AddHash(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        _toSign.AddHex(hash);
    }

    private void End(SigV4Key key) => HMACSHA256.HashData(key.Bytes, _toSign.Written, _latest);
}
