using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace WebStatus;

/// <summary>The HTML page.</summary>
internal static class StatusPage
{
    public static string Write(IReadOnlyList<SourceStatus> sources)
    {
        var rows = new StringBuilder();
        foreach (var source in sources)
        {
            foreach (var run in source.Runs.DefaultIfEmpty(new RunStatus("", "no runs", null, null)))
            {
                rows.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>{Encode(source.Name)}<td class=\"{Encode(run.Status)}\">{Encode(run.Status)}<td>{run.StartedAt:u}<td>{Encode(run.Error)}\n");
            }
        }

        return $$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Data source runs</title>
            <style>
              body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
              table { border-collapse: collapse; width: 100% }
              th, td { border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: left }
              .SUCCESS { color: #176c2f } .FAILED { color: #a1131b } .PARTIALLY_SUCCEEDED { color: #8a5a00 }
            </style>
            <h1>Data source runs</h1>
            <table>
            <tr><th>Data source<th>Status<th>Started<th>Error
            {{rows}}</table>
            </html>
            """;
    }

    private static string? Encode(string? text) => WebUtility.HtmlEncode(text);
}
