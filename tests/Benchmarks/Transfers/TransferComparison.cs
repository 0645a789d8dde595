using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Processes;

namespace DataZoneGen.Benchmarks.Transfers;

/// <summary>
/// Uploads and downloads a large file through loopback, with checksums, and with an HttpClient that sends and receives the same bytes in one request without
/// checksums. Rounds are interleaved.
/// </summary>
internal static class TransferComparison
{
    /// <summary>Returns the throughput and costs of each way, for each round.</summary>
    /// <param name="folder">A folder for the files, which need twice the size.</param>
    /// <param name="plan">What is transferred.</param>
    /// <param name="rounds">The number of rounds, without the one that warms up.</param>
    public static async Task<IReadOnlyDictionary<string, List<TransferRun>>> RunAsync(string folder, TransferPlan plan, int rounds)
    {
        await WriteSourceAsync(TransferWorker.SourceFile(folder), plan.Size);
        using var server = Start(TransferServer.Command, plan.Size.ToString(CultureInfo.InvariantCulture));
        var address = await ReadAsync(server);
        var workers = new Dictionary<string, Process>();
        try
        {
            foreach (var way in TransferWorker.Ways)
            {
                workers.Add(way, Start([TransferWorker.Command, way, address, folder, .. plan.ToArguments()]));
            }

            var runs = TransferWorker.Ways.ToDictionary(static way => way, static _ => new List<TransferRun>());
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var way in TransferWorker.Ways)
                {
                    await workers[way].StandardInput.WriteLineAsync();
                    var run = TransferRun.Parse(await ReadAsync(workers[way]));
                    if (round > 0)
                    {
                        runs[way].Add(run);
                    }
                }
            }

            return runs;
        }
        finally
        {
            foreach (var process in workers.Values.Prepend(server))
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync();
            }

            foreach (var worker in workers.Values)
            {
                worker.Dispose();
            }
        }
    }

    private static async Task WriteSourceAsync(string path, long size)
    {
        var block = TransferServer.CreateBlock();
        await using var file = File.Create(path);
        for (var written = 0L; written < size; written += block.Length)
        {
            await file.WriteAsync(block);
        }
    }

    /// <summary>Starts this program with other arguments. Its errors go to the console.</summary>
    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Self.Command[0], [.. Self.Command.Skip(1), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    }) ?? throw new InvalidOperationException("A process did not start.");

    private static async Task<string> ReadAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A process of the transfers failed.");
}
