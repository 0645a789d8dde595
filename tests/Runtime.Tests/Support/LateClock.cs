using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Runtime.Tests;

/// <summary>
/// A clock whose timers are queued when they are due and run later, as on a busy thread pool. Changing or disposing of a timer does not take back
/// what is queued.
/// </summary>
internal sealed class LateClock : TimeProvider
{
    private readonly List<LateTimer> _timers = [];
    private readonly Queue<Action> _queued = new();
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new LateTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        _now += time.Ticks;
        foreach (var timer in _timers)
        {
            if (timer.Due <= _now)
            {
                timer.Due = long.MaxValue;
                _queued.Enqueue(timer.Callback);
            }
        }
    }

    public void RunQueued()
    {
        while (_queued.TryDequeue(out var callback))
        {
            callback();
        }
    }

    private sealed class LateTimer(LateClock clock, Action callback) : ITimer
    {
        public Action Callback => callback;

        public long Due { get; set; } = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock._now + dueTime.Ticks;
            return true;
        }

        public void Dispose() => Due = long.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
