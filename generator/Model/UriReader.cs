using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>Reads request URIs and host prefixes. A malformed one is reported here, once, and reads as absent.</summary>
internal static class UriReader
{
    public static UriTemplate? ReadTemplate(JsonObject? owner, string field, ModelSource source)
    {
        if (owner is null || source.String(owner, field) is not { } text)
        {
            return null;
        }

        var template = UriTemplate.Parse(text);
        if (template is null)
        {
            Report(owner, field, "a path from '/' on, with labels in braces", text, source);
        }

        return template;
    }

    public static EquatableArray<UriPart>? ReadHostPrefix(JsonObject? owner, string field, ModelSource source)
    {
        if (owner is null || source.String(owner, field) is not { } text)
        {
            return null;
        }

        var parts = UriTemplate.ParseParts(text);
        if (parts is null)
        {
            Report(owner, field, "a host prefix, with labels in braces", text, source);
        }

        return parts;
    }

    private static void Report(JsonObject owner, string field, string expected, string text, ModelSource source) =>
        source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(owner[field]!), field, expected, "'" + text + "'");
}
