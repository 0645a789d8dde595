using System;

namespace LocalEndpoint.State;

/// <summary>A data source, and what each run of it will do.</summary>
internal sealed record DataSource(string Id, string Name, string Type, string Description)
{
    public required string Database { get; init; }

    public required RunPlan Plan { get; init; }

    public required RunPlan NightlyPlan { get; init; }

    public required string EnvironmentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it runs every night, too.</summary>
    public bool IsScheduled { get; init; } = true;
}

/// <summary>What a run will do, and how it will end.</summary>
internal sealed record RunPlan(string Ending, PlannedActivity[] Activities, Trouble? Trouble = null);

/// <summary>What a run will do with one table or resource.</summary>
internal sealed record PlannedActivity(string TechnicalName, string Outcome, Trouble? Trouble = null)
{
    /// <summary>Whether there is an asset for it afterwards.</summary>
    public bool HasAsset => Outcome is not (State.Outcome.Failed or State.Outcome.NoAccess);
}

/// <summary>What went wrong.</summary>
internal sealed record Trouble(string Type, string Detail);
