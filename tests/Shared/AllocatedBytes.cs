using System;

namespace DataZoneGen.Tests;

/// <summary>Measures what an action allocates on its thread.</summary>
internal static class AllocatedBytes
{
    private const int Runs = 5;

    /// <summary>
    /// Returns the least of several runs, after one that warms up. A collection, which any test can cause, counts the rest of the thread's current block as allocated.
    /// </summary>
    public static long Of(Action action)
    {
        action();
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
