using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Endpoints;

/// <summary>Reads an endpoint rule set (<c>endpoint-rule-set-1.json</c>).</summary>
internal static class EndpointRuleReader
{
    public static EndpointRuleSet Read(JsonObject top, ModelSource source)
    {
        var problems = source.ProblemCount;
        var parameters = source.Objects(top, "parameters").Select(entry => ReadParameter(entry.Member, entry.Value, source)).ToEquatableArray();
        var rules = ReadRules(top, source);
        return new EndpointRuleSet(parameters, rules, source.GetLocation(top)) { IsInvalid = source.ProblemCount > problems };
    }

    /// <summary>Reads the type of a parameter, which some models write with capital letters.</summary>
    public static EndpointParameterType ReadType(JsonObject value, ModelSource source)
    {
        switch (source.String(value, "type")?.ToLowerInvariant())
        {
            case "string": return EndpointParameterType.String;
            case "boolean": return EndpointParameterType.Boolean;
            case "stringarray": return EndpointParameterType.Strings;
            case var other:
                if (value["type"] is null or JsonString or JsonNull)
                {
                    source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(value), "type", "the type of a parameter", other is null ? "missing" : "'" + other + "'");
                }

                return EndpointParameterType.String;
        }
    }

    private static EndpointParameter ReadParameter(JsonMember member, JsonObject value, ModelSource source) =>
        new(member.Name, ReadType(value, source), source.String(value, "builtIn"))
        {
            IsRequired = source.Boolean(value, "required"),
            Default = value["default"] is null or JsonNull ? null : RuleValueReader.ReadLiteral(value["default"]!, source),
            Documentation = source.String(value, "documentation"),
        };

    private static EquatableArray<EndpointRule> ReadRules(JsonObject owner, ModelSource source) =>
        Objects(owner, "rules", source).Select(rule => ReadRule(rule, source)).ToEquatableArray();

    private static EndpointRule ReadRule(JsonObject value, ModelSource source)
    {
        var rule = new EndpointRule
        {
            Conditions = Objects(value, "conditions", source)
                .Select(condition => new EndpointCondition(RuleValueReader.ReadFunction(condition, source), source.String(condition, "assign")))
                .ToEquatableArray(),
        };
        if (value["error"] is { } error)
        {
            return rule with { Error = RuleValueReader.Read(error, source) };
        }

        return source.Object(value, "endpoint") is { } endpoint
            ? rule with { Endpoint = ReadEndpoint(endpoint, source) }
            : rule with { Rules = ReadRules(value, source) };
    }

    private static EndpointTarget ReadEndpoint(JsonObject endpoint, ModelSource source)
    {
        if (endpoint["url"] is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(endpoint), "url", "a string", "missing");
        }

        var properties = source.Object(endpoint, "properties");
        return new EndpointTarget(endpoint["url"] is { } url ? RuleValueReader.Read(url, source) : new TextExpression(""))
        {
            Headers = (source.Object(endpoint, "headers")?.Members ?? [])
                .SelectMany(header => source.As<JsonArray>(header.Value, header.Name, "an array")?.Items.Select(value => (header.Name, value)) ?? [])
                .Select(header => new RuleField(header.Name, RuleValueReader.Read(header.value, source)))
                .ToEquatableArray(),
            AuthSchemes = properties is null ? [] : Objects(properties, "authSchemes", source).Select(scheme => ReadScheme(scheme, source)).ToEquatableArray(),
            Properties = (properties?.Members ?? [])
                .Where(static property => property.Name != "authSchemes")
                .Select(property => new RuleField(property.Name, RuleValueReader.ReadProperty(property.Value, source)))
                .ToEquatableArray(),
        };
    }

    private static EndpointScheme ReadScheme(JsonObject scheme, ModelSource source)
    {
        if (scheme["name"] is null or JsonNull)
        {
            source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(scheme), "name", "a string", "missing");
        }

        return new EndpointScheme(
            source.String(scheme, "name") ?? "",
            scheme.Members
                .Where(static member => member.Name != "name")
                .Select(member => new RuleField(member.Name, RuleValueReader.ReadProperty(member.Value, source)))
                .ToEquatableArray());
    }

    private static IEnumerable<JsonObject> Objects(JsonObject owner, string field, ModelSource source) => source.Array(owner, field)
        .Select(node => source.As<JsonObject>(node, "every item of " + field, "an object"))
        .OfType<JsonObject>();
}
