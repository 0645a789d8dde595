using System;
using System.Globalization;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Rendering;

/// <summary>Numbers as tables and charts show them.</summary>
internal static class NumberText
{
    private const double WideSpread = 0.02;

    /// <summary>Returns whether the rounds differ so much that a reader should see it.</summary>
    public static bool IsWide(Cell cell) => cell.Most - cell.Least > WideSpread * Math.Abs(cell.Median);

    /// <summary>Returns an integer with all its digits, and any other number with three significant digits at most.</summary>
    public static string Format(double value)
    {
        if (value == Math.Truncate(value))
        {
            return value.ToString("#,0", CultureInfo.InvariantCulture);
        }

        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15);
        return Math.Round(value, decimals).ToString("#,0.###############", CultureInfo.InvariantCulture);
    }
}
