using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Model;

/// <summary>
/// The text of a model file. It converts nodes to locations and collects problems. Readers get fields by their expected type; a field of
/// another type is reported once and treated as missing.
/// </summary>
internal sealed class ModelSource(string path, SourceText text)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public EquatableArray<DiagnosticInfo> Diagnostics => _diagnostics.ToEquatableArray();

    /// <summary>The number of problems so far. Readers compare two counts to find out whether a part is valid.</summary>
    public int ProblemCount => _diagnostics.Count;

    public SourceLocation GetLocation(TextSpan span) => new(path, span, text.Lines.GetLinePositionSpan(span));

    public SourceLocation GetLocation(JsonNode node) => GetLocation(new TextSpan(node.Span.Start, node is JsonObject or JsonArray ? 1 : node.Span.Length));

    public void Report(DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments) =>
        Report(DiagnosticInfo.Create(descriptor, location, arguments));

    public void Report(DiagnosticInfo diagnostic) => _diagnostics.Add(diagnostic);

    public string? String(JsonObject owner, string field) => Field<JsonString>(owner, field, "a string")?.Value;

    public bool Boolean(JsonObject owner, string field, bool defaultValue = false) => Field<JsonBoolean>(owner, field, "a boolean")?.Value ?? defaultValue;

    public JsonObject? Object(JsonObject owner, string field) => Field<JsonObject>(owner, field, "an object");

    public IReadOnlyList<JsonNode> Array(JsonObject owner, string field) => Field<JsonArray>(owner, field, "an array")?.Items ?? [];

    public int? Integer(JsonObject owner, string field)
    {
        if (Field<JsonNumber>(owner, field, "an integer") is not { } number)
        {
            return null;
        }

        if (int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Report(DiagnosticDescriptors.WrongType, GetLocation(number), field, "an integer", number.Text);
        return null;
    }

    /// <summary>Reads a number as text, because limits are only shown in documentation.</summary>
    public string? NumberText(JsonObject owner, string field) => Field<JsonNumber>(owner, field, "a number")?.Text;

    public EquatableArray<string> Strings(JsonObject owner, string field, EquatableArray<string> defaultValue = default) => owner[field] is null or JsonNull
        ? defaultValue
        : Array(owner, field).Select(item => As<JsonString>(item, "every item of " + field, "a string")?.Value).OfType<string>().ToEquatableArray();

    /// <summary>Reads a field that is either a string or a list of strings.</summary>
    public EquatableArray<string> StringOrStrings(JsonObject owner, string field, EquatableArray<string> defaultValue = default) => owner[field] switch
    {
        JsonString single => [single.Value],
        JsonArray => Strings(owner, field),
        null or JsonNull => defaultValue,
        var other => WrongType(other, field, "a string or an array of strings"),
    };

    /// <summary>Reads the members of an object, which must be objects.</summary>
    public IEnumerable<(JsonMember Member, JsonObject Value)> Objects(JsonObject owner, string field)
    {
        foreach (var member in Object(owner, field)?.Members ?? [])
        {
            if (As<JsonObject>(member.Value, member.Name, "an object") is { } value)
            {
                yield return (member, value);
            }
        }
    }

    /// <summary>The members of an object that must all be strings.</summary>
    public IEnumerable<(string Name, string Text)> StringsByName(JsonObject owner, string field)
    {
        foreach (var member in Object(owner, field)?.Members ?? [])
        {
            if (As<JsonString>(member.Value, member.Name, "a string") is { } value)
            {
                yield return (member.Name, value.Value);
            }
        }
    }

    public T? As<T>(JsonNode node, string name, string expected)
        where T : JsonNode
    {
        if (node is not T)
        {
            WrongType(node, name, expected);
        }

        return node as T;
    }

    private T? Field<T>(JsonObject owner, string field, string expected)
        where T : JsonNode =>
        owner[field] is { } node and not JsonNull ? As<T>(node, field, expected) : null;

    private EquatableArray<string> WrongType(JsonNode node, string name, string expected)
    {
        Report(DiagnosticDescriptors.WrongType, GetLocation(node), name, expected, node.Description);
        return [];
    }
}
