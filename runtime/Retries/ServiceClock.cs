using System;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>
/// The clock of the service, for signatures: the clock of this machine, corrected after a clock skew error.
/// </summary>
internal sealed class ServiceClock(TimeProvider local, ClientLog? log) : TimeProvider
{
    // The clock skew that services accept.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private long _offset;

    /// <summary>The offset of the service's clock to the clock of this machine.</summary>
    public TimeSpan Offset => new(Volatile.Read(ref _offset));

    public override TimeZoneInfo LocalTimeZone => local.LocalTimeZone;

    public override long TimestampFrequency => local.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => local.GetUtcNow() + Offset;

    public override long GetTimestamp() => local.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        local.CreateTimer(callback, state, dueTime, period);

    /// <summary>Follows the service's clock when it is far from this one.</summary>
    /// <param name="offset">The offset of the service's clock to the clock of this machine.</param>
    /// <param name="usedOffset">The offset with which the refused request was dated; another call may have corrected the clock since.</param>
    /// <returns>Whether a request would now be dated differently.</returns>
    public bool TryCorrect(TimeSpan offset, TimeSpan usedOffset)
    {
        if (IsFar(offset, Offset))
        {
            Volatile.Write(ref _offset, offset.Ticks);
            log?.ClockCorrected(offset.TotalSeconds);
        }

        return IsFar(Offset, usedOffset);
    }

    private static bool IsFar(TimeSpan one, TimeSpan other) => (one - other).Duration() > Tolerance;
}
