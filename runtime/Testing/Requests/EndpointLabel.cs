using System;

namespace DataZoneGen.Testing.Core;

/// <summary>The part of a request that a client may put into the host, such as the bucket of S3.</summary>
/// <param name="Value">The value, decoded; <see langword="null"/> if there is none.</param>
/// <param name="PathStart">Where the rest of the path starts.</param>
internal readonly record struct EndpointLabel(string? Value, int PathStart)
{
    private const string LocalHost = ".localhost";

    /// <summary>Finds the label in the host or, if the host has none, in the first segment of the path.</summary>
    public static EndpointLabel From(string host, ReadOnlySpan<char> path)
    {
        if (FindInHost(host) is { } label)
        {
            return new EndpointLabel(label, 0);
        }

        if (path.Length <= 1)
        {
            return default;
        }

        var end = path[1..].IndexOf('/');
        end = end < 0 ? path.Length : end + 1;
        return end == 1 ? default : new EndpointLabel(Uri.UnescapeDataString(path[1..end].ToString()), end);
    }

    /// <summary>Finds the label before the name of the service, or before <c>localhost</c>.</summary>
    private static string? FindInHost(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        var name = colon > host.LastIndexOf(']') ? host[..colon] : host;
        if (name.EndsWith(LocalHost, StringComparison.OrdinalIgnoreCase))
        {
            return name[..^LocalHost.Length].ToString();
        }

        foreach (var service in (ReadOnlySpan<string>)[".s3.", ".s3-", ".s3express-"])
        {
            if (name.IndexOf(service, StringComparison.OrdinalIgnoreCase) is > 0 and var end && name.Contains(".amazonaws.", StringComparison.OrdinalIgnoreCase))
            {
                return name[..end].ToString();
            }
        }

        return null;
    }
}
