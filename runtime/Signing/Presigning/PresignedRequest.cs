using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen;

/// <summary>
/// A presigned request. Anyone who has its URL can send it any number of times until it expires. Treat the URL as a secret.
/// </summary>
/// <remarks>
/// The request expires at <see cref="Expires"/>, or earlier if the credentials that signed it expire or are revoked earlier than known here.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PresignedRequest
{
    internal PresignedRequest(HttpMethod method, string url)
    {
        Method = method;
        Url = VerbatimUri.Create(url);
    }

    /// <summary>The URL, with the signature in its query. Pass on <see cref="Uri.AbsoluteUri"/> unchanged.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri Url { get; }

    /// <summary>The HTTP method, which is part of the signature.</summary>
    public HttpMethod Method { get; }

    /// <summary>The signed headers, which must be sent unchanged. The Host header, which every HTTP client sends, is not included.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body, which must be sent unchanged; empty if there is none.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The expiration time in UTC: that of the credentials, if it is known and earlier.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Returns the method, the host and the expiration time, without path and query.</summary>
    /// <returns>The text, which is safe to log.</returns>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Method} {Url.GetLeftPart(UriPartial.Authority)}/…, expires {Expires.UtcDateTime:u}");
}
