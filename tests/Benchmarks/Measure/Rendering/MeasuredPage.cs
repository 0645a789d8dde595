using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Rendering;

/// <summary>
/// Puts tables into a page that is written by hand. A table stands between the lines <c>&lt;!-- measured: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>;
/// everything else of the page stays as it is.
/// </summary>
internal static partial class MeasuredPage
{
    /// <summary>The page, relative to the root of the repository.</summary>
    public const string File = "docs/benchmarks.md";

    private const string End = "<!-- end -->";

    /// <summary>Returns the page with the tables of the results.</summary>
    /// <exception cref="InvalidDataException">A marker of the page is missing.</exception>
    public static string Render(string page, MeasureResults results)
    {
        var lines = new List<string>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        string? open = null;
        foreach (var line in page.Split('\n'))
        {
            if (Marker().Match(line) is { Success: true } marker)
            {
                RequireClosed(open);
                open = marker.Groups[1].Value;
                shown.Add(open);
                lines.AddRange([line, .. Block(open, results)]);
            }
            else if (line == End)
            {
                _ = open ?? throw new InvalidDataException($"{File} has the marker \"{End}\" without a marker \"<!-- measured: … -->\" before it.");
                open = null;
                lines.Add(line);
            }
            else if (open is null)
            {
                lines.Add(line);
            }
        }

        RequireClosed(open);
        RequireAll(shown, results);
        return string.Join('\n', lines);
    }

    private static string[] Block(string table, MeasureResults results) => results.Find(table) is { } found
        ? MarkdownTable.Lines(found, results.Parts.Values.Single(part => part.Tables.Contains(found)))
        : ["*not measured*"];

    private static void RequireClosed(string? open)
    {
        if (open is not null)
        {
            throw new InvalidDataException($"{File} has no marker \"{End}\" after the marker \"<!-- measured: {open} -->\".");
        }
    }

    private static void RequireAll(HashSet<string> shown, MeasureResults results)
    {
        var missing = results.Parts.Values.SelectMany(static part => part.Tables).Select(static table => table.Name).Where(name => !shown.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidDataException(
                $"{File} has no marker \"<!-- measured: … -->\" for these tables of {MeasureResults.File}: {string.Join(", ", missing)}.");
        }
    }

    [GeneratedRegex(@"^<!-- measured: (\S+) -->$")]
    private static partial Regex Marker();
}
