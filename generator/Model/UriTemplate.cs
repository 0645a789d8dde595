using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Model;

/// <summary>A request URI of a model, such as <c>/v2/domains/{domainIdentifier}/{path+}?constant=1</c>.</summary>
/// <param name="Path">The parts of the path.</param>
/// <param name="Query">The constant query parameters, each as <c>name</c> or <c>name=value</c>.</param>
internal sealed record UriTemplate(EquatableArray<UriPart> Path, EquatableArray<string> Query)
{
    /// <summary>The URI <c>/</c>.</summary>
    public static UriTemplate Root { get; } = new([new UriPart("/", IsLabel: false, IsGreedy: false)], []);

    public IEnumerable<string> Labels => Path.Where(static p => p.IsLabel).Select(static p => p.Text);

    /// <summary>The template, or null when the text is malformed.</summary>
    public static UriTemplate? Parse(string text)
    {
        var question = text.IndexOf('?');
        var path = question < 0 ? text : text.Substring(0, question);
        var query = question < 0 ? [] : text.Substring(question + 1).Split('&').Where(static p => p.Length > 0).ToEquatableArray();
        return path.StartsWith("/", StringComparison.Ordinal) && ParseParts(path) is { } parts ? new UriTemplate(parts, query) : null;
    }

    /// <summary>Returns the template as models have it.</summary>
    public string ToText() => ToText(Path) + (Query.Count == 0 ? "" : "?" + string.Join("&", Query));

    /// <summary>Returns the parts of a path or of a host prefix as models have them.</summary>
    public static string ToText(IEnumerable<UriPart> parts) =>
        string.Concat(parts.Select(static part => part.IsLabel ? "{" + part.Text + (part.IsGreedy ? "+" : "") + "}" : part.Text));

    /// <summary>The parts of a path or of a host prefix, or null when the text is malformed.</summary>
    public static EquatableArray<UriPart>? ParseParts(string text)
    {
        var parts = new List<UriPart>();
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf('{', position);
            var literal = open < 0 ? text.Substring(position) : text.Substring(position, open - position);
            if (literal.Length > 0)
            {
                parts.Add(new UriPart(literal, IsLabel: false, IsGreedy: false));
            }

            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            var name = close < 0 ? "" : text.Substring(open + 1, close - open - 1);
            var isGreedy = name.EndsWith("+", StringComparison.Ordinal);
            name = isGreedy ? name.Substring(0, name.Length - 1) : name;
            if (name.Length == 0)
            {
                return null;
            }

            parts.Add(new UriPart(name, IsLabel: true, isGreedy));
            position = close + 1;
        }

        return parts.ToEquatableArray();
    }
}

/// <summary>A part of a path or of a host prefix: constant text, or the name of a label.</summary>
internal readonly record struct UriPart(string Text, bool IsLabel, bool IsGreedy);
