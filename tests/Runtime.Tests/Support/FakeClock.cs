using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DataZoneGen.Runtime.Tests;

/// <summary>A clock that stands still until it is moved. One that skips waits jumps to the end of each, and keeps a list of them.</summary>
internal sealed class FakeClock(bool skipsWaits = false) : TimeProvider
{
    public static readonly DateTimeOffset Beginning = new(2026, 11, 20, 3, 20, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = Beginning;

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            // A timer with a time from the start is a wait; time limits are set later on.
            lock (_lock)
            {
                _waits.Add(dueTime);
            }

            if (skipsWaits)
            {
                ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
            }
        }

        return timer;
    }

    public void Advance(TimeSpan time)
    {
        FakeTimer[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            foreach (var timer in due)
            {
                timer.Due = DateTimeOffset.MaxValue;
            }
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
                clock._timers.Remove(this);
                clock._timers.Add(this);
                return true;
            }
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public System.Threading.Tasks.ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
