using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace LocalEndpoint.Signatures;

/// <summary>
/// The canonical request of Signature Version 4, computed from the received request. The code is independent of all clients, so that it does not
/// repeat their mistakes.
/// </summary>
internal static class CanonicalRequest
{
    public static string Create(SignedRequest request, string[] signedHeaders)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n');
        text.Append(Path(request.Target.RawPath)).Append('\n');
        text.Append(Query(request.Target.Query)).Append('\n');
        foreach (var name in signedHeaders)
        {
            text.Append(name).Append(':').Append(HeaderValue(request, name)).Append('\n');
        }

        text.Append('\n');
        text.AppendJoin(';', signedHeaders).Append('\n');
        text.Append(Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)));
        return text.ToString();
    }

    /// <summary>Returns the path without dot segments and empty segments. Percent-encoded characters are encoded a second time.</summary>
    private static string Path(string rawPath)
    {
        var kept = new List<string>();
        foreach (var segment in rawPath.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (kept.Count > 0)
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }
            else if (segment != ".")
            {
                kept.Add(Encode(segment));
            }
        }

        if (kept.Count == 0)
        {
            return "/";
        }

        var path = "/" + string.Join('/', kept);
        return rawPath.EndsWith('/') ? path + "/" : path;
    }

    private static string Query(IReadOnlyList<KeyValuePair<string, string>> query) =>
        string.Join('&', query
            .Select(pair => (Name: Encode(pair.Key), Value: Encode(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => pair.Name + "=" + pair.Value));

    /// <summary>Returns the values of a header, joined by commas, with white space trimmed and inner spaces collapsed.</summary>
    private static string HeaderValue(SignedRequest request, string name) =>
        string.Join(',', request.Headers[name].Select(value =>
            string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append('%').Append("0123456789ABCDEF"[b >> 4]).Append("0123456789ABCDEF"[b & 15]);
            }
        }

        return encoded.ToString();
    }
}
