using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Tests;

/// <summary>A clock that stands still until it is moved.</summary>
/// <param name="start">The time to begin with; <see cref="Beginning"/> unless given.</param>
/// <param name="skipsWaits">Whether the clock jumps to the end of each wait.</param>
/// <param name="firesLate">
/// Whether timers that are due are queued until <see cref="RunQueued"/>, as on a busy thread pool. Changing or disposing of a timer does not take back
/// what is queued.
/// </param>
internal sealed class FakeClock(DateTimeOffset? start = null, bool skipsWaits = false, bool firesLate = false) : TimeProvider
{
    public static readonly DateTimeOffset Beginning = new(2026, 11, 20, 3, 20, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly Queue<FakeTimer> _queued = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = start ?? Beginning;

    /// <summary>How long each wait was to be.</summary>
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

    /// <summary>The times at which the next waits end if they are skipped, whatever they were to be.</summary>
    public Queue<DateTimeOffset> WaitEnds { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Sets the time and fires no timer.</summary>
    public void SetUtcNow(DateTimeOffset now)
    {
        lock (_lock)
        {
            _now = now;
        }
    }

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
                ThreadPool.QueueUserWorkItem(_ => Skip(timer, dueTime));
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
                if (firesLate)
                {
                    _queued.Enqueue(timer);
                }
            }
        }

        foreach (var timer in firesLate ? [] : due)
        {
            timer.Fire();
        }
    }

    /// <summary>Fires the timers that have been due.</summary>
    public void RunQueued()
    {
        while (_queued.TryDequeue(out var timer))
        {
            timer.Fire();
        }
    }

    private void Skip(FakeTimer wait, TimeSpan time)
    {
        lock (_lock)
        {
            if (WaitEnds.TryDequeue(out var end))
            {
                time = end - _now;
                wait.Due = end;
            }
        }

        Advance(time);
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

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
