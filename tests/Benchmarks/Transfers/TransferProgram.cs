using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Transfers;

/// <summary>Writes the numbers of transfers to the console. The best round of each way counts.</summary>
internal static class TransferProgram
{
    public const string Command = "transfers";

    private const int DefaultRounds = 5;

    /// <summary>Runs the comparison.</summary>
    /// <param name="args">The size in MiB, the number of rounds, the maximum concurrency and the part size in MiB; the rest are defaults.</param>
    public static async Task RunAsync(string[] args)
    {
        var plan = new TransferPlan(
            Read(args, 0, TransferPlan.Default.Size / TransferPlan.MebiByte) * TransferPlan.MebiByte,
            (int)Read(args, 2, TransferPlan.Default.MaxConcurrency),
            Read(args, 3, TransferPlan.Default.PartSize / TransferPlan.MebiByte) * TransferPlan.MebiByte);
        var folder = Directory.CreateTempSubdirectory("datazonegen-benchmark-");
        try
        {
            Write(await TransferComparison.RunAsync(folder.FullName, plan, (int)Read(args, 1, DefaultRounds)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(IReadOnlyDictionary<string, List<TransferRun>> runs)
    {
        foreach (var way in TransferWorker.Ways)
        {
            Write($"best {way}: {Best(way):F0} MiB/s, processor time {runs[way].Min(static run => run.ProcessorTime):F2} s, peak memory {runs[way].Max(static run => run.PeakMemory):F0} MiB");
        }

        var best = Array.ConvertAll(TransferWorker.Ways, Best);
        Write($"ratio of uploads {best[1] / best[0]:P0}, of downloads {best[3] / best[2]:P0}");

        double Best(string way) => runs[way].Max(static run => run.Throughput);
    }

    private static long Read(string[] args, int index, long defaultValue) =>
        index < args.Length ? long.Parse(args[index], CultureInfo.InvariantCulture) : defaultValue;

    private static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
