using System.Collections.Generic;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The input of a service's endpoint rules.</summary>
/// <param name="Region">The region; <see langword="null"/> if it is not known.</param>
/// <param name="UseFips">Whether to use a FIPS endpoint.</param>
/// <param name="UseDualStack">Whether to use a dual-stack endpoint.</param>
/// <param name="Endpoint">A custom endpoint, which replaces the default endpoint of the service; <see langword="null"/> if there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct EndpointParameters(string? Region, bool UseFips, bool UseDualStack, string? Endpoint)
{
    /// <summary>The account id of the credentials; <see langword="null"/> if it is not known, or if the rules do not use it.</summary>
    public string? AccountId { get; init; }

    /// <summary>Whether endpoints of the account are used: <c>preferred</c>, <c>disabled</c> or <c>required</c>.</summary>
    public string? AccountIdEndpointMode { get; init; }

    /// <summary>The service-specific parameters of the client; <see langword="null"/> for most services.</summary>
    public EndpointContext? Client { get; init; }

    /// <summary>The parameters of the call, which take precedence over those of the client; <see langword="null"/> for most operations.</summary>
    public EndpointContext? Call { get; init; }

    /// <summary>Gets the string value of a service-specific parameter.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The value; <see langword="null"/> if it is not set.</returns>
    public string? GetString(string name) => Find(name) as string;

    /// <summary>Gets the Boolean value of a service-specific parameter.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The value; <see langword="null"/> if it is not set.</returns>
    public bool? GetBoolean(string name) => Find(name) as bool?;

    /// <summary>Gets the list value of a service-specific parameter.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The value; <see langword="null"/> if it is not set.</returns>
    public IReadOnlyList<string>? GetStrings(string name) => Find(name) as IReadOnlyList<string>;

    private object? Find(string name) => Call?.Find(name) ?? Client?.Find(name);
}
