using System;
using System.Collections.Generic;
using System.Net.Http.Headers;

namespace DataZoneGen.Testing.Core;

/// <summary>Selects the headers that are recorded.</summary>
internal static class RecordedHeaders
{
    /// <summary>Headers that differ from call to call, or that follow from the rest of a message.</summary>
    private static readonly HashSet<string> Omitted = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "amz-sdk-invocation-id", "amz-sdk-request", "Authorization", "Connection", "Content-Length", "Content-MD5", "Cookie", "Date",
        "Expect", "Host", "Keep-Alive", "Server", "Set-Cookie", "traceparent", "tracestate", "Transfer-Encoding", "User-Agent", "Vary", "Via", "x-amz-content-sha256",
        "x-amz-crc32", "x-amz-date", "x-amz-decoded-content-length", "x-amz-region-set", "x-amz-s3session-token", "x-amz-sdk-checksum-algorithm",
        "x-amz-security-token", "x-amz-trailer", "x-amz-user-agent", "x-amzn-trace-id",
    };

    private static readonly string[] OmittedPrefixes = ["x-amz-checksum-", "x-amz-cf-"];

    // The body is recorded after it has been decoded.
    private const string ContentEncoding = "Content-Encoding";

    /// <summary>Returns the headers of a message, with lower-case names.</summary>
    /// <param name="headers">The headers of the message.</param>
    /// <param name="contentHeaders">The headers of its content.</param>
    /// <param name="mask">Masks secrets.</param>
    /// <param name="isDecoded">Whether the body has been decoded, so that <c>Content-Encoding</c> is no longer true.</param>
    public static SortedDictionary<string, string> From(HttpHeaders headers, HttpHeaders? contentHeaders, SensitiveData mask, bool isDecoded)
    {
        var recorded = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(recorded, headers, mask, isDecoded);
        if (contentHeaders is not null)
        {
            Add(recorded, contentHeaders, mask, isDecoded);
        }

        return recorded;
    }

    private static void Add(SortedDictionary<string, string> recorded, HttpHeaders headers, SensitiveData mask, bool isDecoded)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            if (!Omitted.Contains(name)
                && !Array.Exists(OmittedPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                && !(isDecoded && name.Equals(ContentEncoding, StringComparison.OrdinalIgnoreCase)))
            {
                recorded[Lower(name)] = mask.Apply(name, values.ToString());
            }
        }
    }

    private static string Lower(string name) => string.Create(name.Length, name, static (span, text) => text.AsSpan().ToLowerInvariant(span));
}
