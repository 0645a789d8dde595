using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>A value of an enumeration, and what the model says about it.</summary>
internal sealed record SmithyEnumValue(string Value)
{
    public string? Documentation { get; init; }

    public Deprecation? Deprecation { get; init; }

    public bool IsUnstable { get; init; }
}

/// <summary>Reads the values of enumerations and what is said about them: of enum shapes, and of strings with the trait that came before them.</summary>
internal static class SmithyEnumReader
{
    /// <summary>The values in the order of the model.</summary>
    public static IReadOnlyList<SmithyEnumValue> Read(SmithyDefinition definition, ModelSource source) => definition.Type switch
    {
        "enum" => source.Objects(definition.Node, "members").Select(entry => ReadMember(entry.Member.Name, entry.Value, source)).ToList(),
        "string" => source.Array(definition.Traits, Trait.Enum)
            .Select(item => source.As<JsonObject>(item, "every item of " + Trait.Enum, "an object") is { } entry ? ReadEntry(entry, source) : null)
            .OfType<SmithyEnumValue>()
            .ToList(),
        _ => [],
    };

    /// <summary>A value that is not given is the name of its member.</summary>
    private static SmithyEnumValue ReadMember(string member, JsonObject value, ModelSource source) => source.Object(value, "traits") is { } traits
        ? new SmithyEnumValue(source.String(traits, Trait.EnumValue) ?? member)
        {
            Documentation = source.String(traits, Trait.Documentation),
            Deprecation = SmithyTraits.ReadDeprecation(traits, source),
            IsUnstable = traits[Trait.Unstable] is not null,
        }
        : new SmithyEnumValue(member);

    private static SmithyEnumValue? ReadEntry(JsonObject entry, ModelSource source) => source.String(entry, "value") is { } value
        ? new SmithyEnumValue(value)
        {
            Documentation = source.String(entry, "documentation"),
            Deprecation = source.Boolean(entry, "deprecated") ? new Deprecation(null, null) : null,
        }
        : null;
}
