using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>
/// The storm, short and by a fixed seed. A longer one with another seed, whose figures go to the console:
/// <c>DATAZONEGEN_STORM_SECONDS=30 DATAZONEGEN_STORM_SEED=7</c>.
/// </summary>
[Collection(WholeProcess.Name)]
public sealed class StormTests(ITestOutputHelper output)
{
    private const int DefaultSeed = 20260102;
    private const int Phases = 4;

    /// <summary>
    /// What memory may grow by once half of the storm is over. The pool of arrays keeps up to 32 of a size for each processor, here of up to half a megabyte,
    /// and at times it has more of them and at times fewer; the same goes for connections with their buffers. Calls that left something behind, be
    /// it a kilobyte, would exceed this within a minute.
    /// </summary>
    private const long Slack = 32 * 1024 * 1024;

    private static readonly TimeSpan ShortAtMost = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task EveryCallEndsInItsOwnAnswerOrATypedException()
    {
        var seconds = Number("DATAZONEGEN_STORM_SECONDS");
        var (callsEach, time) = seconds is { } given ? (int.MaxValue, TimeSpan.FromSeconds(given)) : (1, ShortAtMost);
        using var unobserved = new UnobservedExceptions();
        var storm = new Storm(Number("DATAZONEGEN_STORM_SEED") ?? DefaultSeed);
        var memory = new List<long> { Memory() };
        await using (storm)
        {
            for (var phase = 0; phase < Phases; phase++)
            {
                await storm.RageAsync(callsEach, time / Phases);
                memory.Add(Memory());
            }
        }

        Report(storm, memory, toConsole: seconds is not null);
        Assert.Empty(storm.Violations);
        Assert.Equal(storm.Calls, storm.Results.Values.Sum());
        Assert.True(storm.Calls >= Storm.Callers);
        Assert.Contains("right answer", storm.Results);
        Assert.InRange(memory[^1] - memory[Phases / 2], long.MinValue, Slack);
        unobserved.AssertNone();
    }

    /// <summary>What is in use, in bytes.</summary>
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
