using System.Collections.Generic;
using DataSourceRuns.DataZone;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DataSourceRuns.Output;

/// <summary>The details of a run as a grid.</summary>
internal static class RunDetails
{
    private const int BarWidth = 64;

    /// <param name="run">The run.</param>
    /// <param name="drawBar">Whether to draw a bar chart of the assets; otherwise they are text.</param>
    public static Grid Create(RunView run, bool drawBar)
    {
        var grid = Format.Grid();
        grid.AddRow(Format.Muted("Run"), new Text(run.Id));
        grid.AddRow(Format.Muted("Status"), Format.Status(run.Status));
        if (run.Error is { } error)
        {
            grid.AddRow(Format.Muted("Error"), new Text(error.ErrorDetail ?? ""));
            grid.AddRow(Format.Muted(""), Format.Muted(error.ErrorType.Value));
        }

        grid.AddRow(Format.Muted("Data source"), new Text(run.DataSource));
        grid.AddRow(Format.Muted("Project"), new Text(run.Project));
        grid.AddRow(Format.Muted("Type"), new Text(run.Type.Value));
        grid.AddRow(Format.Muted("Requested"), new Text($"{Format.Time(run.CreatedAt)} UTC"));
        if (run.StartedAt is { } started)
        {
            grid.AddRow(Format.Muted("Started"), new Text($"{Format.Time(started)} UTC, after {Format.Duration(started - run.CreatedAt)}"));
        }

        if (run.StoppedAt is { } stopped)
        {
            grid.AddRow(Format.Muted("Stopped"), new Text($"{Format.Time(stopped)} UTC, after {Format.Duration(stopped - (run.StartedAt ?? run.CreatedAt))}"));
        }

        if (run.Lineage?.ImportStatus is { } lineage)
        {
            grid.AddRow(Format.Muted("Lineage"), new Text(lineage.Value));
        }

        if (run.Statistics is { } count)
        {
            grid.AddRow(Format.Muted("Assets"), drawBar ? Bar(count) : new Text(Format.Counts(count)));
        }

        return grid;
    }

    private static IRenderable Bar(RunStatisticsForAssets count)
    {
        List<(string Label, int Count, Color Color)> parts =
        [
            ("added", count.Added ?? 0, Color.Green),
            ("updated", count.Updated ?? 0, Color.Aqua),
            ("unchanged", count.Unchanged ?? 0, Color.Grey),
            ("skipped", count.Skipped ?? 0, Color.Yellow),
            ("failed", count.Failed ?? 0, Color.Red),
        ];
        parts.RemoveAll(part => part.Count == 0);
        if (parts.Count == 0)
        {
            return new Text("none");
        }

        var chart = new BreakdownChart().Width(BarWidth).Compact();
        foreach (var part in parts)
        {
            chart.AddItem(part.Label, part.Count, part.Color);
        }

        return chart;
    }
}
