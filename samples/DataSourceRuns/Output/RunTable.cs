using System;
using System.Collections.Generic;
using DataSourceRuns.DataZone;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DataSourceRuns.Output;

/// <summary>
/// Runs as a table, one line each; the same table whether they stand still or move. Where there is little room the heads and the dates
/// are shorter, so that 80 columns are enough.
/// </summary>
internal static class RunTable
{
    private const int Room = 106;
    private static readonly string[] Counts = ["Added", "Updated", "Same", "Skipped", "Failed"];
    private static readonly string[] ShortCounts = ["Add", "Upd", "Same", "Skip", "Fail"];

    /// <summary>Runs of several data sources, as they move.</summary>
    public static Table Moving(IReadOnlyList<RunView> runs, DateTimeOffset now, Paper paper) =>
        Of(runs, now, paper, "Data source", run => new Text(run.DataSource));

    /// <summary>Runs of one data source, with the time each was asked for.</summary>
    public static Table History(IReadOnlyList<RunView> runs, DateTimeOffset now, Paper paper) => paper.Width < Room
        ? Of(runs, now, paper, "Asked (UTC)", run => Show.Faintly(Show.ShortTime(run.CreatedAt)))
        : Of(runs, now, paper, "Asked for (UTC)", run => Show.Faintly(Show.Time(run.CreatedAt)));

    private static Table Of(IReadOnlyList<RunView> runs, DateTimeOffset now, Paper paper, string firstHead, Func<RunView, Text> first)
    {
        bool narrow = paper.Width < Room;
        Table table = paper.Table(narrow ? 0 : 1, firstHead, "Run", "Status");
        table.AddColumn(paper.Column("Took", narrow ? 0 : 1).RightAligned());
        foreach (string count in narrow ? ShortCounts : Counts) table.AddColumn(paper.Column(count, narrow ? 0 : 1).RightAligned());
        foreach (RunView run in runs) table.AddRow(Row(run, now, first(run)));
        return table;
    }

    private static IRenderable[] Row(RunView run, DateTimeOffset now, Text first)
    {
        RunStatisticsForAssets? count = run.Statistics;
        return
        [
            first,
            new Text(run.Id),
            Show.Status(run.Status),
            new Text(Show.Length((run.StoppedAt ?? now) - run.CreatedAt)),
            Show.Count(count?.Added, Color.Green),
            Show.Count(count?.Updated, Color.Aqua),
            Show.Count(count?.Unchanged, Color.Default),
            Show.Count(count?.Skipped, Color.Yellow),
            Show.Count(count?.Failed, Color.Red),
        ];
    }
}
