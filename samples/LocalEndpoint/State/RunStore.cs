using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using LocalEndpoint.DataZone;

namespace LocalEndpoint.State;

/// <summary>All runs in the order of their requests. Thread-safe.</summary>
internal sealed class RunStore
{
    private const int NightsOfHistory = 12;

    private readonly Lock _gate = new();
    private readonly List<Run> _runs = [];
    private readonly Dictionary<(string Source, string Token), Run> _byToken = [];
    private readonly TimeProvider _clock;
    private readonly TimeSpan _duration;

    public RunStore(Catalog catalog, TimeProvider clock, TimeSpan duration)
    {
        _clock = clock;
        _duration = duration;

        // The time is three hours ago, so that the last nightly run has ended.
        DateTimeOffset lastNight = new(clock.GetUtcNow().UtcDateTime.AddHours(-3).Date.AddHours(2), TimeSpan.Zero);
        for (var night = NightsOfHistory - 1; night >= 0; night--)
        {
            foreach (var source in catalog.Sources.Where(source => source.IsScheduled))
            {
                Add(source, DataSourceRunType.Scheduled, source.NightlyPlan, lastNight.AddDays(-night), TimeSpan.FromMinutes(4));
            }
        }
    }

    /// <summary>Returns the runs of a data source, newest first.</summary>
    public IReadOnlyList<RunSnapshot> List(DataSource source)
    {
        var now = _clock.GetUtcNow();
        lock (_gate)
        {
            return [.. _runs.Where(run => run.Source == source).Reverse().Select(run => run.GetSnapshot(now))];
        }
    }

    public RunSnapshot Get(string id)
    {
        var now = _clock.GetUtcNow();
        lock (_gate)
        {
            var run = _runs.Find(candidate => candidate.Id == id) ?? throw new ResourceNotFoundException($"There is no data source run {id}.");
            return run.GetSnapshot(now);
        }
    }

    /// <summary>Starts a run, or returns the run that was started with the same token.</summary>
    public RunSnapshot Start(DataSource source, string? clientToken)
    {
        var now = _clock.GetUtcNow();
        lock (_gate)
        {
            if (clientToken is not null && _byToken.TryGetValue((source.Id, clientToken), out var existing))
            {
                return existing.GetSnapshot(now);
            }

            var last = _runs.FindLast(run => run.Source == source);
            if (last is not null && !last.GetSnapshot(now).HasEnded)
            {
                throw new ConflictException($"The data source {source.Id} already has a running run: {last.Id}.");
            }

            var run = Add(source, DataSourceRunType.Prioritized, source.Plan, now, _duration);
            if (clientToken is not null)
            {
                _byToken.Add((source.Id, clientToken), run);
            }

            return run.GetSnapshot(now);
        }
    }

    private Run Add(DataSource source, DataSourceRunType type, RunPlan plan, DateTimeOffset createdAt, TimeSpan duration)
    {
        var run = new Run(_runs.Count + 1, RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 14), source, type, plan, createdAt, duration);
        _runs.Add(run);
        return run;
    }
}
