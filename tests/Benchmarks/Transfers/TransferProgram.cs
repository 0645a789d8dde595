using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.S3;

namespace DataZoneGen.Benchmarks.Transfers;

/// <summary>
/// Uploads and downloads a large file through loopback, with checksums, and compares the throughput with that of an HttpClient that sends and receives the
/// same bytes in one request without checksums. Rounds are interleaved, and the best of each counts.
/// </summary>
internal static class TransferProgram
{
    public const string Command = "transfers";

    private const long MebiByte = 1024 * 1024;
    private const int BufferSize = 128 * 1024;
    private const int DefaultSize = 1024;
    private const int DefaultRounds = 5;

    private static readonly HttpClient Http = new() { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

    /// <summary>Runs the comparison.</summary>
    /// <param name="args">The size in MiB, the number of rounds, the maximum concurrency and the part size in MiB; the rest are defaults.</param>
    public static async Task RunAsync(string[] args)
    {
        var size = Read(args, 0, DefaultSize) * MebiByte;
        var rounds = (int)Read(args, 1, DefaultRounds);
        var options = new TransferOptions
        {
            MaxConcurrency = (int)Read(args, 2, new TransferOptions().MaxConcurrency),
            PartSizeBytes = Read(args, 3, new TransferOptions().PartSizeBytes / MebiByte) * MebiByte,
        };
        var folder = Directory.CreateTempSubdirectory("datazonegen-benchmark-");
        try
        {
            using var server = StartServer(size);
            var address = new Uri(await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start."));
            await CompareAsync(address, folder.FullName, size, rounds, options);
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(Uri address, string folder, long size, int rounds, TransferOptions options)
    {
        var (source, target) = (Path.Combine(folder, "source"), Path.Combine(folder, "target"));
        await WriteSourceAsync(source, size);
        using var client = new S3Client(new() { Region = "us-east-1", Endpoint = address, Credentials = new AwsCredentials("AKIDEXAMPLE", "secret") });
        var url = new Uri(address, "bucket/key");
        var cases = new (string Name, Func<Task> Run)[]
        {
            ("upload, HttpClient", () => UploadBareAsync(url, source)),
            ("upload, client", () => client.UploadFileAsync(source, new() { Bucket = "bucket", Key = "key" }, options)),
            ("download, HttpClient", () => DownloadBareAsync(url, target)),
            ("download, client", () => client.DownloadFileAsync(new() { Bucket = "bucket", Key = "key" }, target, options)),
        };
        var best = cases.ToDictionary(static c => c.Name, static _ => 0.0);
        var time = cases.ToDictionary(static c => c.Name, static _ => double.MaxValue);
        var heap = new Dictionary<string, long>();
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, run) in cases)
            {
                File.Delete(target);
                GC.Collect();
                var processor = Environment.CpuUsage.TotalTime;
                var watch = Stopwatch.StartNew();
                await run();
                var throughput = size / (double)MebiByte / watch.Elapsed.TotalSeconds;
                processor = Environment.CpuUsage.TotalTime - processor;

                // The first round warms up.
                if (round > 0)
                {
                    time[name] = Math.Min(time[name], processor.TotalSeconds);
                    best[name] = Math.Max(best[name], throughput);
                    heap[name] = Math.Max(heap.GetValueOrDefault(name), GC.GetTotalMemory(forceFullCollection: false));
                    Write($"{round} {name}: {throughput:F0} MiB/s");
                }
            }
        }

        foreach (var (name, _) in cases)
        {
            Write($"best {name}: {best[name]:F0} MiB/s, processor time {time[name]:F2} s, GC heap afterwards {heap[name] / (double)MebiByte:F0} MiB");
        }

        Write($"ratio of uploads {best["upload, client"] / best["upload, HttpClient"]:P0}, of downloads {best["download, client"] / best["download, HttpClient"]:P0}");
        using var process = Process.GetCurrentProcess();
        Write($"peak working set {process.PeakWorkingSet64 / (double)MebiByte:F0} MiB");
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

    private static async Task UploadBareAsync(Uri url, string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
        using var content = new StreamContent(file, BufferSize);
        using var response = await Http.PutAsync(url, content);
        response.EnsureSuccessStatusCode();
    }

    private static async Task DownloadBareAsync(Uri url, string path)
    {
        using var response = await Http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, useAsync: true);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.CopyToAsync(file, BufferSize);
    }

    private static Process StartServer(long size) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        ArgumentList = { TransferServer.Command, size.ToString(CultureInfo.InvariantCulture) },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    }) ?? throw new InvalidOperationException("The server did not start.");

    private static long Read(string[] args, int index, long defaultValue) =>
        index < args.Length ? long.Parse(args[index], CultureInfo.InvariantCulture) : defaultValue;

    private static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
