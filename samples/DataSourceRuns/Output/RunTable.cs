using System;
using System.Collections.Generic;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DataSourceRuns.Output;

/// <summary>
/// A table of runs, for live and for static output. On narrow screens, headers and dates are shorter, so that the table fits into 80 columns.
/// </summary>
internal static class RunTable
{
    private const int WideWidth = 106;
    private static readonly string[] Counts = ["Added", "Updated", "Same", "Skipped", "Failed"];
    private static readonly string[] ShortCounts = ["Add", "Upd", "Same", "Skip", "Fail"];

    /// <summary>Creates a table of current runs of several data sources.</summary>
    public static Table CreateLive(IReadOnlyList<RunView> runs, DateTimeOffset now, TableLayout layout) =>
        Create(runs, now, layout, "Data source", run => new Text(run.DataSource));

    /// <summary>Creates a table of the runs of one data source, with the time of each request.</summary>
    public static Table CreateHistory(IReadOnlyList<RunView> runs, DateTimeOffset now, TableLayout layout) => layout.Width < WideWidth
        ? Create(runs, now, layout, "Time (UTC)", run => Format.Muted(Format.ShortTime(run.CreatedAt)))
        : Create(runs, now, layout, "Requested (UTC)", run => Format.Muted(Format.Time(run.CreatedAt)));

    private static Table Create(IReadOnlyList<RunView> runs, DateTimeOffset now, TableLayout layout, string firstHeader, Func<RunView, Text> first)
    {
        var narrow = layout.Width < WideWidth;
        var table = layout.CreateTable(narrow ? 0 : 1, firstHeader, "Run", "Status");
        table.AddColumn(layout.CreateColumn("Took", narrow ? 0 : 1).RightAligned());
        foreach (var count in narrow ? ShortCounts : Counts)
        {
            table.AddColumn(layout.CreateColumn(count, narrow ? 0 : 1).RightAligned());
        }

        foreach (var run in runs)
        {
            table.AddRow(Row(run, now, first(run)));
        }

        return table;
    }

    private static IRenderable[] Row(RunView run, DateTimeOffset now, Text first)
    {
        var count = run.Statistics;
        return
        [
            first,
            new Text(run.Id),
            Format.Status(run.Status),
            new Text(Format.Duration((run.StoppedAt ?? now) - run.CreatedAt)),
            Format.Count(count?.Added, Color.Green),
            Format.Count(count?.Updated, Color.Aqua),
            Format.Count(count?.Unchanged, Color.Default),
            Format.Count(count?.Skipped, Color.Yellow),
            Format.Count(count?.Failed, Color.Red),
        ];
    }
}
