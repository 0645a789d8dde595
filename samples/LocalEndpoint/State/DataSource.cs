using System;

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
internal sealed record RunPlan(string FinalStatus, PlannedActivity[] Activities, RunError? Error = null);

/// <summary>The activity of a run for one table or resource.</summary>
internal sealed record PlannedActivity(string TechnicalName, string Outcome, RunError? Error = null)
{
    /// <summary>Whether the activity results in an asset.</summary>
    public bool HasAsset => Outcome is not (State.Outcome.Failed or State.Outcome.NoAccess);
}

/// <summary>The error of a run or an activity.</summary>
internal sealed record RunError(string Type, string Detail);
