using System.Collections.Generic;
using DataSourceRuns.DataZone;
using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>Activities as a table, one line for each table or resource of the source.</summary>
internal static class ActivityTable
{
    public static Table Of(IReadOnlyList<DataSourceRunActivity> activities, Paper paper)
    {
        Table table = paper.Table(1, "Database", "Name", "Outcome");
        table.AddColumn(new TableColumn(Show.Faintly("Asset or trouble")).PadLeft(0));
        foreach (DataSourceRunActivity activity in activities)
        {
            table.AddRow(
                new Text(activity.Database),
                new Text(activity.TechnicalName),
                Show.Outcome(activity.DataAssetStatus),
                activity.ErrorMessage is { } error ? new Text(error.ErrorDetail ?? error.ErrorType.Value) : Show.Faintly(activity.DataAssetId ?? ""));
        }

        return table;
    }
}
