using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Where a client sends its requests, and how they are signed there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResolvedEndpoint
{
    /// <summary>Makes an endpoint.</summary>
    /// <param name="url">An absolute http or https URL; a path in it is put before the path of every request.</param>
    /// <exception cref="EndpointException">The URL is not absolute, not of HTTP, or has a user, a query or a fragment.</exception>
    public ResolvedEndpoint(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || !IsUsable(parsed))
        {
            throw new EndpointException("An endpoint must be an absolute http or https URL without user, query and fragment.");
        }

        Url = parsed;
        Prefix = parsed.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + parsed.AbsolutePath.TrimEnd('/');
        BasePath = Encoding.UTF8.GetBytes(parsed.AbsolutePath.TrimEnd('/'));
        Host = HostHeader(parsed);
    }

    /// <summary>The URL before which nothing, and after which the path of a request comes.</summary>
    public Uri Url { get; }

    /// <summary>The ways to sign that the endpoint accepts, best first; empty where it is the service's usual one.</summary>
    public IReadOnlyList<EndpointAuthScheme> AuthSchemes { get; init; } = [];

    /// <summary>Headers that requests to the endpoint carry; a name with several values occurs several times.</summary>
    /// <exception cref="EndpointException">A name or a value cannot be sent as a header.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Headers
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            ThrowIfNotSendable(value);
            field = value;
        }
    } = [];

    /// <summary>What else the rules say of the endpoint: texts, numbers, truth values, arrays and dictionaries of such.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Properties { get; init; } = [];

    /// <summary>Scheme, authority and base path: what is written before the path of a request.</summary>
    internal string Prefix { get; }

    /// <summary>The base path, without a slash at its end; empty for most endpoints.</summary>
    internal byte[] BasePath { get; }

    /// <summary>The value of the Host header as the HTTP handler writes it, which is part of the signature.</summary>
    internal string Host { get; }

    /// <summary>Whether the host is an IP address or <c>localhost</c>: a prefix would give a host that does not exist.</summary>
    internal bool HasNoSubdomains =>
        Url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || Url.Host.TrimEnd('.').Equals("localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same endpoint with text put before its host.</summary>
    /// <exception cref="EndpointException">That gives no host.</exception>
    internal ResolvedEndpoint WithHostPrefix(string prefix) => new(Url.Scheme + "://" + prefix + Prefix[(Url.Scheme.Length + "://".Length)..])
    {
        AuthSchemes = AuthSchemes,
        Headers = Headers,
        Properties = Properties,
    };

    /// <summary>Whether nobody on the way can read what is sent to the endpoint: it is encrypted, or does not leave the machine.</summary>
    internal bool IsEncryptedOrLocal => Url.Scheme == Uri.UriSchemeHttps || HostName.IsLoopback(Url.IdnHost);

    internal static bool IsUsable(Uri url)
        => url.IsAbsoluteUri
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.Host.Length > 0
            && url.UserInfo.Length == 0
            && url.Query.Length == 0
            && url.Fragment.Length == 0;

    private static void ThrowIfNotSendable(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (!MessageHeaders.IsValidName(name) || !MessageHeaders.IsValidValue(value))
            {
                throw new EndpointException("The service's endpoint rules give a header that cannot be sent, with these settings and this input.");
            }
        }
    }

    private static string HostHeader(Uri url)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? "[" + url.IdnHost + "]" : url.IdnHost;
        return url.IsDefaultPort ? host : string.Create(null, $"{host}:{url.Port}");
    }
}
