using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>A clock that is there at once when somebody waits, and keeps a list of the waits. Time limits do not count: they never come.</summary>
internal sealed class WaitingClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2019, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = Start;

    public IReadOnlyList<TimeSpan> Waits => _waits;

    /// <summary>When each wait is over, if it is not to last as long as it should.</summary>
    public Queue<DateTimeOffset> Arrivals { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            // A timer with a time from the start is a wait; time limits are set later on.
            _waits.Add(dueTime);
            _now = Arrivals.TryDequeue(out var arrival) ? arrival : _now + dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Limit();
    }

    private sealed class Limit : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
