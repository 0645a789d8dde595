using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Rendering;

/// <summary>Writes the results of the measurements into their page and charts.</summary>
internal static class RenderCommand
{
    public const string Command = "render";

    /// <summary>Renders the results below a root of the repository.</summary>
    public static void Run(string root)
    {
        foreach (var (file, text) in Render(root).ToList())
        {
            File.WriteAllText(Path.Combine(root, file), text);
        }
    }

    /// <summary>Returns the files, relative to the root, and the texts that they should have.</summary>
    public static IEnumerable<(string File, string Text)> Render(string root)
    {
        var results = MeasureResults.Read(root);
        var page = File.ReadAllText(Path.Combine(root, MeasuredPage.File));
        return Chart.All.Select(chart => (chart.File, ChartSvg.Render(chart, results))).Prepend((MeasuredPage.File, MeasuredPage.Render(page, results)));
    }
}
