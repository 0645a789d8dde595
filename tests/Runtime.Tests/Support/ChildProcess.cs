using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Runtime.Tests;

/// <summary>Runs Program.cs in a process of its own, with an environment of its own.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string Program = typeof(ChildProcess).Assembly.Location;

    public static async Task<string> RunAsync(params (string Name, string Value)[] environment)
    {
        var muxer = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(muxer, ["exec", Program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in (List<string>)[.. start.Environment.Keys])
        {
            if (name.StartsWith("AWS_", StringComparison.Ordinal))
            {
                start.Environment.Remove(name);
            }
        }

        // No files of the user's, no metadata service of the machine's.
        start.Environment["HOME"] = start.Environment["USERPROFILE"] = Path.Combine(Path.GetTempPath(), "no-such-home");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment[EmptyEnvironment.Keep] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The child process did not end within {Limit}.", exception);
        }

        return await output + await errors;
    }
}
