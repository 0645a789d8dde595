using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Checks whether the endpoints of a service accept a supported signing algorithm.</summary>
internal static class EndpointSignatures
{
    private const string Supported = "sigv4";

    /// <summary>Returns the signing algorithms of the endpoints if no endpoint accepts the supported one; otherwise, null.</summary>
    public static string? FindUnsupported(EndpointRuleSet rules)
    {
        var endpoints = Endpoints(rules.Rules).ToList();
        return endpoints.Count == 0 || endpoints.Any(static e => e.AuthSchemes.Count == 0 || e.AuthSchemes.Any(static s => s.Name == Supported))
            ? null
            : string.Join(", ", endpoints.SelectMany(static e => e.AuthSchemes).Select(static s => s.Name).Distinct());
    }

    private static IEnumerable<EndpointTarget> Endpoints(EquatableArray<EndpointRule> rules) =>
        rules.SelectMany(static rule => rule.Endpoint is { } endpoint ? [endpoint] : Endpoints(rule.Rules));
}
