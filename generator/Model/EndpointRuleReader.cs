using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>Reads an endpoint rule set (<c>endpoint-rule-set-1.json</c>).</summary>
internal static class EndpointRuleReader
{
    public static EndpointRuleSet Read(JsonObject top, ModelSource source)
    {
        var problems = source.ProblemCount;
        var parameters = source.Objects(top, "parameters").Select(entry => ReadParameter(entry.Member, entry.Value, source)).ToEquatableArray();
        var rules = ReadRules(top, source);
        return new EndpointRuleSet(parameters, rules, source.PlaceOf(top)) { IsInvalid = source.ProblemCount > problems };
    }

    private static EndpointParameter ReadParameter(JsonMember member, JsonObject value, ModelSource source)
    {
        // Most rule sets spell the type in lower case, some capitalise it.
        var isBoolean = string.Equals(source.String(value, "type"), "boolean", System.StringComparison.OrdinalIgnoreCase);
        var defaultValue = value["default"] switch
        {
            JsonBoolean boolean => boolean.Value ? "true" : "false",
            JsonString text => text.Value,
            _ => null,
        };
        return new EndpointParameter(member.Name, isBoolean, source.String(value, "builtIn"), defaultValue);
    }

    private static EquatableArray<EndpointRule> ReadRules(JsonObject owner, ModelSource source) =>
        source.Array(owner, "rules")
            .Select(node => source.As<JsonObject>(node, "every item of rules", "an object"))
            .OfType<JsonObject>()
            .Select(rule => ReadRule(rule, source))
            .ToEquatableArray();

    private static EndpointRule ReadRule(JsonObject value, ModelSource source)
    {
        var rule = new EndpointRule
        {
            Conditions = source.Array(value, "conditions")
                .Select(node => source.As<JsonObject>(node, "every item of conditions", "an object"))
                .OfType<JsonObject>()
                .Select(condition => new EndpointCondition(ReadFunction(condition, source), source.String(condition, "assign")))
                .ToEquatableArray(),
        };
        if (value["error"] is { } error)
        {
            return rule with { Error = ReadExpression(error, source) };
        }

        return source.Object(value, "endpoint") is { } endpoint
            ? ReadEndpoint(rule, endpoint, source)
            : rule with { Rules = ReadRules(value, source) };
    }

    private static EndpointRule ReadEndpoint(EndpointRule rule, JsonObject endpoint, ModelSource source)
    {
        rule = rule with { Url = endpoint["url"] is { } url ? ReadExpression(url, source) : null };
        if (rule.Url is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, source.PlaceOf(endpoint), "url", "a string", "missing");
        }

        if (source.Object(endpoint, "headers") is { Members.Count: > 0 })
        {
            rule = rule with { Unsupported = "an endpoint with headers" };
        }

        if (source.Object(endpoint, "properties") is not { } properties)
        {
            return rule;
        }

        var schemes = source.Array(properties, "authSchemes").OfType<JsonObject>().ToList();
        var sigv4 = schemes.FirstOrDefault(scheme => (scheme["name"] as JsonString)?.Value == "sigv4");
        if (schemes.Count > 0 && sigv4 is null)
        {
            return rule with { Unsupported = "an endpoint that is not signed with sigv4" };
        }

        return sigv4 is null ? rule : rule with
        {
            SigningName = sigv4["signingName"] is { } name ? ReadExpression(name, source) : null,
            SigningRegion = sigv4["signingRegion"] is { } region ? ReadExpression(region, source) : null,
        };
    }

    private static FunctionExpression ReadFunction(JsonObject value, ModelSource source) =>
        new(source.String(value, "fn") ?? "", source.Array(value, "argv").Select(node => ReadExpression(node, source)).ToEquatableArray());

    private static RuleExpression ReadExpression(JsonNode node, ModelSource source)
    {
        switch (node)
        {
            case JsonString text: return new TemplateExpression(text.Value);
            case JsonBoolean boolean: return new BooleanExpression(boolean.Value);
            case JsonNumber number: return new NumberExpression(number.Text);
            case JsonObject reference when reference["ref"] is JsonString name: return new ReferenceExpression(name.Value);
            case JsonObject function when function["fn"] is JsonString: return ReadFunction(function, source);
            default:
                source.Report(DiagnosticDescriptors.WrongType, source.PlaceOf(node), "an argument", "a value, a reference or a function", node.Description);
                return new BooleanExpression(false);
        }
    }
}
