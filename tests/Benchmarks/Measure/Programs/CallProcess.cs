using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Measure.Programs;

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
