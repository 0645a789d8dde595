using System.Collections.Generic;
using System.Linq;
using DataSourceRuns.DataZone;
using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>Data sources: a list as a table, and the details of one as a grid.</summary>
internal static class SourceTable
{
    public static Table Create(IReadOnlyList<DataSourceSummary> sources, TableLayout layout)
    {
        var table = layout.CreateTable(1, "Data source", "Name", "Type", "Status", "Last run", "Requested (UTC)");
        foreach (var source in sources)
        {
            table.AddRow(
                new Text(source.DataSourceId),
                new Text(source.Name),
                new Text(source.Type),
                new Text(source.Status.Value),
                source.LastRunStatus is { } status ? Format.Status(status) : Format.Muted("none"),
                Format.Muted(source.LastRunAt is { } time ? Format.Time(time) : ""));
        }

        return table;
    }

    public static Grid Create(GetDataSourceResponse source)
    {
        var grid = Format.Grid();
        grid.AddRow(Format.Muted("Data source"), new Text(source.Id));
        grid.AddRow(Format.Muted("Name"), new Text(source.Name));
        if (source.Description is { Length: > 0 } description)
        {
            grid.AddRow(Format.Muted(""), new Text(description));
        }

        grid.AddRow(Format.Muted("Project"), new Text(source.ProjectId));
        if (source.Status is { } status)
        {
            grid.AddRow(Format.Muted("Status"), new Text(status.Value));
        }

        if (source.ErrorMessage is { } error)
        {
            grid.AddRow(Format.Muted("Error"), new Text(error.ErrorDetail ?? error.ErrorType.Value));
        }

        if (source.Configuration is { } configuration)
        {
            grid.AddRow(Format.Muted("Imports"), new Text(Describe(configuration)));
        }

        grid.AddRow(Format.Muted("Schedule"), new Text(Describe(source.Schedule, source.EnableSetting)));
        if (source.LastRunStatus is { } lastRun)
        {
            grid.AddRow(Format.Muted("Last run"), Format.Status(lastRun));
            if (source.LastRunErrorMessage is { } lastError)
            {
                grid.AddRow(Format.Muted("Error"), new Text(lastError.ErrorDetail ?? lastError.ErrorType.Value));
            }

            if (source.LastRunAt is { } time)
            {
                grid.AddRow(Format.Muted("Requested"), new Text($"{Format.Time(time)} UTC"));
            }
        }

        return grid;
    }

    private static string Describe(DataSourceConfigurationOutput configuration) => configuration switch
    {
        DataSourceConfigurationOutput.GlueRunConfiguration(var glue) =>
            $"{Databases(glue.RelationalFilterConfigurations)} of the Glue Data Catalog in {glue.AccountId}, {glue.Region}",
        DataSourceConfigurationOutput.RedshiftRunConfiguration(var redshift) =>
            $"{Databases(redshift.RelationalFilterConfigurations)} of Redshift {Describe(redshift.RedshiftStorage)} in {redshift.AccountId}, {redshift.Region}",
        DataSourceConfigurationOutput.SageMakerRunConfiguration(var sageMaker) =>
            $"{sageMaker.TrackingAssets.Values.Sum(resources => resources.Count)} resources of SageMaker in {sageMaker.AccountId}, {sageMaker.Region}",
        DataSourceConfigurationOutput.Unknown(var name) => name,
        _ => "",
    };

    private static string Describe(RedshiftStorage storage) => storage switch
    {
        RedshiftStorage.RedshiftClusterSource(var cluster) => $"cluster {cluster.ClusterName}",
        RedshiftStorage.RedshiftServerlessSource(var serverless) => $"workgroup {serverless.WorkgroupName}",
        RedshiftStorage.Unknown(var name) => name,
        _ => "",
    };

    private static string Describe(ScheduleConfiguration? schedule, EnableSetting? setting) => schedule?.Schedule is not { } times
        ? "on request only"
        : $"{times} {schedule.Timezone?.Value}{(setting == EnableSetting.Disabled ? ", disabled" : "")}";

    private static string Databases(IReadOnlyList<RelationalFilterConfiguration> filters) =>
        string.Join(", ", filters.Select(filter => filter.SchemaName is null ? filter.DatabaseName : $"{filter.DatabaseName}.{filter.SchemaName}"));
}
