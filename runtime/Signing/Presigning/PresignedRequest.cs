using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen;

/// <summary>
/// A request that is signed but not sent: whoever has its URL can send it, as often as they like, until it expires. Treat the URL as a secret.
/// </summary>
/// <remarks>
/// The request ends when <see cref="Expires"/> comes, and at the latest with the credentials that signed it: temporary ones may end sooner than is
/// known here, or be revoked.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PresignedRequest
{
    internal PresignedRequest(HttpMethod method, string url)
    {
        Method = method;
        Url = VerbatimUri.Create(url);
    }

    /// <summary>The URL, with the signature in its query. Hand on <see cref="Uri.AbsoluteUri"/>, unchanged.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri Url { get; }

    /// <summary>The HTTP method, which is signed too.</summary>
    public HttpMethod Method { get; }

    /// <summary>The headers that must be sent along as they are, because they are signed; the host, which every client sends, is not among them.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body to send, byte for byte; empty for none.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the request ends, in UTC; the end of the credentials, if that is known and comes sooner.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Tells where the request goes and when it expires, without path and query.</summary>
    /// <returns>The text, fit for logs.</returns>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Method} {Url.GetLeftPart(UriPartial.Authority)}/…, expires {Expires.UtcDateTime:u}");
}
