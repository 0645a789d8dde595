using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads the values of enumerations: of enum shapes, and of strings with the trait that came before them.</summary>
internal static class SmithyEnumReader
{
    public static EquatableArray<string> ReadValues(SmithyDefinition definition, ModelSource source) => definition.Type switch
    {
        "enum" => source.Objects(definition.Node, "members").Select(entry => ReadValue(entry.Member.Name, entry.Value, source)).ToEquatableArray(),
        "string" => source.Array(definition.Traits, Trait.Enum)
            .Select(item => source.As<JsonObject>(item, "every item of " + Trait.Enum, "an object") is { } entry ? source.String(entry, "value") : null)
            .OfType<string>()
            .ToEquatableArray(),
        _ => [],
    };

    /// <summary>A value that is not given is the name of its member.</summary>
    private static string ReadValue(string member, JsonObject value, ModelSource source) =>
        (source.Object(value, "traits") is { } traits ? source.String(traits, Trait.EnumValue) : null) ?? member;
}
