using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using LocalEndpoint.State;
using Xunit;

namespace DataZoneGen.Package.Tests.EndToEnd;

/// <summary>The web sample as a process: its responses over HTTP and its telemetry on the console.</summary>
public sealed class WebSampleTests
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task TheWebSampleShowsRunsAndWritesTracesAndMetricsToTheConsole()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "WebStatus.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var name in start.Environment.Keys.Where(static key => key.StartsWith("AWS_", StringComparison.Ordinal) || key.StartsWith("DATAZONE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        try
        {
            var console = new StringBuilder();
            var address = await ReadUntilListeningAsync(process.StandardOutput, console);
            var rest = process.StandardOutput.ReadToEndAsync();
            using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout };

            var json = await http.GetStringAsync(new Uri("/status", UriKind.Relative));
            var page = await http.GetStringAsync(new Uri("/", UriKind.Relative));

            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(Timeout);
            console.Append(await rest);

            Assert.Equal(0, process.ExitCode);
            Assert.Equal(["SUCCESS", "SUCCESS", "FAILED", null], LatestRuns(json));
            Assert.Contains("<td class=\"FAILED\">FAILED", page, StringComparison.Ordinal);
            VerifyConsole(console.ToString());
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Spans of calls with their attributes and HttpClient's below them, metrics, log lines, and no secret among them.</summary>
    private static void VerifyConsole(string console)
    {
        foreach (var text in new[]
        {
            "DataZone.ListDataSources\n", "DataZone.ListDataSourceRuns\n", "rpc.system: aws-api", "cloud.region: us-east-1", "Name: System.Net.Http",
            "Metric Name: rpc.client.call.duration", "Metric Name: client.call.attempts", "DataZone ListDataSources succeeded in",
        })
        {
            Assert.Contains(text, console.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("secret", console, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AKIDLOCAL", console, StringComparison.Ordinal);
    }

    private static async Task<string> ReadUntilListeningAsync(StreamReader output, StringBuilder console)
    {
        while (await output.ReadLineAsync().WaitAsync(Timeout) is { } line)
        {
            console.Append(line).Append('\n');
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                return line.Split(Listening)[1].Trim();
            }
        }

        throw new InvalidOperationException("The sample ended before it listened:\n" + console);
    }

    private static IEnumerable<string?> LatestRuns(string json)
    {
        Assert.Contains("\"id\":\"" + Catalog.SucceedingSource + "\"", json, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(static source =>
            source.GetProperty("runs").EnumerateArray().Select(static run => run.GetProperty("status").GetString()).FirstOrDefault())];
    }
}
