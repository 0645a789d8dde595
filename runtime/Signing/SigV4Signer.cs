using System;
using System.Security.Cryptography;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>Computes Signature Version 4, for a header or the query. The result depends only on the input.</summary>
internal static class SigV4Signer
{
    /// <summary>Computes the value of the Authorization header.</summary>
    /// <param name="input">The request to sign.</param>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="key">The signing key.</param>
    /// <param name="scratch">The reusable buffers.</param>
    public static string Authorize(in SigningInput input, string accessKeyId, SigningKey key, SigningScratch scratch)
    {
        Span<byte> signature = stackalloc byte[SigningKey.MaxSignatureLength];
        signature = signature[..Sign(input, key, scratch, signature, out var signedHeaders)];
        var buffer = scratch.Buffer;
        var authorization = buffer.Length;
        buffer.Add(key.Algorithm);
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

    /// <summary>Computes the query of a presigned request: the query of the request, the signing parameters and the signature.</summary>
    /// <param name="input">The request to sign.</param>
    /// <param name="parameters">The signing parameters.</param>
    /// <param name="key">The signing key.</param>
    /// <param name="scratch">The reusable buffers.</param>
    /// <returns>The encoded query, without its question mark.</returns>
    public static string Presign(in SigningInput input, in PresigningParameters parameters, SigningKey key, SigningScratch scratch)
    {
        var query = new Utf8Buffer();
        query.Add(input.Query.Span);
        CanonicalHeaders.Sort(input.Headers);
        PresignedQuery.WriteParameters(input, parameters, key, query);
        Span<byte> signature = stackalloc byte[SigningKey.MaxSignatureLength];
        signature = signature[..Sign(input with { Query = query.WrittenMemory }, key, scratch, signature, out _)];
        PresignedQuery.WriteSignature(parameters, signature, query);
        return Encoding.ASCII.GetString(query.Written);
    }

    /// <summary>Computes the signature of a request.</summary>
    /// <param name="input">The request to sign.</param>
    /// <param name="key">The signing key.</param>
    /// <param name="scratch">The reusable buffers.</param>
    /// <param name="signature">Receives the signature.</param>
    /// <param name="signedHeaders">The range of the signed header names in the buffer.</param>
    /// <returns>The length of the signature in bytes.</returns>
    public static int Sign(in SigningInput input, SigningKey key, SigningScratch scratch, Span<byte> signature, out Range signedHeaders)
    {
        var buffer = scratch.Buffer;
        buffer.Clear();
        signedHeaders = CanonicalRequest.Write(input, scratch);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        scratch.Hash(buffer.Written, hash);
        var toSign = buffer.Length;
        WriteStringToSign(input.Date, key, hash, buffer);
        return key.Sign(buffer.Written[toSign..], scratch, signature);
    }

    /// <summary>Writes the string to sign: the time, the credential scope and the hash of the canonical request.</summary>
    private static void WriteStringToSign(AmzDate date, SigningKey key, ReadOnlySpan<byte> requestHash, Utf8Buffer buffer)
    {
        buffer.Add(key.Algorithm);
        buffer.Add((byte)'\n');
        buffer.AddAscii(date.Text);
        buffer.Add((byte)'\n');
        buffer.Add(key.Scope);
        buffer.Add((byte)'\n');
        buffer.AddHex(requestHash);
    }
}
