using System.Collections.Generic;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>What is known about where to send requests: the input of a service's endpoint rules.</summary>
/// <param name="Region">The region; <see langword="null"/> when none is known.</param>
/// <param name="UseFips">Whether the endpoint must be validated under FIPS 140.</param>
/// <param name="UseDualStack">Whether the endpoint must serve IPv6 as well.</param>
/// <param name="Endpoint">A custom endpoint, which takes the place of the service's own; <see langword="null"/> when there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct EndpointParameters(string? Region, bool UseFips, bool UseDualStack, string? Endpoint)
{
    /// <summary>What the service's own settings say; <see langword="null"/> for most services.</summary>
    public EndpointContext? Client { get; init; }

    /// <summary>What one call says, which goes before the settings; <see langword="null"/> for most operations.</summary>
    public EndpointContext? Call { get; init; }

    /// <summary>The text of a parameter of the service's own.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The value; <see langword="null"/> when it is not set.</returns>
    public string? String(string name) => Find(name) as string;

    /// <summary>The truth value of a parameter of the service's own.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The value; <see langword="null"/> when it is not set.</returns>
    public bool? Boolean(string name) => Find(name) as bool?;

    /// <summary>The texts of a parameter of the service's own.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The value; <see langword="null"/> when it is not set.</returns>
    public IReadOnlyList<string>? Strings(string name) => Find(name) as IReadOnlyList<string>;

    private object? Find(string name) => Call?.Find(name) ?? Client?.Find(name);
}
