using System;
using System.Security.Cryptography;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>Signature Version 4, in a header or in the query. A function of its input alone: it reads no clock and keeps nothing.</summary>
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
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        var signedHeaders = Sign(input, key, scratch, signature);
        var buffer = scratch.Buffer;
        var authorization = buffer.Length;
        buffer.Add(Algorithm);
        buffer.Add(" Credential="u8);
        buffer.AddAscii(accessKeyId);
        buffer.Add((byte)'/');
        buffer.Add(key.Scope);
        buffer.Add(", SignedHeaders="u8);
        buffer.Add(buffer.Written[signedHeaders]);
        buffer.Add(", Signature="u8);
        buffer.AddHex(signature);
        return Encoding.ASCII.GetString(buffer.Written[authorization..]);
    }

    /// <summary>The query of a request that is signed there: its own, then the signature and what it says of itself.</summary>
    /// <param name="input">What is signed.</param>
    /// <param name="terms">What the query says besides.</param>
    /// <param name="key">With what it is signed.</param>
    /// <param name="scratch">What to work with.</param>
    /// <returns>The query as it goes over the wire, without its question mark.</returns>
    public static string Presign(in SigningInput input, in PresigningTerms terms, SigningKey key, SigningScratch scratch)
    {
        var query = new Utf8Buffer();
        query.Add(input.Query.Span);
        CanonicalHeaders.Sort(input.Headers);
        PresignedQuery.WriteTerms(input, terms, key, query);
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        Sign(input with { Query = query.WrittenMemory }, key, scratch, signature);
        PresignedQuery.WriteSignature(terms, signature, query);
        return Encoding.ASCII.GetString(query.Written);
    }

    /// <returns>Where in the scratch's buffer the list of signed headers stands.</returns>
    private static Range Sign(in SigningInput input, SigningKey key, SigningScratch scratch, Span<byte> signature)
    {
        var buffer = scratch.Buffer;
        buffer.Clear();
        var signedHeaders = CanonicalRequest.Write(input, scratch);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        scratch.Hash(buffer.Written, hash);
        var toSign = buffer.Length;
        WriteStringToSign(input.Date, key, hash, buffer);
        scratch.Sign(key, buffer.Written[toSign..], signature);
        return signedHeaders;
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
