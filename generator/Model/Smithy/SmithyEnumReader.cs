using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads the values of enumerations and what is said about them: of enum shapes, and of strings with the trait that came before them.</summary>
internal static class SmithyEnumReader
{
    /// <summary>The values in the order of the model, each with what the model says about it.</summary>
    public static IReadOnlyList<(string Value, string? Documentation)> Read(SmithyDefinition definition, ModelSource source) => definition.Type switch
    {
        "enum" => source.Objects(definition.Node, "members").Select(entry => ReadMember(entry.Member.Name, entry.Value, source)).ToList(),
        "string" => source.Array(definition.Traits, Trait.Enum)
            .Select(item => source.As<JsonObject>(item, "every item of " + Trait.Enum, "an object") is { } entry && source.String(entry, "value") is { } value
                ? (value, source.String(entry, "documentation"))
                : default)
            .Where(static entry => entry.Item1 is not null)
            .ToList(),
        _ => [],
    };

    /// <summary>A value that is not given is the name of its member.</summary>
    private static (string Value, string? Documentation) ReadMember(string member, JsonObject value, ModelSource source) =>
        source.Object(value, "traits") is { } traits
            ? (source.String(traits, Trait.EnumValue) ?? member, source.String(traits, Trait.Documentation))
            : (member, null);
}
