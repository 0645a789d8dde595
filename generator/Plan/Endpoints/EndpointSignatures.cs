using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Checks which signing algorithms the endpoints of a service accept.</summary>
internal static class EndpointSignatures
{
    private const string MultiRegion = "sigv4a";
    private const string SingleRegion = "sigv4";

    /// <summary>Returns the signing algorithms of the endpoints if no endpoint accepts the supported one; otherwise, null.</summary>
    public static string? FindUnsupported(EndpointRuleSet rules)
    {
        var endpoints = Endpoints(rules.Rules).ToList();
        return endpoints.Count == 0 || endpoints.Any(static e => e.AuthSchemes.Count == 0 || e.AuthSchemes.Any(static s => s.Name is SingleRegion or MultiRegion))
            ? null
            : string.Join(", ", endpoints.SelectMany(static e => e.AuthSchemes).Select(static s => s.Name).Distinct());
    }

    /// <summary>Returns whether an endpoint accepts signatures for several regions.</summary>
    public static bool HasMultiRegion(EndpointRuleSet rules) => Endpoints(rules.Rules).Any(static e => e.AuthSchemes.Any(static s => s.Name == MultiRegion));

    private static IEnumerable<EndpointTarget> Endpoints(EquatableArray<EndpointRule> rules) =>
        rules.SelectMany(static rule => rule.Endpoint is { } endpoint ? [endpoint] : Endpoints(rule.Rules));
}
