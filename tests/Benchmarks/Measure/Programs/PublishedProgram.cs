using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
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

/// <summary>A process that makes rounds of calls.</summary>
internal sealed class CallProcess(Process process) : IDisposable
{
    /// <summary>Makes a round of calls.</summary>
    public async Task<CallCosts> RunAsync(int calls, int callers)
    {
        await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{calls} {callers}"));
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A client failed: " + await process.StandardError.ReadToEndAsync());
        var numbers = Array.ConvertAll(line.Split(' '), static number => double.Parse(number, CultureInfo.InvariantCulture));
        return new(numbers[0], numbers[1], numbers[2]);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}

/// <summary>What a call of a round took.</summary>
/// <param name="Processor">Microseconds of processor time.</param>
/// <param name="Bytes">Allocated bytes, or 0 if the program does not know them.</param>
/// <param name="Time">Microseconds until the next call.</param>
internal sealed record CallCosts(double Processor, double Bytes, double Time);

/// <summary>A program of the repository, compiled.</summary>
internal sealed record PublishedProgram(ClientProgram Program, ProgramKind Kind, string Folder)
{
    private string NativeFile => Path.Combine(Folder, Program.Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    /// <summary>The size of a native program in megabytes.</summary>
    public double Megabytes => new FileInfo(NativeFile).Length / 1e6;

    public RunnableProgram Runnable => new(
        Kind == ProgramKind.NativeAot ? [NativeFile] : [Commands.DotnetHost, Path.Combine(Folder, Program.Name + ".dll")], Folder);
}
