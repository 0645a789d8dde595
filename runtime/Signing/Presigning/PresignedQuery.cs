using System;

namespace DataZoneGen.Core;

/// <summary>The query parameters of a presigned request, which replace the signing headers.</summary>
internal static class PresignedQuery
{
    /// <summary>Writes all signing parameters except the signature and an unsigned token.</summary>
    public static void WriteParameters(in SigningInput input, in PresigningParameters parameters, SigningKey key, Utf8Buffer query)
    {
        if (query.Length > 0)
        {
            query.Add((byte)'&');
        }

        query.Add("X-Amz-Algorithm="u8);
        query.Add(key.Algorithm);
        query.Add("&X-Amz-Credential="u8);
        PercentEncoding.Write(query, parameters.AccessKeyId);
        query.Add("%2F"u8);
        PercentEncoding.Write(query, key.Scope);
        query.Add("&X-Amz-Date="u8);
        query.AddAscii(input.Date.Text);
        query.Add("&X-Amz-Expires="u8);
        query.AddNumber(parameters.Seconds);
        if (key.RegionSet is { } regions)
        {
            query.Add("&X-Amz-Region-Set="u8);
            PercentEncoding.Write(query, regions);
        }

        query.Add("&X-Amz-SignedHeaders="u8);
        var names = new Utf8Buffer();
        CanonicalHeaders.WriteNames(input.Headers, names);
        PercentEncoding.Write(query, names.Written);
        if (!parameters.IsTokenUnsigned)
        {
            WriteToken(parameters, query);
        }
    }

    /// <summary>Writes the parameters that are not signed; the signature is the last one.</summary>
    public static void WriteSignature(in PresigningParameters parameters, ReadOnlySpan<byte> signature, Utf8Buffer query)
    {
        if (parameters.IsTokenUnsigned)
        {
            WriteToken(parameters, query);
        }

        query.Add("&X-Amz-Signature="u8);
        query.AddHex(signature);
    }

    private static void WriteToken(in PresigningParameters parameters, Utf8Buffer query)
    {
        if (parameters.SessionToken is { } token)
        {
            query.Add(parameters.IsSession ? "&X-Amz-S3session-Token="u8 : "&X-Amz-Security-Token="u8);
            PercentEncoding.Write(query, token);
        }
    }
}
