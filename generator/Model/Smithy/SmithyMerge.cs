using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Merges the inherited definition of a mixin with the own definition of a shape, which takes precedence.</summary>
internal static class SmithyMerge
{
    public static JsonObject Definitions(JsonObject inherited, JsonObject own) => Objects(inherited, own, Field);

    /// <summary>Returns the part of a mixin that shapes inherit: everything except its local traits.</summary>
    public static JsonObject Inheritance(JsonObject mixin)
    {
        if (mixin["traits"] is not JsonObject traits)
        {
            return mixin;
        }

        var local = (traits[Trait.Mixin] as JsonObject)?["localTraits"] as JsonArray;
        var kept = new HashSet<string>(local?.Items.OfType<JsonString>().Select(static item => item.Value) ?? [], StringComparer.Ordinal) { Trait.Mixin };
        var passedOn = new JsonObject(traits.Span, traits.Members.Where(trait => !kept.Contains(trait.Name)).ToList());
        return new JsonObject(
            mixin.Span,
            mixin.Members.Select(field => field.Name == "traits" ? new JsonMember(field.Name, field.NameSpan, passedOn) : field).ToList());
    }

    /// <summary>Returns the definition of a shape or member with additional traits.</summary>
    public static JsonObject WithTraits(JsonObject definition, JsonObject traits)
    {
        var addition = new JsonObject(definition.Span, [new JsonMember("traits", traits.Span, traits)]);
        return Definitions(definition, addition);
    }

    /// <summary>Returns the object with one of its fields changed, if the field is an object.</summary>
    public static JsonObject WithMember(JsonObject owner, string name, Func<JsonObject, JsonObject> change) => new(
        owner.Span,
        owner.Members
            .Select(field => field.Name == name && field.Value is JsonObject value ? new JsonMember(field.Name, field.NameSpan, change(value)) : field)
            .ToList());

    private static JsonNode Field(string name, JsonNode inherited, JsonNode own) => (name, inherited, own) switch
    {
        ("traits" or "rename", JsonObject first, JsonObject second) => Objects(first, second, static (_, _, value) => value),
        ("members", JsonObject first, JsonObject second) => Objects(first, second, Member),
        ("member" or "key" or "value", _, _) => Member(name, inherited, own),
        ("operations" or "resources" or "errors", JsonArray first, JsonArray second) => new JsonArray(second.Span, [.. first.Items, .. second.Items]),
        _ => own,
    };

    private static JsonNode Member(string name, JsonNode inherited, JsonNode own) =>
        inherited is JsonObject first && own is JsonObject second ? Objects(first, second, Field) : own;

    /// <summary>Returns the fields of both objects, first those of the first object. If a name is repeated in one object, the last field is used.</summary>
    private static JsonObject Objects(JsonObject first, JsonObject second, Func<string, JsonNode, JsonNode, JsonNode> both)
    {
        var order = new List<string>();
        var merged = new Dictionary<string, JsonMember>(StringComparer.Ordinal);
        Add(first, static (_, member) => member);
        Add(second, (earlier, member) => earlier is null ? member : new JsonMember(member.Name, member.NameSpan, both(member.Name, earlier.Value, member.Value)));
        return new JsonObject(first.Span, order.Select(name => merged[name]).ToList());

        void Add(JsonObject from, Func<JsonMember?, JsonMember, JsonMember> choose)
        {
            foreach (var member in from.Members.GroupBy(static m => m.Name, StringComparer.Ordinal).Select(static group => group.Last()))
            {
                merged.TryGetValue(member.Name, out var earlier);
                if (earlier is null)
                {
                    order.Add(member.Name);
                }

                merged[member.Name] = choose(earlier, member);
            }
        }
    }
}
