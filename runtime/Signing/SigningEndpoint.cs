using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The endpoint of a request, with the region and the service name for the signature.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Region">The signing region; <see langword="null"/> if there is only a custom endpoint.</param>
/// <param name="Service">The signing name of the service.</param>
internal sealed record SigningEndpoint(ResolvedEndpoint Endpoint, string? Region, string Service)
{
    /// <summary>How the path is written in the canonical request; S3 requires it unchanged.</summary>
    public PathRules PathRules { get; init; }

    /// <summary>The error message if a request must be signed and there is no region.</summary>
    public string MissingRegionMessage { get; init; } = "";

    /// <summary>The signature for several regions, if the endpoint requires it; otherwise, <see langword="null"/>.</summary>
    public MultiRegionSigning? MultiRegion { get; init; }

    /// <summary>The regions of that signature, such as <c>*</c>.</summary>
    public string? RegionSet { get; init; }

    /// <summary>Whether requests are signed with the credentials of a session of the bucket.</summary>
    public bool NeedsSession { get; init; }

    /// <summary>The error message if the client does not support the authentication schemes of the endpoint.</summary>
    public string? UnsupportedScheme { get; init; }

    /// <summary>Whether host prefixes of operations are ignored.</summary>
    public bool IgnoresHostPrefix { get; init; }

    /// <summary>Returns the endpoint for a request, which may have a host prefix. The path of the request may depend on that of the endpoint.</summary>
    public SigningEndpoint ForRequest(RequestWriter request)
    {
        request.CompletePath(Endpoint.BasePath.Length > 0);
        return request.HostPrefixText is { } prefix && !IgnoresHostPrefix ? this with { Endpoint = Endpoint.WithHostPrefix(prefix) } : this;
    }

    /// <summary>Adds the headers of the endpoint to a message. They are not signed, because they do not affect the meaning of the request.</summary>
    public void AddHeadersTo(HttpRequestMessage message)
    {
        foreach (var (name, value) in Endpoint.Headers)
        {
            MessageHeaders.Add(message.Headers, name, value);
        }
    }
}
