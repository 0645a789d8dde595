using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Model;

/// <summary>A request URI of a model, such as <c>/v2/domains/{domainIdentifier}/{path+}?constant=1</c>.</summary>
internal sealed class UriTemplate
{
    private UriTemplate(List<UriPart> path, List<string> query)
    {
        Path = path;
        Query = query;
    }

    public IReadOnlyList<UriPart> Path { get; }

    /// <summary>The constant parameters, each as <c>name</c> or <c>name=value</c>.</summary>
    public IReadOnlyList<string> Query { get; }

    public IEnumerable<string> Labels => Path.Where(static p => p.IsLabel).Select(static p => p.Text);

    /// <summary>The template, or null when the text is none.</summary>
    public static UriTemplate? Parse(string text)
    {
        var question = text.IndexOf('?');
        var path = question < 0 ? text : text.Substring(0, question);
        var query = question < 0 ? [] : text.Substring(question + 1).Split('&').Where(static p => p.Length > 0).ToList();
        return path.StartsWith("/", System.StringComparison.Ordinal) && ParseParts(path) is { } parts ? new UriTemplate(parts, query) : null;
    }

    /// <summary>Text with labels in braces, which host prefixes are too; null when it is malformed.</summary>
    public static List<UriPart>? ParseParts(string text)
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
            var isGreedy = name.EndsWith("+", System.StringComparison.Ordinal);
            name = isGreedy ? name.Substring(0, name.Length - 1) : name;
            if (name.Length == 0)
            {
                return null;
            }

            parts.Add(new UriPart(name, IsLabel: true, isGreedy));
            position = close + 1;
        }

        return parts;
    }
}

/// <summary>A piece of a path: text as it stands, or the name of a label.</summary>
internal readonly record struct UriPart(string Text, bool IsLabel, bool IsGreedy);
