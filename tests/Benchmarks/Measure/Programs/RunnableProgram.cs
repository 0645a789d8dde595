using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>A program that can be run.</summary>
/// <param name="Command">The program and its first arguments.</param>
/// <param name="Folder">The folder to run it in.</param>
internal sealed record RunnableProgram(IReadOnlyList<string> Command, string Folder)
{
    private static readonly Dictionary<string, string> Environment = [];

    /// <summary>Makes one call in a new process.</summary>
    /// <returns>The milliseconds from the start of the process to the complete call, and the number of compiled methods if the program knows it.</returns>
    public async Task<(double Milliseconds, double Methods)> RunFirstCallAsync(Uri address)
    {
        var watch = Stopwatch.StartNew();
        using var process = Commands.Start(Folder, Environment, [.. Processor.Client, .. Command, "first", address.AbsoluteUri]);
        var first = await process.StandardOutput.ReadLineAsync();
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        var second = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        if (first is null || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Command[^1]} failed: {await process.StandardError.ReadToEndAsync()}");
        }

        return (milliseconds, second is null ? 0 : double.Parse(second, CultureInfo.InvariantCulture));
    }

    /// <summary>Starts a process that makes rounds of calls.</summary>
    public CallProcess StartCalls(Uri address) => new(Commands.Start(Folder, Environment, [.. Processor.Client, .. Command, "calls", address.AbsoluteUri]));
}
