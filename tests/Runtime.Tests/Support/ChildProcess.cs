using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Tests;

namespace DataZoneGen.Runtime.Tests;

/// <summary>Runs Program.cs in a process of its own, with an environment of its own.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string Program = typeof(ChildProcess).Assembly.Location;

    public static Task<string> RunAsync(params (string Name, string Value)[] environment) => RunAsync(["exec", Program], environment);

    /// <summary>The same as if the project had no reference to some packages.</summary>
    public static async Task<string> RunWithoutAsync(string packages, params (string Name, string Value)[] environment)
    {
        var dependencies = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(Program, ".deps.json")))!;
        var parts = dependencies["targets"]!.AsObject().Select(target => target.Value!).Append(dependencies["libraries"]!);
        foreach (var part in parts.Select(part => part.AsObject()))
        {
            foreach (var (name, _) in part.Where(library => packages.Split(';').Contains(library.Key.Split('/')[0])).ToList())
            {
                part.Remove(name);
            }
        }

        // The host looks for assemblies beside this file.
        var file = Path.ChangeExtension(Program, Guid.NewGuid().ToString("N") + ".deps.json");
        try
        {
            await File.WriteAllTextAsync(file, dependencies.ToJsonString());
            return await RunAsync(["exec", "--depsfile", file, "--runtimeconfig", Path.ChangeExtension(Program, ".runtimeconfig.json"), Program], environment);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string[] arguments, (string Name, string Value)[] environment)
    {
        var muxer = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(muxer, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
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
