using System;
using System.Linq;

namespace LocalEndpoint.State;

/// <summary>
/// A run. Nothing works in the background: how a run stands is a function of its plan and the time that has passed, so that a test with
/// a clock of its own sees exactly what it expects.
/// </summary>
internal sealed record Run(long Number, string Id, DataSource Source, string Type, RunPlan Plan, DateTimeOffset CreatedAt, TimeSpan Duration)
{
    /// <summary>The part of a run's time in which it is only requested.</summary>
    private const double Waiting = 0.15;

    public DateTimeOffset StartsAt => CreatedAt + (Duration * Waiting);

    public DateTimeOffset EndsAt => CreatedAt + Duration;

    /// <summary>When the run is through with one of its activities. All are done a little before the run ends.</summary>
    public DateTimeOffset DoneAt(int activity) =>
        StartsAt + ((EndsAt - StartsAt) * ((activity + 1) / (Plan.Activities.Length + 1.0)));

    /// <summary>How the run stands at a moment.</summary>
    public RunSnapshot At(DateTimeOffset now)
    {
        if (now < StartsAt) return new(this, RunStatus.Requested, 0, CreatedAt);
        if (now >= EndsAt) return new(this, Plan.Ending, Plan.Activities.Length, EndsAt);

        int done = 0;
        while (done < Plan.Activities.Length && DoneAt(done) <= now) done++;
        return new(this, RunStatus.Running, done, done == 0 ? StartsAt : DoneAt(done - 1));
    }
}

/// <summary>How a run stands at one moment.</summary>
internal sealed record RunSnapshot(Run Run, string Status, int ActivitiesDone, DateTimeOffset UpdatedAt)
{
    public bool HasStarted => Status != RunStatus.Requested;

    public bool HasEnded => Status is not (RunStatus.Requested or RunStatus.Running);

    public Trouble? Trouble => HasEnded ? Run.Plan.Trouble : null;

    public int Added => Count(Outcome.Created);

    public int Updated => Count(Outcome.Updated);

    public int Unchanged => Count(Outcome.Unchanged);

    public int Skipped => Count(Outcome.AlreadyImported, Outcome.Archived, Outcome.NoAccess);

    public int Failed => Count(Outcome.Failed, Outcome.PublishingFailed);

    private int Count(params ReadOnlySpan<string> outcomes)
    {
        int count = 0;
        foreach (PlannedActivity activity in Run.Plan.Activities.Take(ActivitiesDone))
        {
            if (outcomes.Contains(activity.Outcome)) count++;
        }

        return count;
    }
}
