using System.Collections.Generic;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads references to other shapes: objects with a <c>target</c>.</summary>
internal static class SmithyTargets
{
    /// <summary>Reads the ids in a list of references. Invalid items are reported and skipped.</summary>
    public static IEnumerable<JsonString> Of(JsonObject owner, string field, ModelSource source)
    {
        foreach (var item in source.Array(owner, field))
        {
            if (source.As<JsonObject>(item, "every item of " + field, "an object") is { } reference && Of(reference, source) is { } id)
            {
                yield return id;
            }
        }
    }

    /// <summary>Reads the id of a single reference; null if there is none.</summary>
    public static JsonString? OfField(JsonObject owner, string field, ModelSource source) =>
        source.Object(owner, field) is { } reference ? Of(reference, source) : null;

    private static JsonString? Of(JsonObject reference, ModelSource source)
    {
        if (reference["target"] is { } target and not JsonNull)
        {
            return source.As<JsonString>(target, "target", "a string");
        }

        source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(reference), "target", "a string", "missing");
        return null;
    }
}
