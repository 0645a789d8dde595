using System;
using System.Globalization;

namespace DataZoneGen.Benchmarks.Transfers;

/// <summary>The numbers of one transfer, which a worker writes as a line.</summary>
/// <param name="Throughput">MiB per second.</param>
/// <param name="ProcessorTime">Seconds of the worker, without the server.</param>
/// <param name="PeakMemory">The most memory that the worker has had in MiB, in this transfer or in one before.</param>
internal readonly record struct TransferRun(double Throughput, double ProcessorTime, double PeakMemory)
{
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Throughput} {ProcessorTime} {PeakMemory}");

    public static TransferRun Parse(string line)
    {
        var numbers = Array.ConvertAll(line.Split(' '), static number => double.Parse(number, CultureInfo.InvariantCulture));
        return new(numbers[0], numbers[1], numbers[2]);
    }
}
