using System;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Work that has been cancelled. It may run code of the caller's that ignores cancellation, so the wait for its end has a limit.</summary>
internal static class CancelledWork
{
    /// <summary>How long to wait for the end of cancelled work. Work that observes its token needs far less.</summary>
    public static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(2);

    /// <summary>Waits for the end of cancelled work, whatever its outcome.</summary>
    /// <returns>Whether it has ended; if not, its exception counts as observed.</returns>
    public static async ValueTask<bool> WaitAsync(Task work, TimeProvider timeProvider)
    {
        if (!work.IsCompleted)
        {
            await work.WaitAsync(WaitLimit, timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!work.IsCompleted)
        {
            _ = work.ContinueWith(static left => left.Exception, TaskScheduler.Default);
        }

        return work.IsCompleted;
    }
}
