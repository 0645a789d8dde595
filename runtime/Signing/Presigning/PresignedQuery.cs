using System;

namespace DataZoneGen.Core;

/// <summary>The parameters that stand in a presigned query for the headers of a signed request.</summary>
internal static class PresignedQuery
{
    /// <summary>Adds all but the signature, and a token that is not signed.</summary>
    public static void WriteTerms(in SigningInput input, in PresigningTerms terms, SigningKey key, Utf8Buffer query)
    {
        if (query.Length > 0)
        {
            query.Add((byte)'&');
        }

        query.Add("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="u8);
        PercentEncoding.Write(query, terms.AccessKeyId);
        query.Add("%2F"u8);
        PercentEncoding.Write(query, key.Scope);
        query.Add("&X-Amz-Date="u8);
        query.AddAscii(input.Date.Text);
        query.Add("&X-Amz-Expires="u8);
        query.AddNumber(terms.Seconds);
        query.Add("&X-Amz-SignedHeaders="u8);
        var names = new Utf8Buffer();
        CanonicalHeaders.WriteNames(input.Headers, names);
        PercentEncoding.Write(query, names.Written);
        if (!terms.IsTokenUnsigned)
        {
            WriteToken(terms, query);
        }
    }

    /// <summary>Adds what was not signed: the signature last.</summary>
    public static void WriteSignature(in PresigningTerms terms, ReadOnlySpan<byte> signature, Utf8Buffer query)
    {
        if (terms.IsTokenUnsigned)
        {
            WriteToken(terms, query);
        }

        query.Add("&X-Amz-Signature="u8);
        query.AddHex(signature);
    }

    private static void WriteToken(in PresigningTerms terms, Utf8Buffer query)
    {
        if (terms.SessionToken is { } token)
        {
            query.Add("&X-Amz-Security-Token="u8);
            PercentEncoding.Write(query, token);
        }
    }
}
