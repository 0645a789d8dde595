using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.S3;

namespace DataZoneGen.Benchmarks.Transfers;

/// <summary>
/// Transfers the file of a folder in one of the ways, once for each line of the standard input, and writes a line with the numbers. Each way has a process of
/// its own, so that its memory is not that of another.
/// </summary>
internal static class TransferWorker
{
    public const string Command = "transfer-worker";

    private const int BufferSize = 128 * 1024;

    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The ways to transfer a file, in the order of a round: a download verifies the checksum that the upload of the client sent.</summary>
    public static string[] Ways { get; } = ["upload, HttpClient", "upload, DataZoneGen", "download, HttpClient", "download, DataZoneGen"];

    /// <summary>Returns the file that is uploaded.</summary>
    public static string SourceFile(string folder) => Path.Combine(folder, "source");

    /// <summary>Runs until the standard input ends.</summary>
    public static async Task RunAsync(string way, Uri address, string folder, TransferPlan plan)
    {
        var (source, target) = (SourceFile(folder), Path.Combine(folder, "target"));
        using var client = new S3Client(new() { Region = "us-east-1", Endpoint = address, Credentials = new AwsCredentials("AKIDEXAMPLE", "secret") });
        var options = new TransferOptions { MaxConcurrency = plan.MaxConcurrency, PartSizeBytes = plan.PartSize };
        var url = new Uri(address, "bucket/key");
        Func<Task> run = Array.IndexOf(Ways, way) switch
        {
            0 => () => UploadBareAsync(url, source),
            1 => () => client.UploadFileAsync(source, new() { Bucket = "bucket", Key = "key" }, options),
            2 => () => DownloadBareAsync(url, target),
            3 => () => client.DownloadFileAsync(new() { Bucket = "bucket", Key = "key" }, target, options),
            _ => throw new ArgumentException($"There is no way '{way}'.", nameof(way)),
        };
        using var process = Process.GetCurrentProcess();
        while (await Console.In.ReadLineAsync() is not null)
        {
            File.Delete(target);
            GC.Collect();
            var processor = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            await run();
            var time = Stopwatch.GetElapsedTime(start);
            processor = Environment.CpuUsage.TotalTime - processor;
            process.Refresh();
            var mebiBytes = plan.Size / (double)TransferPlan.MebiByte;
            Console.WriteLine(new TransferRun(mebiBytes / time.TotalSeconds, processor.TotalSeconds, process.PeakWorkingSet64 / (double)TransferPlan.MebiByte).ToLine());
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
}
