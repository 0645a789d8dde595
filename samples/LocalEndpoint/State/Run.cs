using System;
using System.Linq;
using LocalEndpoint.DataZone;

namespace LocalEndpoint.State;

/// <summary>
/// A run. There is no background work: the state of a run is a function of its plan and the elapsed time, so that it is deterministic with the clock
/// of a test.
/// </summary>
internal sealed record Run(long Number, string Id, DataSource Source, DataSourceRunType Type, RunPlan Plan, DateTimeOffset CreatedAt, TimeSpan Duration)
{
    /// <summary>The part of a run's duration before it starts.</summary>
    private const double RequestedFraction = 0.15;

    public DateTimeOffset StartsAt => CreatedAt + (Duration * RequestedFraction);

    public DateTimeOffset EndsAt => CreatedAt + Duration;

    /// <summary>Returns the time at which an activity completes. All activities complete before the run ends.</summary>
    public DateTimeOffset GetCompletionTime(int activity) =>
        StartsAt + ((EndsAt - StartsAt) * ((activity + 1) / (Plan.Activities.Length + 1.0)));

    /// <summary>Returns the state of the run at a time.</summary>
    public RunSnapshot GetSnapshot(DateTimeOffset now)
    {
        if (now < StartsAt)
        {
            return new(this, DataSourceRunStatus.Requested, 0, CreatedAt);
        }

        if (now >= EndsAt)
        {
            return new(this, Plan.FinalStatus, Plan.Activities.Length, EndsAt);
        }

        var completed = 0;
        while (completed < Plan.Activities.Length && GetCompletionTime(completed) <= now)
        {
            completed++;
        }

        return new(this, DataSourceRunStatus.Running, completed, completed == 0 ? StartsAt : GetCompletionTime(completed - 1));
    }
}

/// <summary>The state of a run at a time.</summary>
internal sealed record RunSnapshot(Run Run, DataSourceRunStatus Status, int CompletedActivities, DateTimeOffset UpdatedAt)
{
    public bool HasStarted => Status != DataSourceRunStatus.Requested;

    public bool HasEnded => Status != DataSourceRunStatus.Requested && Status != DataSourceRunStatus.Running;

    public DataSourceErrorMessage? Error => HasEnded ? Run.Plan.Error : null;

    public int Added => Count(DataAssetActivityStatus.SucceededCreated);

    public int Updated => Count(DataAssetActivityStatus.SucceededUpdated);

    public int Unchanged => Count(DataAssetActivityStatus.Unchanged);

    public int Skipped => Count(DataAssetActivityStatus.SkippedAlreadyImported, DataAssetActivityStatus.SkippedArchived, DataAssetActivityStatus.SkippedNoAccess);

    public int Failed => Count(DataAssetActivityStatus.Failed, DataAssetActivityStatus.PublishingFailed);

    private int Count(params ReadOnlySpan<DataAssetActivityStatus> outcomes)
    {
        var count = 0;
        foreach (var activity in Run.Plan.Activities.Take(CompletedActivities))
        {
            if (outcomes.Contains(activity.Outcome))
            {
                count++;
            }
        }

        return count;
    }
}
