using System;
using System.Globalization;
using System.IO;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>Reads what callgrind writes to the standard error stream.</summary>
internal static class CallgrindOutput
{
    private const string Label = "Collected : ";

    /// <summary>Returns the number of a line such as <c>==42== Collected : 403671234</c>.</summary>
    /// <exception cref="InvalidDataException">There is no such line.</exception>
    public static double ReadInstructions(string output)
    {
        var start = output.LastIndexOf(Label, StringComparison.Ordinal);
        var number = start < 0 ? "" : output.AsSpan(start + Label.Length);
        var end = number.IndexOfAnyExceptInRange('0', '9');
        return double.TryParse(end < 0 ? number : number[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var instructions)
            ? instructions
            : throw new InvalidDataException("Callgrind wrote no number of instructions: " + output);
    }
}
