using System.Collections.Generic;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>Counts the instructions of a process with Valgrind's tool callgrind. Unlike times, they hardly change from run to run.</summary>
internal static class Callgrind
{
    private static readonly Dictionary<string, string> Environment = new()
    {
        // Valgrind refuses the 256 GiB of addresses that the garbage collector reserves.
        ["DOTNET_GCRegionRange"] = "40000000",

        // No garbage collection, and no method compiled a second time: when these happen depends on the time.
        ["DOTNET_GCgen0size"] = "4000000",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCountingDelayMs"] = "FFFFFF",
    };

    /// <summary>Whether the tool is installed.</summary>
    public static bool IsAvailable { get; } = Commands.Exists("valgrind");

    /// <summary>Runs a program and returns its number of instructions, in all its threads.</summary>
    public static async Task<double> CountAsync(RunnableProgram program, params string[] arguments)
    {
        var (_, error) = await Commands.RunAsync(
            program.Folder,
            Environment,
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", .. program.Command, .. arguments]);
        return CallgrindOutput.ReadInstructions(error);
    }
}
