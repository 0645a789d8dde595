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
    private const int ShortCallsEach = 6;
    private const int UsualSeed = 20260102;

    /// <summary>
    /// What memory may grow by once all callers have been at work: buffers of pools and of connections, of which there are more or fewer at the
    /// moment. Calls that left something behind would exceed it in a long run, by a hundred bytes each.
    /// </summary>
    private const long Slack = 16 * 1024 * 1024;

    private static readonly TimeSpan ShortAtMost = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task EveryCallEndsInItsOwnAnswerOrATypedException()
    {
        var seconds = Number("DATAZONEGEN_STORM_SECONDS");
        using var unobserved = new UnobservedExceptions();
        await using var storm = new Storm(Number("DATAZONEGEN_STORM_SEED") ?? UsualSeed);

        // The first calls fill the pools: memory counts from then on.
        await storm.RageAsync(callsEach: ShortCallsEach / 2, ShortAtMost);
        var before = Memory();
        await (seconds is { } given
            ? storm.RageAsync(int.MaxValue, TimeSpan.FromSeconds(given))
            : storm.RageAsync(ShortCallsEach / 2, ShortAtMost));
        var after = Memory();

        Report(storm, before, after, toConsole: seconds is not null);
        Assert.Empty(storm.Violations);
        Assert.Equal(storm.Calls, storm.Results.Values.Sum());
        Assert.True(storm.Calls >= Storm.Callers);
        Assert.Contains("right answer", storm.Results);
        Assert.InRange(after - before, long.MinValue, Slack);
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

    private void Report(Storm storm, long before, long after, bool toConsole)
    {
        IEnumerable<string> lines = [.. storm.Report(), string.Create(CultureInfo.InvariantCulture, $"memory in use {before} bytes, then {after} bytes")];
        foreach (var line in lines.Select(static line => "STORM " + line))
        {
            output.WriteLine(line);
            if (toConsole)
            {
                Console.Out.WriteLine(line);
            }
        }
    }
}
