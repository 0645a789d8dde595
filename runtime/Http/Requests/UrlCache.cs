using System;
using System.Diagnostics;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// Caches the URLs of recent requests. Polling repeats the same URL, and a <see cref="Uri"/>, with the data that it computes for handlers, is one of the
/// largest allocations of a call.
/// </summary>
internal sealed class UrlCache
{
    private const int SlotCount = 16;
    private const int MaxCachedLength = 512;

    // Queries may contain secrets.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Uri?[] _latest = new Uri?[SlotCount];

    /// <summary>Gets the URL of a request.</summary>
    /// <param name="prefix">Scheme, authority and base path.</param>
    /// <param name="request">The request with path and query.</param>
    public Uri Get(string prefix, RequestWriter request)
    {
        var hash = default(HashCode);
        hash.AddBytes(request.EncodedPath);
        hash.AddBytes(request.EncodedQuery.Span);
        ref var latest = ref _latest[(uint)hash.ToHashCode() % SlotCount];
        if (latest is { } cached && IsFor(cached.OriginalString, prefix, request))
        {
            return cached;
        }

        var url = VerbatimUri.Create(Compose(prefix, request));
        if (url.OriginalString.Length <= MaxCachedLength)
        {
            latest = url;
        }

        return url;
    }

    private static bool IsFor(ReadOnlySpan<char> url, string prefix, RequestWriter request)
    {
        var path = request.EncodedPath;
        var query = request.EncodedQuery.Span;
        if (url.Length != Length(prefix, path, query)
            || !url.StartsWith(prefix, StringComparison.Ordinal)
            || !Ascii.Equals(path, url.Slice(prefix.Length, path.Length)))
        {
            return false;
        }

        var rest = url[(prefix.Length + path.Length)..];
        return query.IsEmpty || (rest[0] == '?' && Ascii.Equals(query, rest[1..]));
    }

    private static string Compose(string prefix, RequestWriter request)
    {
        var path = request.EncodedPath;
        var query = request.EncodedQuery.Span;
        var length = Length(prefix, path, query);
        var url = length <= MaxCachedLength ? stackalloc char[length] : new char[length];
        prefix.CopyTo(url);
        Encoding.ASCII.GetChars(path, url[prefix.Length..]);
        if (!query.IsEmpty)
        {
            url[prefix.Length + path.Length] = '?';
            Encoding.ASCII.GetChars(query, url[^query.Length..]);
        }

        return new string(url);
    }

    private static int Length(string prefix, ReadOnlySpan<byte> path, ReadOnlySpan<byte> query)
        => prefix.Length + path.Length + (query.IsEmpty ? 0 : 1 + query.Length);
}
