using System.Collections.Generic;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>A way to sign that an endpoint accepts.</summary>
/// <param name="name">Its name, such as <c>sigv4</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointAuthScheme(string name)
{
    /// <summary>Its name, such as <c>sigv4</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The service's name in the credential scope; <see langword="null"/> for the usual one.</summary>
    public string? SigningName { get; init; }

    /// <summary>The region in the credential scope; <see langword="null"/> for the client's.</summary>
    public string? SigningRegion { get; init; }

    /// <summary>The regions that a signature for several is good for.</summary>
    public IReadOnlyList<string> SigningRegionSet { get; init; } = [];

    /// <summary>Whether the path is signed as it goes over the wire, not encoded once more.</summary>
    public bool DisableDoubleEncoding { get; init; }

    /// <summary>Whether the path is signed with its dot segments and empty segments.</summary>
    public bool DisableNormalizePath { get; init; }
}
