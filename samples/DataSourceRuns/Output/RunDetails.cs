using System;
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
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        grid.AddRow(Label("Run"), new Text(run.Id));
        grid.AddRow(Label("Status"), Show.Status(run.Status));
        if (run.Error is { } error)
        {
            grid.AddRow(Label("Because"), new Text(error.ErrorDetail ?? ""));
            grid.AddRow(Label(""), Show.Faintly(error.ErrorType.Value));
        }

        grid.AddRow(Label("Data source"), new Text(run.DataSource));
        grid.AddRow(Label("Project"), new Text(run.Project));
        grid.AddRow(Label("Type"), new Text(run.Type.Value));
        grid.AddRow(Label("Asked for"), new Text($"{Show.Time(run.CreatedAt)} UTC"));
        if (run.StartedAt is { } started)
        {
            grid.AddRow(Label("Started"), new Text($"{Show.Time(started)} UTC, {Show.Length(started - run.CreatedAt)} later"));
        }

        if (run.StoppedAt is { } stopped)
        {
            grid.AddRow(Label("Stopped"), new Text($"{Show.Time(stopped)} UTC, {Show.Length(stopped - (run.StartedAt ?? run.CreatedAt))} later"));
        }

        if (run.Lineage?.ImportStatus is { } lineage) grid.AddRow(Label("Lineage"), new Text(lineage.Value));
        if (run.Statistics is { } count) grid.AddRow(Label("Assets"), drawn ? Bar(count) : new Text(Show.Counts(count)));
        return grid;
    }

    private static Text Label(string text) => Show.Faintly(text);

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
