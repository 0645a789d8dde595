using System;
using System.Collections.Generic;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>Keeps servers and clients on different processors, where the machine has two and the command <c>taskset</c>.</summary>
internal static class Processor
{
    private static readonly bool IsAvailable = Environment.ProcessorCount > 1 && Commands.Exists("taskset");

    /// <summary>What precedes the command of a server.</summary>
    public static IReadOnlyList<string> Server => IsAvailable ? ["taskset", "-c", "0"] : [];

    /// <summary>What precedes the command of a client.</summary>
    public static IReadOnlyList<string> Client => IsAvailable ? ["taskset", "-c", "1"] : [];
}
