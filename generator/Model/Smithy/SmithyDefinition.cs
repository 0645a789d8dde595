using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>A shape as Smithy defines it, with everything it takes from mixins and everything applied to it from outside.</summary>
internal sealed class SmithyDefinition(string id, TextSpan nameSpan, JsonObject node, JsonObject traits, bool isInvalid)
{
    /// <summary>The members of lists and maps, which stand beside the type.</summary>
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

    /// <summary>Whether the shape serves the model alone: a mixin, or the definition of a trait.</summary>
    public bool IsOfModelOnly => Has(Trait.Mixin) || Has(Trait.TraitDefinition);

    /// <summary>What the shape refers to, as far as it can be made out: what is wrong with it is said by the reader of the members.</summary>
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

    /// <summary>The name that the member has in JSON.</summary>
    public string JsonName => Text(Trait.JsonName) ?? Name;

    /// <summary>The name under which the member travels outside of the body; null when it is not bound.</summary>
    public string? BoundName => Text(Trait.HttpQuery) ?? Text(Trait.HttpHeader) ?? Text(Trait.HttpPrefixHeaders) ?? (IsBoundInOneDirection ? Name : null);

    /// <summary>Whether the binding counts in requests alone, or in answers alone.</summary>
    public bool IsBoundInOneDirection => Has(Trait.HttpLabel) || Has(Trait.HttpQuery) || Has(Trait.HttpQueryParams) || Has(Trait.HttpResponseCode);

    public bool Has(string trait) => traits[trait] is not null;

    private string? Text(string trait) => (traits[trait] as JsonString)?.Value;
}

/// <summary>Absolute shape ids: <c>namespace#Shape</c>, and <c>namespace#Shape$member</c> for a member.</summary>
internal static class ShapeId
{
    /// <summary>The name of the shape without its namespace.</summary>
    public static string NameOf(string id) => id.Substring(id.IndexOf('#') + 1);

    /// <summary>The id of the shape that a member's id belongs to; that of a shape stays as it is.</summary>
    public static string WithoutMember(string id) => id.IndexOf('$') is var dollar and >= 0 ? id.Substring(0, dollar) : id;

    public static string OfMember(string shape, string member) => shape + "$" + member;
}
