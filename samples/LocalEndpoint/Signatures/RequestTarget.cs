using System;
using System.Collections.Generic;

namespace LocalEndpoint.Signatures;

/// <summary>
/// The unmodified target of a request. It does not use <see cref="Uri"/> or the server's path normalization, because the signature covers the bytes
/// that were sent.
/// </summary>
internal sealed class RequestTarget
{
    private RequestTarget(string rawPath, string rawQuery)
    {
        RawPath = rawPath;
        RawQuery = rawQuery;
        Query = ParseQuery(rawQuery);
    }

    /// <summary>The path, still percent-encoded.</summary>
    public string RawPath { get; }

    /// <summary>The query, still percent-encoded, without the question mark.</summary>
    public string RawQuery { get; }

    /// <summary>The decoded query parameters in their original order. A plus sign is not decoded to a space.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    public static RequestTarget Parse(string rawTarget)
    {
        var scheme = rawTarget.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && rawTarget[0] != '/')
        {
            // Clients of proxies send the absolute form: remove scheme and authority.
            var path = rawTarget.IndexOf('/', scheme + 3);
            rawTarget = path < 0 ? "/" : rawTarget[path..];
        }

        var query = rawTarget.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? new(rawTarget, "") : new(rawTarget[..query], rawTarget[(query + 1)..]);
    }

    private static List<KeyValuePair<string, string>> ParseQuery(string rawQuery)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            pairs.Add(new(Uri.UnescapeDataString(name), Uri.UnescapeDataString(value)));
        }

        return pairs;
    }
}
