using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>Runs programs.</summary>
internal static class Commands
{
    /// <summary>The host of .NET itself. What <c>dotnet</c> finds can be a script, which tools that count instructions would count too.</summary>
    public static string DotnetHost { get; } = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>Whether a program is on the path.</summary>
    public static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)));

    /// <summary>Runs a program to its end and returns its output and its errors.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static async Task<(string Output, string Error)> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> command)
    {
        using var process = Start(folder, environment, command);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"This command failed with code {process.ExitCode}: {string.Join(' ', command)}\n{await output}\n{await error}");
        }

        return (await output, await error);
    }

    /// <summary>Starts a program whose input, output and errors are pipes. It does not see the AWS settings of the machine.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start: " + command[0]);
    }
}
