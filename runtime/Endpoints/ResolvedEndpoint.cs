using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>An endpoint: the URL, and how requests to it are signed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResolvedEndpoint
{
    /// <summary>Initializes a new instance of the <see cref="ResolvedEndpoint"/> class.</summary>
    /// <param name="url">An absolute http or https URL. Its path, if any, is prepended to the path of every request.</param>
    /// <exception cref="EndpointException">The URL is not an absolute http or https URL, or has user information, a query or a fragment.</exception>
    public ResolvedEndpoint(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || !IsUsable(parsed))
        {
            throw new EndpointException("An endpoint must be an absolute http or https URL without user information, query and fragment.");
        }

        Url = parsed;
        Prefix = parsed.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + parsed.AbsolutePath.TrimEnd('/');
        BasePath = Encoding.UTF8.GetBytes(parsed.AbsolutePath.TrimEnd('/'));
        Host = GetHostHeader(parsed);
    }

    /// <summary>The base URL of requests.</summary>
    public Uri Url { get; }

    /// <summary>The authentication schemes of the endpoint in order of preference; empty for the default of the service.</summary>
    public IReadOnlyList<EndpointAuthScheme> AuthSchemes { get; init; } = [];

    /// <summary>The headers of requests to the endpoint. A name with several values occurs several times.</summary>
    /// <exception cref="EndpointException">The name or the value of a header is not valid.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Headers
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            ThrowIfInvalid(value);
            field = value;
        }
    } = [];

    /// <summary>Other properties of the endpoint in the rules: strings, numbers, Booleans, and arrays and dictionaries of such values.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Properties { get; init; } = [];

    /// <summary>Scheme, authority and base path, without a slash at the end.</summary>
    internal string Prefix { get; }

    /// <summary>The base path in UTF-8, without a slash at the end; empty for most endpoints.</summary>
    internal byte[] BasePath { get; }

    /// <summary>The value of the Host header as the HTTP handler writes it, for the signature.</summary>
    internal string Host { get; }

    /// <summary>Whether the host is an IP address or <c>localhost</c>, to which no host prefix can be added.</summary>
    internal bool HasNoSubdomains =>
        Url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || Url.Host.TrimEnd('.').Equals("localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the endpoint with a prefix added to its host.</summary>
    /// <exception cref="EndpointException">The resulting host is not valid.</exception>
    internal ResolvedEndpoint WithHostPrefix(string prefix) => WithUrl(Url.Scheme + "://" + prefix + Prefix[(Url.Scheme.Length + "://".Length)..]);

    /// <summary>Returns the endpoint with another URL.</summary>
    /// <exception cref="EndpointException">The URL is not valid.</exception>
    internal ResolvedEndpoint WithUrl(string url) => new(url)
    {
        AuthSchemes = AuthSchemes,
        Headers = Headers,
        Properties = Properties,
    };

    /// <summary>Whether requests to the endpoint are encrypted, or do not leave the machine.</summary>
    internal bool IsEncryptedOrLocal => Url.Scheme == Uri.UriSchemeHttps || HostName.IsLoopback(Url.IdnHost);

    internal static bool IsUsable(Uri url)
        => url.IsAbsoluteUri
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.Host.Length > 0
            && url.UserInfo.Length == 0
            && url.Query.Length == 0
            && url.Fragment.Length == 0;

    private static void ThrowIfInvalid(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (!MessageHeaders.IsValidName(name) || !MessageHeaders.IsValidValue(value))
            {
                throw new EndpointException("The endpoint rules of the service return a header that is not valid for these settings and this input.");
            }
        }
    }

    private static string GetHostHeader(Uri url)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? "[" + url.IdnHost + "]" : url.IdnHost;
        return url.IsDefaultPort ? host : string.Create(null, $"{host}:{url.Port}");
    }
}
