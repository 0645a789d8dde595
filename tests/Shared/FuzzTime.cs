using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;

namespace DataZoneGen.Tests;

/// <summary>
/// The duration of random tests: a fixed number of seeds, always the same, or the time in <c>DATAZONEGEN_FUZZ_SECONDS</c> with new seeds.
/// </summary>
internal static class FuzzTime
{
    private const string Switch = "DATAZONEGEN_FUZZ_SECONDS";

    public static IEnumerable<int> Seeds(int count)
    {
        if (!double.TryParse(Environment.GetEnvironmentVariable(Switch), CultureInfo.InvariantCulture, out var seconds))
        {
            for (var seed = 0; seed < count; seed++)
            {
                yield return seed;
            }

            yield break;
        }

        var start = Stopwatch.GetTimestamp();
        for (var seed = Environment.TickCount; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; seed++)
        {
            yield return seed;
        }
    }
}
