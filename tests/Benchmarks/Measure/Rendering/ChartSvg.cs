using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Rendering;

/// <summary>Draws a chart of horizontal bars, in the colors of the other pictures. The bars of this project are highlighted.</summary>
internal sealed class ChartSvg
{
    /// <summary>The length of the longest bar of a panel.</summary>
    public const int BarSpace = 360;

    private const int Width = 800;
    private const int Margin = 20;
    private const int RowHeight = 26;
    private const int BarHeight = 16;

    /// <summary>Bars begin here. Their labels end a little to the left, and the numbers fit to the right of the longest bar.</summary>
    private const int BarStart = 320;

    private const string Project = "DataZoneGen";

    private const string Style = """
          <style>
            text { font-family: "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; font-size: 13px; fill: #1f2328; }
            .heading { font-size: 17px; font-weight: 600; }
            .panel { font-size: 14px; font-weight: 600; }
            .label { text-anchor: end; }
            .project { font-weight: 600; }
            .note { font-size: 12px; fill: #59636e; }
            .page { fill: #ffffff; stroke: #d1d9e0; }
            .bar { fill: #afb8c1; }
            .bar.project { fill: #3b5bdb; }
                  @media (prefers-color-scheme: dark) {
              text { fill: #f0f6fc; }
              .note { fill: #9198a1; }
              .page { fill: #0d1117; stroke: #3d444d; }
              .bar { fill: #656c76; }
              .bar.project { fill: #748ffc; }
                  }
          </style>

        """;

    private readonly StringBuilder _body = new();
    private readonly StringBuilder _description = new();
    private int _y = 48;

    private ChartSvg()
    {
    }

    /// <summary>Returns the file of a chart.</summary>
    public static string Render(Chart chart, MeasureResults results)
    {
        var svg = new ChartSvg();
        foreach (var panel in chart.Panels)
        {
            svg.Add(panel, panel.Bars(results));
        }

        var title = Escape(chart.Title);
        var height = svg._y + Margin;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img" aria-labelledby="title desc">
              <title id="title">{title}</title>
              <desc id="desc">Less is better.{svg._description}</desc>
            {Style}  <rect class="page" x="0.5" y="0.5" width="{Width - 1}" height="{height - 1}" rx="8"/>
              <text class="heading" x="{Margin}" y="36">{title}</text>
              <text class="note label" x="{Width - Margin}" y="36">less is better</text>
            {svg._body}</svg>

            """.ReplaceLineEndings("\n");
    }

    private void Add(Panel panel, IReadOnlyList<Bar> bars)
    {
        _y += 28;
        var heading = Escape(panel.Heading);
        _body.Append(CultureInfo.InvariantCulture, $"  <text class=\"panel\" x=\"{Margin}\" y=\"{_y}\">{heading}</text>\n");
        _description.Append(CultureInfo.InvariantCulture, $" {heading}:");
        _y += 10;
        if (bars.Count == 0)
        {
            _y += 16;
            _body.Append(CultureInfo.InvariantCulture, $"  <text class=\"note\" x=\"{Margin}\" y=\"{_y}\">not measured</text>\n");
            _description.Append(" not measured.");
            return;
        }

        // A scale that begins at zero, so that twice the number is twice the length.
        var scale = BarSpace / bars.Max(static bar => bar.Median);
        var isComparison = bars.Any(IsOfProject);
        foreach (var bar in bars)
        {
            Add(bar, scale, isHighlighted: !isComparison || IsOfProject(bar));
        }

        _description.Length--;
        _description.Append('.');
    }

    private void Add(Bar bar, double scale, bool isHighlighted)
    {
        var emphasis = isHighlighted ? " project" : "";
        var text = $"{NumberText.Format(bar.Median)} {bar.Unit}".TrimEnd();
        var length = bar.Median * scale;
        var baseline = _y + 17;
        Line($"<text class=\"label{emphasis}\" x=\"{BarStart - 10}\" y=\"{baseline}\">{Escape(bar.Label)}</text>");
        Line($"<rect class=\"bar{emphasis}\" x=\"{BarStart}\" y=\"{_y + 4}\" width=\"{Number(length)}\" height=\"{BarHeight}\" rx=\"2\"/>");
        Line($"<text class=\"value{emphasis}\" x=\"{Number(BarStart + length + 8)}\" y=\"{baseline}\">{Escape(text)}</text>");
        _description.Append(CultureInfo.InvariantCulture, $" {Escape(bar.Label)} {Escape(text)},");
        _y += RowHeight;
    }

    private void Line(string element) => _body.Append("  ").Append(element).Append('\n');

    private static bool IsOfProject(Bar bar) => bar.Label.Contains(Project, StringComparison.Ordinal);

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => SecurityElement.Escape(text);
}
