using System;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Waits for canceled work. The work may run code of the caller that ignores cancellation, so the wait has a timeout.</summary>
internal static class CancelledWork
{
    /// <summary>The maximum wait. Work that observes its token ends much earlier.</summary>
    public static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Waits until canceled work has ended, with any outcome.</summary>
    /// <returns><see langword="true"/> if the work has ended; otherwise, <see langword="false"/>, and its exception will count as observed.</returns>
    public static async ValueTask<bool> WaitAsync(Task work, TimeProvider timeProvider)
    {
        if (!work.IsCompleted)
        {
            await work.WaitAsync(WaitTimeout, timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!work.IsCompleted)
        {
            _ = work.ContinueWith(static left => left.Exception, TaskScheduler.Default);
        }

        return work.IsCompleted;
    }
}
