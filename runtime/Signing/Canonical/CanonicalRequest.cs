using System;
using System.Security.Cryptography;

namespace DataZoneGen.Core;

/// <summary>Writes the canonical request, the standard format of a request for signing.</summary>
internal static class CanonicalRequest
{
    /// <summary>The payload hash of an empty body.</summary>
    public const string EmptyPayloadHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Writes the canonical request to the buffer.</summary>
    /// <returns>The range of the signed header names in the buffer.</returns>
    public static Range Write(in SigningInput input, SigningScratch scratch)
    {
        var buffer = scratch.Buffer;
        buffer.AddAscii(input.Method);
        buffer.Add((byte)'\n');
        CanonicalPath.Write(input.BasePath, input.Path, input.PathRules, buffer);
        buffer.Add((byte)'\n');
        CanonicalQuery.Write(input.Query, buffer);
        buffer.Add((byte)'\n');
        CanonicalHeaders.Sort(input.Headers);
        CanonicalHeaders.Write(input.Headers, buffer);
        buffer.Add((byte)'\n');
        var start = buffer.Length;
        CanonicalHeaders.WriteNames(input.Headers, buffer);
        var signedHeaders = start..buffer.Length;
        buffer.Add((byte)'\n');
        WritePayloadHash(input, scratch);
        return signedHeaders;
    }

    private static void WritePayloadHash(in SigningInput input, SigningScratch scratch)
    {
        if (input.PayloadHash is { } hash)
        {
            scratch.Buffer.AddAscii(hash);
        }
        else if (input.Body.IsEmpty)
        {
            scratch.Buffer.AddAscii(EmptyPayloadHash);
        }
        else
        {
            Span<byte> computed = stackalloc byte[SHA256.HashSizeInBytes];
            scratch.Hash(input.Body, computed);
            scratch.Buffer.AddHex(computed);
        }
    }
}
