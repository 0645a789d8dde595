using System;
using System.Security.Cryptography;
using System.Text;

namespace DataZoneGen.Wire;

/// <summary>Signature Version 4, in the header. A function of its input alone: it reads no clock and keeps nothing.</summary>
internal static class SigV4Signer
{
    private static ReadOnlySpan<byte> Algorithm => "AWS4-HMAC-SHA256"u8;

    private static ReadOnlySpan<byte> HashOfNothing => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"u8;

    /// <summary>The value of the Authorization header.</summary>
    /// <param name="input">What is signed.</param>
    /// <param name="accessKeyId">Who signs.</param>
    /// <param name="key">With what.</param>
    /// <param name="scratch">Memory to work in.</param>
    public static string Authorize(in SigningInput input, string accessKeyId, SigningKey key, Utf8Buffer scratch)
    {
        scratch.Clear();
        var signedHeaders = CanonicalRequest.Write(input, scratch);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(scratch.Written, hash);

        var toSign = scratch.Length;
        WriteStringToSign(input.Date, key, hash, scratch);
        HMACSHA256.HashData(key.Bytes, scratch.Written[toSign..], hash);

        var authorization = scratch.Length;
        scratch.Add(Algorithm);
        scratch.Add(" Credential="u8);
        scratch.AddAscii(accessKeyId);
        scratch.Add((byte)'/');
        scratch.Add(key.Scope);
        scratch.Add(", SignedHeaders="u8);
        scratch.Add(scratch.Written[signedHeaders]);
        scratch.Add(", Signature="u8);
        scratch.AddHex(hash);
        return Encoding.ASCII.GetString(scratch.Written[authorization..]);
    }

    /// <summary>Adds what the signing key signs: the time, the scope and the hash of the canonical request.</summary>
    public static void WriteStringToSign(AmzDate date, SigningKey key, ReadOnlySpan<byte> requestHash, Utf8Buffer scratch)
    {
        scratch.Add(Algorithm);
        scratch.Add((byte)'\n');
        scratch.AddAscii(date.Text);
        scratch.Add((byte)'\n');
        scratch.Add(key.Scope);
        scratch.Add((byte)'\n');
        scratch.AddHex(requestHash);
    }

    /// <summary>Adds the hash of a body as hexadecimal digits. Most requests have none.</summary>
    public static void WriteBodyHash(ReadOnlySpan<byte> body, Utf8Buffer scratch)
    {
        if (body.IsEmpty)
        {
            scratch.Add(HashOfNothing);
            return;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        scratch.AddHex(hash);
    }
}
