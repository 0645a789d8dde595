using System;
using System.Collections.Generic;
using System.IO;

namespace DataZoneGen.Benchmarks.Processes;

/// <summary>Starts this program again, to do something in a process of its own.</summary>
internal static class Self
{
    /// <summary>The command that starts this program, with its host if the host was started by name.</summary>
    public static IReadOnlyList<string> Command { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, typeof(Self).Assembly.Location]
            : [Environment.ProcessPath!];
}
