using System;
using DataSourceRuns.DataZone;

namespace DataSourceRuns.Output;

/// <summary>A run for the output. Three operations return runs in different types; this is their common type.</summary>
internal sealed record RunView
{
    public required string Id { get; init; }

    public required string DataSource { get; init; }

    public required string Project { get; init; }

    /// <summary>The domain; null for items of lists, which do not contain it.</summary>
    public string? Domain { get; init; }

    public required DataSourceRunStatus Status { get; init; }

    public required DataSourceRunType Type { get; init; }

    public RunStatisticsForAssets? Statistics { get; init; }

    public DataSourceErrorMessage? Error { get; init; }

    public DataSourceRunLineageSummary? Lineage { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public static RunView From(GetDataSourceRunResponse run) => new()
    {
        Id = run.Id,
        DataSource = run.DataSourceId,
        Project = run.ProjectId,
        Domain = run.DomainId,
        Status = run.Status,
        Type = run.Type,
        Statistics = run.RunStatisticsForAssets,
        Error = run.ErrorMessage,
        Lineage = run.LineageSummary,
        CreatedAt = run.CreatedAt,
        UpdatedAt = run.UpdatedAt,
        StartedAt = run.StartedAt,
        StoppedAt = run.StoppedAt,
    };

    public static RunView From(StartDataSourceRunResponse run) => new()
    {
        Id = run.Id,
        DataSource = run.DataSourceId,
        Project = run.ProjectId,
        Domain = run.DomainId,
        Status = run.Status,
        Type = run.Type,
        Statistics = run.RunStatisticsForAssets,
        Error = run.ErrorMessage,
        CreatedAt = run.CreatedAt,
        UpdatedAt = run.UpdatedAt,
        StartedAt = run.StartedAt,
        StoppedAt = run.StoppedAt,
    };

    public static RunView From(DataSourceRunSummary run) => new()
    {
        Id = run.Id,
        DataSource = run.DataSourceId,
        Project = run.ProjectId,
        Status = run.Status,
        Type = run.Type,
        Statistics = run.RunStatisticsForAssets,
        Error = run.ErrorMessage,
        Lineage = run.LineageSummary,
        CreatedAt = run.CreatedAt,
        UpdatedAt = run.UpdatedAt,
        StartedAt = run.StartedAt,
        StoppedAt = run.StoppedAt,
    };
}
