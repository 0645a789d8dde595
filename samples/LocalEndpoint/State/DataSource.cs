using System;
using LocalEndpoint.DataZone;

namespace LocalEndpoint.State;

/// <summary>A data source and the plans of its runs.</summary>
internal sealed record DataSource(string Id, string Name, string Type, string Description)
{
    public required string Database { get; init; }

    public required RunPlan Plan { get; init; }

    public required RunPlan NightlyPlan { get; init; }

    public required string EnvironmentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it also runs every night.</summary>
    public bool IsScheduled { get; init; } = true;
}

/// <summary>The activities and the final status of a run.</summary>
internal sealed record RunPlan(DataSourceRunStatus FinalStatus, PlannedActivity[] Activities, DataSourceErrorMessage? Error = null);

/// <summary>The activity of a run for one table or resource.</summary>
internal sealed record PlannedActivity(string TechnicalName, DataAssetActivityStatus Outcome, DataSourceErrorMessage? Error = null)
{
    /// <summary>Whether the activity results in an asset.</summary>
    public bool HasAsset => Outcome != DataAssetActivityStatus.Failed && Outcome != DataAssetActivityStatus.SkippedNoAccess;
}
