using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Endpoints;

/// <summary>Reads the values of endpoint rules: arguments of functions, properties of endpoints and default values of parameters.</summary>
internal static class RuleValueReader
{
    public static FunctionExpression ReadFunction(JsonObject value, ModelSource source) =>
        new(source.String(value, "fn") ?? "", source.Array(value, "argv").Select(node => Read(node, source)).ToEquatableArray());

    public static RuleExpression Read(JsonNode node, ModelSource source)
    {
        switch (node)
        {
            case JsonString text: return new TemplateExpression(text.Value);
            case JsonBoolean boolean: return new BooleanExpression(boolean.Value);
            case JsonNumber number: return new NumberExpression(number.Text);
            case JsonArray array: return new ArrayExpression(array.Items.Select(item => Read(item, source)).ToEquatableArray());
            case JsonObject reference when reference["ref"] is JsonString name: return new ReferenceExpression(name.Value);
            case JsonObject function when function["fn"] is JsonString: return ReadFunction(function, source);
            default: return WrongType(node, "a value, a reference or a function", source);
        }
    }

    /// <summary>Reads a property of an endpoint, which can also be an object.</summary>
    public static RuleExpression ReadProperty(JsonNode node, ModelSource source) => node switch
    {
        JsonArray array => new ArrayExpression(array.Items.Select(item => ReadProperty(item, source)).ToEquatableArray()),
        JsonObject value when value["ref"] is not JsonString && value["fn"] is not JsonString => new ObjectExpression(
            value.Members.Select(member => new RuleField(member.Name, ReadProperty(member.Value, source))).ToEquatableArray()),
        _ => Read(node, source),
    };

    /// <summary>Reads a literal, in which braces have no special meaning.</summary>
    public static RuleExpression ReadLiteral(JsonNode node, ModelSource source) => node switch
    {
        JsonString text => new TextExpression(text.Value),
        JsonBoolean boolean => new BooleanExpression(boolean.Value),
        JsonArray array => new ArrayExpression(array.Items.Select(item => ReadLiteral(item, source)).ToEquatableArray()),
        _ => WrongType(node, "a string, a boolean or an array of strings", source),
    };

    private static BooleanExpression WrongType(JsonNode node, string expected, ModelSource source)
    {
        source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(node), "an argument", expected, node.Description);
        return new BooleanExpression(false);
    }
}
