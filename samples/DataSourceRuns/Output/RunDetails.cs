using System.Collections.Generic;
using DataSourceRuns.DataZone;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DataSourceRuns.Output;

/// <summary>One run with all there is to say about it.</summary>
internal static class RunDetails
{
    private const int BarWidth = 64;

    /// <param name="run">The run.</param>
    /// <param name="drawn">Whether to draw a bar of the assets, rather than count them in words.</param>
    public static Grid Of(RunView run, bool drawn)
    {
        Grid grid = Show.Grid();
        grid.AddRow(Show.Faintly("Run"), new Text(run.Id));
        grid.AddRow(Show.Faintly("Status"), Show.Status(run.Status));
        if (run.Error is { } error)
        {
            grid.AddRow(Show.Faintly("Because"), new Text(error.ErrorDetail ?? ""));
            grid.AddRow(Show.Faintly(""), Show.Faintly(error.ErrorType.Value));
        }

        grid.AddRow(Show.Faintly("Data source"), new Text(run.DataSource));
        grid.AddRow(Show.Faintly("Project"), new Text(run.Project));
        grid.AddRow(Show.Faintly("Type"), new Text(run.Type.Value));
        grid.AddRow(Show.Faintly("Asked for"), new Text($"{Show.Time(run.CreatedAt)} UTC"));
        if (run.StartedAt is { } started)
        {
            grid.AddRow(Show.Faintly("Started"), new Text($"{Show.Time(started)} UTC, {Show.Length(started - run.CreatedAt)} later"));
        }

        if (run.StoppedAt is { } stopped)
        {
            grid.AddRow(Show.Faintly("Stopped"), new Text($"{Show.Time(stopped)} UTC, {Show.Length(stopped - (run.StartedAt ?? run.CreatedAt))} later"));
        }

        if (run.Lineage?.ImportStatus is { } lineage) grid.AddRow(Show.Faintly("Lineage"), new Text(lineage.Value));
        if (run.Statistics is { } count) grid.AddRow(Show.Faintly("Assets"), drawn ? Bar(count) : new Text(Show.Counts(count)));
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
        if (parts.Count == 0) return new Text("none");

        var chart = new BreakdownChart().Width(BarWidth).Compact();
        foreach (var part in parts) chart.AddItem(part.Label, part.Count, part.Color);
        return chart;
    }
}
