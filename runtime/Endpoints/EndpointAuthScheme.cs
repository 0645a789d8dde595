using System.Collections.Generic;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>An authentication scheme of an endpoint.</summary>
/// <param name="name">The name, such as <c>sigv4</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointAuthScheme(string name)
{
    /// <summary>The name, such as <c>sigv4</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The service name in the credential scope; <see langword="null"/> for the default.</summary>
    public string? SigningName { get; init; }

    /// <summary>The region in the credential scope; <see langword="null"/> for the region of the client.</summary>
    public string? SigningRegion { get; init; }

    /// <summary>The regions for which a multi-region signature is valid.</summary>
    public IReadOnlyList<string> SigningRegionSet { get; init; } = [];

    /// <summary>Whether the path in the canonical request is encoded only once, as in the request.</summary>
    public bool DisableDoubleEncoding { get; init; }

    /// <summary>Whether the path in the canonical request keeps its dot segments and empty segments.</summary>
    public bool DisableNormalizePath { get; init; }
}
