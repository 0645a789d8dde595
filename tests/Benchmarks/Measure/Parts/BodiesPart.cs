using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Bodies;
using DataZoneGen.Benchmarks.Measure.Results;
using DataZoneGen.Benchmarks.Transfers;

namespace DataZoneGen.Benchmarks.Measure.Parts;

/// <summary>Measures long bodies of requests and responses, and transfers of a large file.</summary>
internal sealed class BodiesPart : IPart
{
    private const int TransferRounds = 3;

    public string Name => "bodies";

    public async Task<IReadOnlyList<Table>> MeasureAsync(MeasureContext context)
    {
        MeasureContext.Report("Bodies of 1 MB");
        var bodies = await BodyMeasurement.MeasureAsync(context);
        MeasureContext.Report("Transfers of 1 GiB");
        return [bodies, await TransferAsync(context)];
    }

    private static async Task<Table> TransferAsync(MeasureContext context)
    {
        var folder = Directory.CreateDirectory(Path.Combine(context.Scratch, "transfers"));
        try
        {
            var runs = await TransferComparison.RunAsync(folder.FullName, TransferPlan.Default, context.Rounds(TransferRounds));
            return new(
                "transfers",
                [new("throughput", "MiB/s"), new("processor time", "s"), new("peak memory", "MiB")],
                [.. TransferWorker.Ways.Select(way => new Row(way.Replace(",", " of 1 GiB,", StringComparison.Ordinal),
                [
                    Cell.Of(runs[way].Select(static run => run.Throughput)),
                    Cell.Of(runs[way].Select(static run => run.ProcessorTime)),
                    Cell.Of(runs[way].Max(static run => run.PeakMemory)),
                ]))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
