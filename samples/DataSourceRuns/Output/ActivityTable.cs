using System.Collections.Generic;
using DataSourceRuns.DataZone;
using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>A table of activities, with one row for each table or resource of the source.</summary>
internal static class ActivityTable
{
    public static Table Create(IReadOnlyList<DataSourceRunActivity> activities, TableLayout layout)
    {
        var table = layout.CreateTable(1, "Database", "Name", "Outcome");
        table.AddColumn(new TableColumn(Format.Muted("Asset or error")).PadLeft(0));
        foreach (var activity in activities)
        {
            table.AddRow(
                new Text(activity.Database),
                new Text(activity.TechnicalName),
                Format.Outcome(activity.DataAssetStatus),
                activity.ErrorMessage is { } error ? new Text(error.ErrorDetail ?? error.ErrorType.Value) : Format.Muted(activity.DataAssetId ?? ""));
        }

        return table;
    }
}
