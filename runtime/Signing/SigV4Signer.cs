using System;
using System.Security.Cryptography;
using System.Text;

namespace DataZoneGen.Wire;

/// <summary>Signature Version 4, in the header. A function of its input alone: it reads no clock and keeps nothing.</summary>
internal static class SigV4Signer
{
    private static ReadOnlySpan<byte> Algorithm => "AWS4-HMAC-SHA256"u8;

    /// <summary>The value of the Authorization header.</summary>
    /// <param name="input">What is signed.</param>
    /// <param name="accessKeyId">Who signs.</param>
    /// <param name="key">With what.</param>
    /// <param name="scratch">What to work with.</param>
    public static string Authorize(in SigningInput input, string accessKeyId, SigningKey key, SigningScratch scratch)
    {
        var buffer = scratch.Buffer;
        buffer.Clear();
        var signedHeaders = CanonicalRequest.Write(input, scratch);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        scratch.Hash(buffer.Written, hash);

        var toSign = buffer.Length;
        WriteStringToSign(input.Date, key, hash, buffer);
        scratch.Sign(key, buffer.Written[toSign..], hash);

        var authorization = buffer.Length;
        buffer.Add(Algorithm);
        buffer.Add(" Credential="u8);
        buffer.AddAscii(accessKeyId);
        buffer.Add((byte)'/');
        buffer.Add(key.Scope);
        buffer.Add(", SignedHeaders="u8);
        buffer.Add(buffer.Written[signedHeaders]);
        buffer.Add(", Signature="u8);
        buffer.AddHex(hash);
        return Encoding.ASCII.GetString(buffer.Written[authorization..]);
    }

    /// <summary>Adds what the signing key signs: the time, the scope and the hash of the canonical request.</summary>
    private static void WriteStringToSign(AmzDate date, SigningKey key, ReadOnlySpan<byte> requestHash, Utf8Buffer buffer)
    {
        buffer.Add(Algorithm);
        buffer.Add((byte)'\n');
        buffer.AddAscii(date.Text);
        buffer.Add((byte)'\n');
        buffer.Add(key.Scope);
        buffer.Add((byte)'\n');
        buffer.AddHex(requestHash);
    }
}
