using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Where a request goes, and the region and service under which it is signed there.</summary>
/// <param name="Endpoint">Where it goes.</param>
/// <param name="Region">The region; <see langword="null"/> when a custom endpoint is all that is known.</param>
/// <param name="Service">The service's signing name.</param>
internal sealed record SigningEndpoint(ResolvedEndpoint Endpoint, string? Region, string Service)
{
    /// <summary>What is done to paths for the signature; S3's endpoints want them as they are sent.</summary>
    public PathRules PathRules { get; init; }

    /// <summary>What to say when a request has to be signed and there is no region.</summary>
    public string MissingRegionMessage { get; init; } = "";

    /// <summary>The way to sign that the endpoint asks for, where it is one that is not known here.</summary>
    public string? UnknownScheme { get; init; }

    /// <summary>Whether requests go to the endpoint's own host, also those whose operation has a prefix for it.</summary>
    public bool IgnoresHostPrefix { get; init; }

    /// <summary>The target of one request, which may have a host of its own.</summary>
    public SigningEndpoint For(RequestWriter request) =>
        request.HostPrefixText is { } prefix && !IgnoresHostPrefix ? this with { Endpoint = Endpoint.WithHostPrefix(prefix) } : this;

    /// <summary>Adds the headers that the endpoint wants to see. They are not signed: they say nothing of the request.</summary>
    public void AddHeadersTo(HttpRequestMessage message)
    {
        foreach (var (name, value) in Endpoint.Headers)
        {
            MessageHeaders.Add(message.Headers, name, value);
        }
    }
}
