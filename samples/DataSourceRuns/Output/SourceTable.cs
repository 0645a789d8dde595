using System.Collections.Generic;
using System.Linq;
using DataSourceRuns.DataZone;
using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>Data sources, many as a table or one with all there is to say about it.</summary>
internal static class SourceTable
{
    public static Table Of(IReadOnlyList<DataSourceSummary> sources, Paper paper)
    {
        Table table = paper.Table(1, "Data source", "Name", "Type", "Status", "Last run", "Asked for (UTC)");
        foreach (DataSourceSummary source in sources)
        {
            table.AddRow(
                new Text(source.DataSourceId),
                new Text(source.Name),
                new Text(source.Type),
                new Text(source.Status.Value),
                source.LastRunStatus is { } status ? Show.Status(status) : Show.Faintly("none yet"),
                Show.Faintly(source.LastRunAt is { } time ? Show.Time(time) : ""));
        }

        return table;
    }

    public static Grid Of(GetDataSourceResponse source)
    {
        Grid grid = Show.Grid();
        grid.AddRow(Show.Faintly("Data source"), new Text(source.Id));
        grid.AddRow(Show.Faintly("Name"), new Text(source.Name));
        if (source.Description is { Length: > 0 } description) grid.AddRow(Show.Faintly(""), new Text(description));
        grid.AddRow(Show.Faintly("Project"), new Text(source.ProjectId));
        if (source.Status is { } status) grid.AddRow(Show.Faintly("Status"), new Text(status.Value));
        if (source.ErrorMessage is { } error) grid.AddRow(Show.Faintly("Because"), new Text(error.ErrorDetail ?? error.ErrorType.Value));
        if (source.Configuration is { } configuration) grid.AddRow(Show.Faintly("Imports"), new Text(Describe(configuration)));
        grid.AddRow(Show.Faintly("Schedule"), new Text(Describe(source.Schedule, source.EnableSetting)));
        if (source.LastRunStatus is { } lastRun)
        {
            grid.AddRow(Show.Faintly("Last run"), Show.Status(lastRun));
            if (source.LastRunErrorMessage is { } trouble) grid.AddRow(Show.Faintly("Because"), new Text(trouble.ErrorDetail ?? trouble.ErrorType.Value));
            if (source.LastRunAt is { } time) grid.AddRow(Show.Faintly("Asked for"), new Text($"{Show.Time(time)} UTC"));
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
        ? "runs on request only"
        : $"{times} {schedule.Timezone?.Value}{(setting == EnableSetting.Disabled ? ", switched off" : "")}";

    private static string Databases(IReadOnlyList<RelationalFilterConfiguration> filters) =>
        string.Join(", ", filters.Select(filter => filter.SchemaName is null ? filter.DatabaseName : $"{filter.DatabaseName}.{filter.SchemaName}"));
}
