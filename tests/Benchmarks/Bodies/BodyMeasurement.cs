using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Measure.Parts;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Bodies;

/// <summary>Measures time and allocated bytes of long bodies. Rounds are interleaved, so that a busy machine makes all cases slower, not one.</summary>
internal static class BodyMeasurement
{
    private const int Rounds = 15;
    private const int Calls = 20;
    private const double KibiByte = 1024;

    // A method is compiled with optimization after 30 calls, in the background.
    private const int WarmUps = 3;
    private const int WarmUpCalls = 40;

    private static readonly TimeSpan Compilation = TimeSpan.FromMilliseconds(500);

    public static async Task<Table> MeasureAsync(MeasureContext context)
    {
        using var bodies = new BodyCases();
        await bodies.VerifyAsync();
        Case[] cases =
        [
            new("Search response of 1 MB, DataZoneGen", bodies.SearchAsync),
            new("Search response of 1 MB, System.Text.Json", () => Run(bodies.Deserialize)),
            new("request of 1 MB, DataZoneGen", bodies.CreateAssetAsync),
            new("request of 1 MB, System.Text.Json and SHA-256", () => Run(bodies.SerializeAndHash)),
        ];
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var one in cases)
            {
                await one.RunAsync(WarmUpCalls);
            }

            await Task.Delay(Compilation);
        }

        for (var round = 0; round < context.Rounds(Rounds); round++)
        {
            foreach (var one in cases)
            {
                await one.MeasureAsync();
            }
        }

        return new("bodies", [new("time", "ms"), new("allocated", "KB")], [.. cases.Select(static one => new Row(one.Name, [Cell.Of(one.Times), Cell.Of(one.Allocated)]))]);
    }

    private static Task Run<T>(Func<T> action)
    {
        _ = action();
        return Task.CompletedTask;
    }

    /// <summary>A way to read or write a body, and the results of its rounds.</summary>
    private sealed class Case(string name, Func<Task> run)
    {
        public string Name => name;

        /// <summary>Milliseconds of a call.</summary>
        public List<double> Times { get; } = [];

        /// <summary>Allocated memory of a call.</summary>
        public List<double> Allocated { get; } = [];

        public async Task RunAsync(int calls)
        {
            for (var call = 0; call < calls; call++)
            {
                await run();
            }
        }

        public async Task MeasureAsync()
        {
            GC.Collect();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            await RunAsync(Calls);
            Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds / Calls);
            Allocated.Add((GC.GetTotalAllocatedBytes(precise: true) - bytes) / KibiByte / Calls);
        }
    }
}
