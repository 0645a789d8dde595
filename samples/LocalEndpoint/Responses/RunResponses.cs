using LocalEndpoint.DataZone;
using LocalEndpoint.State;

namespace LocalEndpoint.Responses;

/// <summary>Runs and their activities as DataZone returns them.</summary>
internal static class RunResponses
{
    /// <summary>Returns the response of GetDataSourceRun.</summary>
    public static GetDataSourceRunResponse ToResponse(RunSnapshot run) => new()
    {
        DomainId = Catalog.DomainId,
        Id = run.Run.Id,
        DataSourceId = run.Run.Source.Id,
        ProjectId = Catalog.ProjectId,
        Status = run.Status,
        Type = run.Run.Type,
        DataSourceConfigurationSnapshot = SourceResponses.GetConfigurationText(run.Run.Source),
        RunStatisticsForAssets = GetStatistics(run),
        LineageSummary = GetLineage(run),
        ErrorMessage = run.Error,
        CreatedAt = run.Run.CreatedAt,
        UpdatedAt = run.UpdatedAt,
        StartedAt = run.HasStarted ? run.Run.StartsAt : null,
        StoppedAt = run.HasEnded ? run.Run.EndsAt : null,
    };

    /// <summary>Returns the response of StartDataSourceRun.</summary>
    public static StartDataSourceRunResponse ToStartResponse(RunSnapshot run) => new()
    {
        DomainId = Catalog.DomainId,
        Id = run.Run.Id,
        DataSourceId = run.Run.Source.Id,
        ProjectId = Catalog.ProjectId,
        Status = run.Status,
        Type = run.Run.Type,
        DataSourceConfigurationSnapshot = SourceResponses.GetConfigurationText(run.Run.Source),
        RunStatisticsForAssets = GetStatistics(run),
        ErrorMessage = run.Error,
        CreatedAt = run.Run.CreatedAt,
        UpdatedAt = run.UpdatedAt,
        StartedAt = run.HasStarted ? run.Run.StartsAt : null,
        StoppedAt = run.HasEnded ? run.Run.EndsAt : null,
    };

    /// <summary>Returns an item of ListDataSourceRuns.</summary>
    public static DataSourceRunSummary ToSummary(RunSnapshot run) => new()
    {
        Id = run.Run.Id,
        DataSourceId = run.Run.Source.Id,
        ProjectId = Catalog.ProjectId,
        Status = run.Status,
        Type = run.Run.Type,
        RunStatisticsForAssets = GetStatistics(run),
        LineageSummary = GetLineage(run),
        ErrorMessage = run.Error,
        CreatedAt = run.Run.CreatedAt,
        UpdatedAt = run.UpdatedAt,
        StartedAt = run.HasStarted ? run.Run.StartsAt : null,
        StoppedAt = run.HasEnded ? run.Run.EndsAt : null,
    };

    /// <summary>Returns an item of ListDataSourceRunActivities.</summary>
    public static DataSourceRunActivity ToActivity(RunSnapshot run, int index)
    {
        var activity = run.Run.Plan.Activities[index];
        return new()
        {
            Database = run.Run.Source.Database,
            DataSourceRunId = run.Run.Id,
            TechnicalName = activity.TechnicalName,
            DataAssetStatus = activity.Outcome,
            ProjectId = Catalog.ProjectId,
            DataAssetId = activity.HasAsset ? $"{run.Run.Source.Id}-{activity.TechnicalName.Replace('_', '-')}" : null,
            ErrorMessage = activity.Error,
            LineageSummary = ImportsLineage(run) && activity.HasAsset
                ? new()
                {
                    EventId = $"{run.Run.Id}-{index}",
                    EventStatus = run.HasEnded ? LineageEventProcessingStatus.Success : LineageEventProcessingStatus.Processing,
                }
                : null,
            CreatedAt = index == 0 ? run.Run.StartsAt : run.Run.GetCompletionTime(index - 1),
            UpdatedAt = run.Run.GetCompletionTime(index),
        };
    }

    private static RunStatisticsForAssets? GetStatistics(RunSnapshot run) => !run.HasStarted ? null : new()
    {
        Added = run.Added,
        Updated = run.Updated,
        Unchanged = run.Unchanged,
        Skipped = run.Skipped,
        Failed = run.Failed,
    };

    // The statuses of an import have the same names as those of a run.
    private static DataSourceRunLineageSummary? GetLineage(RunSnapshot run) => run.HasStarted && ImportsLineage(run)
        ? new() { ImportStatus = run.HasEnded ? new LineageImportStatus(run.Status.Value) : LineageImportStatus.InProgress }
        : null;

    private static bool ImportsLineage(RunSnapshot run) => run.Run.Source.Type == SourceType.Glue;
}
