using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Compiles the endpoint of a rule: its URL, authentication schemes, headers and properties.</summary>
internal static class EndpointTargets
{
    /// <summary>Returns the statement that returns the endpoint, on several lines if it is more than a URL.</summary>
    public static string Return(EndpointTarget endpoint, RuleScope scope)
    {
        var call = "return new " + CSharpTypes.Wire + "ResolvedEndpoint(" + RuleExpressions.String(endpoint.Url, scope) + ")";
        var parts = new List<string>();
        Add(parts, "AuthSchemes", endpoint.AuthSchemes.Select(scheme => Scheme(scheme, scope)));
        Add(parts, "Headers", endpoint.Headers.Select(header => Entry(header.Name, RuleExpressions.String(header.Value, scope))));
        Add(parts, "Properties", endpoint.Properties.Select(property => Entry(property.Name, RuleExpressions.Property(property.Value, scope))));
        return parts.Count == 0 ? call + ";" : call + "\n{\n" + string.Concat(parts) + "};";
    }

    private static void Add(List<string> parts, string property, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 1)
        {
            parts.Add("    " + property + " = [" + all[0] + "],\n");
        }
        else if (all.Count > 1)
        {
            parts.Add("    " + property + " =\n    [\n" + string.Concat(all.Select(static item => "        " + item + ",\n")) + "    ],\n");
        }
    }

    private static string Entry(string name, string value) => "new(" + Literals.String(name) + ", " + value + ")";

    private static string Scheme(EndpointScheme scheme, RuleScope scope)
    {
        var attributes = scheme.Attributes.Select(attribute => attribute.Name switch
        {
            "signingName" => "SigningName = " + RuleExpressions.String(attribute.Value, scope),
            "signingRegion" => "SigningRegion = " + RuleExpressions.String(attribute.Value, scope),
            "signingRegionSet" => "SigningRegionSet = " + RuleExpressions.Strings(attribute.Value, scope),
            "disableDoubleEncoding" => "DisableDoubleEncoding = " + RuleExpressions.Boolean(attribute.Value, scope),
            "disableNormalizePath" => "DisableNormalizePath = " + RuleExpressions.Boolean(attribute.Value, scope),
            var other => throw new NotSupportedException("the attribute '" + other + "' of the authentication scheme '" + scheme.Name + "' is not supported"),
        });
        return "new(" + Literals.String(scheme.Name) + ")" + (scheme.Attributes.Count == 0 ? "" : " { " + string.Join(", ", attributes) + " }");
    }
}
