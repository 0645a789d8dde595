using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads the traits that shapes, members and operations share.</summary>
internal static class SmithyTraits
{
    public static Deprecation? ReadDeprecation(JsonObject traits, ModelSource source) =>
        source.Object(traits, Trait.Deprecated) is { } deprecated
            ? new Deprecation(source.String(deprecated, "message"), source.String(deprecated, "since"))
            : null;

    public static string? MediaTypeOf(SmithyDefinition? target) => (target?.Traits[Trait.MediaType] as JsonString)?.Value;

    public static TimestampFormat? ReadTimestampFormat(JsonObject traits, ModelSource source)
    {
        switch (source.String(traits, Trait.TimestampFormat))
        {
            case null: return null;
            case "date-time": return TimestampFormat.Iso8601;
            case "epoch-seconds": return TimestampFormat.EpochSeconds;
            case "http-date": return TimestampFormat.HttpDate;
            case var other:
                var location = source.GetLocation(traits[Trait.TimestampFormat]!);
                source.Report(DiagnosticDescriptors.WrongType, location, Trait.TimestampFormat, "a known format", "'" + other + "'");
                return null;
        }
    }
}
