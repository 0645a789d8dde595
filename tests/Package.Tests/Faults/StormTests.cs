using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>
/// A short storm with a fixed seed. A longer one with another seed, which writes its statistics to the console:
/// <c>DATAZONEGEN_STORM_SECONDS=30 DATAZONEGEN_STORM_SEED=7</c>.
/// </summary>
[Collection(WholeProcess.Name)]
public sealed class StormTests(ITestOutputHelper output)
{
    private const int DefaultSeed = 20260102;
    private const int Phases = 4;

    /// <summary>
    /// The maximum growth of memory in the second half of the storm. The array pool keeps up to 32 arrays of a size for each processor, here up to half a
    /// megabyte each, and their number varies; so do connections and their buffers. A leak of a kilobyte for each call would exceed this within a minute.
    /// </summary>
    private const long MaxMemoryGrowth = 32 * 1024 * 1024;

    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task EveryCallGetsItsOwnResponseOrATypedException()
    {
        var seconds = Number("DATAZONEGEN_STORM_SECONDS");
        var (callsEach, time) = seconds is { } given ? (int.MaxValue, TimeSpan.FromSeconds(given)) : (1, DefaultTimeLimit);
        using var unobserved = new UnobservedExceptions();
        var storm = new Storm(Number("DATAZONEGEN_STORM_SEED") ?? DefaultSeed);
        var memory = new List<long> { Memory() };
        await using (storm)
        {
            for (var phase = 0; phase < Phases; phase++)
            {
                await storm.RunAsync(callsEach, time / Phases);
                memory.Add(Memory());
            }
        }

        Report(storm, memory, toConsole: seconds is not null);
        Assert.Empty(storm.Violations);
        Assert.Equal(storm.Calls, storm.Results.Values.Sum());
        Assert.True(storm.Calls >= Storm.Callers);
        Assert.Contains("valid response", storm.Results);
        Assert.InRange(memory[^1] - memory[Phases / 2], long.MinValue, MaxMemoryGrowth);
        unobserved.AssertNone();
    }

    /// <summary>Returns the memory in use, in bytes.</summary>
    private static long Memory()
    {
        for (var round = 0; round < 2; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Report(Storm storm, IEnumerable<long> memory, bool toConsole)
    {
        var megabytes = memory.Select(static bytes => (bytes / (1024.0 * 1024)).ToString("0.0", CultureInfo.InvariantCulture));
        foreach (var line in storm.Report().Append("memory in use at the start and after each quarter, in MB: " + string.Join(", ", megabytes)))
        {
            output.WriteLine("STORM " + line);
            if (toConsole)
            {
                Console.Out.WriteLine("STORM " + line);
            }
        }
    }
}
