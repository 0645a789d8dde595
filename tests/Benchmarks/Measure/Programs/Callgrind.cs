using System;
using System.Collections.Generic;
using System.Globalization;
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
        return Read(error);
    }

    /// <summary>Reads the number of a line such as "==42== Collected : 403671234".</summary>
    internal static double Read(string output)
    {
        const string Label = "Collected : ";
        var start = output.LastIndexOf(Label, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new InvalidOperationException("Callgrind gave no number of instructions: " + output);
        }

        var text = output[(start + Label.Length)..];
        var end = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return double.Parse(text[..(end < 0 ? text.Length : end)], CultureInfo.InvariantCulture);
    }
}
