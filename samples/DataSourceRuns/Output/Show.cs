using System;
using System.Globalization;
using DataSourceRuns.DataZone;
using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>How single values look on the screen, everywhere the same.</summary>
internal static class Show
{
    /// <summary>Something of less weight than what stands beside it.</summary>
    public static Style Faint { get; } = new(Color.Grey);

    /// <summary>A grid of labels and values.</summary>
    public static Grid Grid() => new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();

    public static Text Faintly(string text) => new(text, Faint);

    public static Text Status(DataSourceRunStatus status) => new(status.Value, status.Kind switch
    {
        DataSourceRunStatusKind.Success => new(Color.Green),
        DataSourceRunStatusKind.PartiallySucceeded => new(Color.Yellow),
        DataSourceRunStatusKind.Failed => new(Color.Red),
        DataSourceRunStatusKind.Running => new(Color.Aqua),
        _ => Faint,
    });

    public static Text Outcome(DataAssetActivityStatus status) => new(status.Value, status.Kind switch
    {
        DataAssetActivityStatusKind.SucceededCreated => new(Color.Green),
        DataAssetActivityStatusKind.SucceededUpdated => new(Color.Aqua),
        DataAssetActivityStatusKind.Failed or DataAssetActivityStatusKind.PublishingFailed => new(Color.Red),
        DataAssetActivityStatusKind.SkippedNoAccess => new(Color.Yellow),
        _ => Faint,
    });

    /// <summary>A count; nothing is faint, and so is a count that is not known.</summary>
    public static Text Count(int? count, Color color) => count switch
    {
        null => Faintly("·"),
        0 => Faintly("0"),
        int some => new(some.ToString(CultureInfo.InvariantCulture), new(color)),
    };

    /// <summary>The counts of a run in words.</summary>
    public static string Counts(RunStatisticsForAssets count) => string.Create(
        CultureInfo.InvariantCulture,
        $"added {count.Added}  updated {count.Updated}  unchanged {count.Unchanged}  skipped {count.Skipped}  failed {count.Failed}");

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The time to the minute, without the year.</summary>
    public static string ShortTime(DateTimeOffset time) => time.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A length of time in the unit that suits it.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { Ticks: < 0 } => "0.0 s",
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{length.Minutes}:{length.Seconds:00} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours}:{length.Minutes:00} h"),
    };
}
