using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>What the client's settings say about where to send requests: the input of a service's endpoint rules.</summary>
/// <param name="Region">The region; <see langword="null"/> when none is known.</param>
/// <param name="UseFips">Whether the endpoint must be validated under FIPS 140.</param>
/// <param name="UseDualStack">Whether the endpoint must serve IPv6 as well.</param>
/// <param name="Endpoint">A custom endpoint, which takes the place of the service's own; <see langword="null"/> when there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct EndpointParameters(string? Region, bool UseFips, bool UseDualStack, string? Endpoint);
