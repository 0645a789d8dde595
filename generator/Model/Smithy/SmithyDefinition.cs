using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>A Smithy shape, including the members and traits of its mixins and all applied traits.</summary>
internal sealed class SmithyDefinition(string id, TextSpan nameSpan, JsonObject node, JsonObject traits, bool isInvalid)
{
    /// <summary>The fields of lists and maps that contain members.</summary>
    public static readonly IReadOnlyList<string> ElementFields = ["member", "key", "value"];

    /// <summary>The absolute shape id, such as <c>com.amazonaws.datazone#DataSource</c>.</summary>
    public string Id { get; } = id;

    public TextSpan NameSpan { get; } = nameSpan;

    public JsonObject Node { get; } = node;

    public JsonObject Traits { get; } = traits;

    /// <summary>Whether a part of the definition could not be read.</summary>
    public bool IsInvalid { get; } = isInvalid;

    public string? Type => (Node["type"] as JsonString)?.Value;

    public string Name => ShapeId.NameOf(Id);

    /// <summary>Whether the shape is used only in the model: a mixin or the definition of a trait.</summary>
    public bool IsOfModelOnly => Has(Trait.Mixin) || Has(Trait.TraitDefinition);

    /// <summary>The references of the shape. Invalid ones are skipped here; the reader of the members reports them.</summary>
    public IEnumerable<SmithyReference> References => Type switch
    {
        "structure" or "union" => ((Node["members"] as JsonObject)?.Members ?? []).Select(static m => Reference(m.Name, m.Value)).OfType<SmithyReference>(),
        "list" or "set" or "map" => ElementFields.Select(name => Reference(name, Node[name])).OfType<SmithyReference>(),
        _ => [],
    };

    public bool Has(string trait) => Traits[trait] is not null;

    private static SmithyReference? Reference(string name, JsonNode? node) => node is JsonObject member && member["target"] is JsonString target
        ? new SmithyReference(name, target.Value, member["traits"] as JsonObject ?? new JsonObject(member.Span, []))
        : null;
}

/// <summary>A member's name, the id of the shape it targets, and its own traits.</summary>
internal sealed class SmithyReference(string name, string target, JsonObject traits)
{
    public string Name { get; } = name;

    public string Target { get; } = target;

    /// <summary>The name of the member's HTTP binding; null if it has none.</summary>
    public string? BoundName => Text(Trait.HttpQuery) ?? Text(Trait.HttpHeader) ?? Text(Trait.HttpPrefixHeaders) ?? (IsBoundInOneDirection ? Name : null);

    /// <summary>Whether the binding applies only to requests or only to responses.</summary>
    public bool IsBoundInOneDirection => Has(Trait.HttpLabel) || Has(Trait.HttpQuery) || Has(Trait.HttpQueryParams) || Has(Trait.HttpResponseCode);

    public bool Has(string trait) => traits[trait] is not null;

    /// <summary>Returns the name of the member in a body.</summary>
    /// <param name="trait">The trait with the name, which depends on the format of bodies.</param>
    public string GetBodyName(string trait) => Text(trait) ?? Name;

    private string? Text(string trait) => (traits[trait] as JsonString)?.Value;
}

/// <summary>Absolute shape ids: <c>namespace#Shape</c>, and <c>namespace#Shape$member</c> for a member.</summary>
internal static class ShapeId
{
    /// <summary>Returns the name of the shape without its namespace.</summary>
    public static string NameOf(string id) => id.Substring(id.IndexOf('#') + 1);

    /// <summary>Returns the id of the shape that a member id belongs to. The id of a shape is unchanged.</summary>
    public static string WithoutMember(string id) => id.IndexOf('$') is var dollar and >= 0 ? id.Substring(0, dollar) : id;

    public static string OfMember(string shape, string member) => shape + "$" + member;
}
