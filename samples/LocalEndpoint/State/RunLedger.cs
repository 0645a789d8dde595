using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using LocalEndpoint.Answers;

namespace LocalEndpoint.State;

/// <summary>All runs there are, in the order in which they were asked for. Safe to use from many requests at once.</summary>
internal sealed class RunLedger
{
    private const int NightsOfHistory = 12;

    private readonly Lock _gate = new();
    private readonly List<Run> _runs = [];
    private readonly Dictionary<(string Source, string Token), Run> _byToken = [];
    private readonly TimeProvider _clock;
    private readonly TimeSpan _duration;

    public RunLedger(Catalog catalog, TimeProvider clock, TimeSpan duration)
    {
        _clock = clock;
        _duration = duration;

        // Three hours back, so that the last of the nightly runs has surely ended.
        DateTimeOffset lastNight = new(clock.GetUtcNow().UtcDateTime.AddHours(-3).Date.AddHours(2), TimeSpan.Zero);
        for (int night = NightsOfHistory - 1; night >= 0; night--)
        {
            foreach (DataSource source in catalog.Sources.Where(source => source.IsScheduled))
            {
                Add(source, RunType.Scheduled, source.NightlyPlan, lastNight.AddDays(-night), TimeSpan.FromMinutes(4));
            }
        }
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RunSnapshot> Of(DataSource source)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        lock (_gate)
        {
            return [.. _runs.Where(run => run.Source == source).Reverse().Select(run => run.At(now))];
        }
    }

    public RunSnapshot Find(string id)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        lock (_gate)
        {
            Run run = _runs.Find(candidate => candidate.Id == id) ?? throw ServiceError.NotFound($"There is no data source run {id}.");
            return run.At(now);
        }
    }

    /// <summary>Begins a run, or finds the one that the same token began before.</summary>
    public RunSnapshot Start(DataSource source, string? clientToken)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        lock (_gate)
        {
            if (clientToken is not null && _byToken.TryGetValue((source.Id, clientToken), out Run? known)) return known.At(now);

            Run? last = _runs.FindLast(run => run.Source == source);
            if (last is not null && !last.At(now).HasEnded)
            {
                throw ServiceError.Conflict($"The data source {source.Id} is running already: run {last.Id}.");
            }

            Run run = Add(source, RunType.Prioritized, source.Plan, now, _duration);
            if (clientToken is not null) _byToken.Add((source.Id, clientToken), run);
            return run.At(now);
        }
    }

    private Run Add(DataSource source, string type, RunPlan plan, DateTimeOffset createdAt, TimeSpan length)
    {
        var run = new Run(_runs.Count + 1, RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 14), source, type, plan, createdAt, length);
        _runs.Add(run);
        return run;
    }
}
