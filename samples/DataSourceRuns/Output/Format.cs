using System;
using System.Globalization;
using DataSourceRuns.DataZone;
using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>Formats single values for the screen.</summary>
internal static class Format
{
    /// <summary>The style of less important text.</summary>
    public static Style MutedStyle { get; } = new(Color.Grey);

    /// <summary>Creates a grid of labels and values.</summary>
    public static Grid Grid() => new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();

    public static Text Muted(string text) => new(text, MutedStyle);

    public static Text Status(DataSourceRunStatus status) => new(status.Value, status.Kind switch
    {
        DataSourceRunStatusKind.Success => new(Color.Green),
        DataSourceRunStatusKind.PartiallySucceeded => new(Color.Yellow),
        DataSourceRunStatusKind.Failed => new(Color.Red),
        DataSourceRunStatusKind.Running => new(Color.Aqua),
        _ => MutedStyle,
    });

    public static Text Outcome(DataAssetActivityStatus status) => new(status.Value, status.Kind switch
    {
        DataAssetActivityStatusKind.SucceededCreated => new(Color.Green),
        DataAssetActivityStatusKind.SucceededUpdated => new(Color.Aqua),
        DataAssetActivityStatusKind.Failed or DataAssetActivityStatusKind.PublishingFailed => new(Color.Red),
        DataAssetActivityStatusKind.SkippedNoAccess => new(Color.Yellow),
        _ => MutedStyle,
    });

    /// <summary>Formats a count. Zero and unknown counts are muted.</summary>
    public static Text Count(int? count, Color color) => count switch
    {
        null => Muted("·"),
        0 => Muted("0"),
        int value => new(value.ToString(CultureInfo.InvariantCulture), new(color)),
    };

    /// <summary>Formats the statistics of a run as text.</summary>
    public static string Counts(RunStatisticsForAssets count) => string.Create(
        CultureInfo.InvariantCulture,
        $"added {count.Added}  updated {count.Updated}  unchanged {count.Unchanged}  skipped {count.Skipped}  failed {count.Failed}");

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Formats a time without year and seconds.</summary>
    public static string ShortTime(DateTimeOffset time) => time.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Formats a duration in seconds, minutes or hours.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { Ticks: < 0 } => "0.0 s",
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes}:{duration.Seconds:00} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours}:{duration.Minutes:00} h"),
    };
}
