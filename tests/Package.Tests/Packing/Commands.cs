using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Package.Tests.Packing;

/// <summary>Runs a program and returns its output.</summary>
internal static class Commands
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Builds in one process that ends. The compiler is the server that the SDK starts for every build: without it, which is the default if nodes are not reused,
    /// each build starts the compiler anew, which is most of its time.
    /// </summary>
    public static string[] BuildOptions { get; } = ["-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=true"];

    public static Task<CommandResult> DotnetAsync(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        RunAsync(Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet", folder, environment, arguments);

    public static async Task<CommandResult> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // MSBuild and SDK settings of the test host must not affect the builds of consumer projects.
        foreach (var name in start.Environment.Keys.Where(static k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(Timeout);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(program + " " + string.Join(' ', arguments) + " did not end within " + Timeout);
        }
    }
}

/// <summary>The exit code and the output of a program.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;
}
