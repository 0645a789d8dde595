using System;
using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The parts of an http or https URL, without normalization.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointUrl
{
    private EndpointUrl(string scheme, string authority, string path, bool isIp)
    {
        Scheme = scheme;
        Authority = authority;
        Path = path;
        IsIp = isIp;
    }

    /// <summary>The scheme: <c>http</c> or <c>https</c>.</summary>
    public string Scheme { get; }

    /// <summary>The host, and the port if the URL has one.</summary>
    public string Authority { get; }

    /// <summary>The path; empty if there is none.</summary>
    public string Path { get; }

    /// <summary>The path with a slash at the start and at the end.</summary>
    public string NormalizedPath => Path.Length == 0 ? "/" : Path[^1] == '/' ? Path : Path + "/";

    /// <summary>Whether the host is an IP address.</summary>
    public bool IsIp { get; }

    /// <summary>Parses a URL.</summary>
    /// <returns>The parts; <see langword="null"/> if it is not an http or https URL, or has user information, a query or a fragment.</returns>
    internal static EndpointUrl? Parse(string? url)
    {
        var colon = url?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        if (colon < 0 || !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || url!.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            return null;
        }

        var scheme = parsed.Scheme;
        if (scheme != Uri.UriSchemeHttps && scheme != Uri.UriSchemeHttp)
        {
            return null;
        }

        var rest = url[(colon + "://".Length)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        return authority.Length == 0 || authority.AsSpan().IndexOfAny('@', '\\') >= 0
            ? null
            : new EndpointUrl(scheme, authority, slash < 0 ? "" : rest[slash..], IsAddress(authority));
    }

    private static bool IsAddress(string authority)
    {
        if (authority[0] == '[')
        {
            var end = authority.IndexOf(']', StringComparison.Ordinal);
            return end > 0 && IPAddress.TryParse(authority.AsSpan(1, end - 1), out var six) && six.AddressFamily == AddressFamily.InterNetworkV6;
        }

        var port = authority.IndexOf(':', StringComparison.Ordinal);
        return HostName.IsIPv4Address(port < 0 ? authority : authority.AsSpan(0, port));
    }
}
