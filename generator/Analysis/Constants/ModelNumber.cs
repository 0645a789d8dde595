using System;
using System.Globalization;
using DataZoneGen.Generator.Analysis.Facts;

namespace DataZoneGen.Generator.Analysis.Constants;

/// <summary>Compares numbers with those of models, which are decimal text.</summary>
internal static class ModelNumber
{
    /// <summary>Returns whether a number is outside of a range. What is not a number, and a limit that cannot be read, is not outside.</summary>
    public static bool IsOutside(object? value, RangeLimit limit) => value switch
    {
        float number => IsOutside((double)number, limit),
        double number => IsOutside(number, limit),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => IsOutside(Convert.ToDecimal(value, CultureInfo.InvariantCulture), limit),
        _ => false,
    };

    private static bool IsOutside(decimal value, RangeLimit limit) =>
        (decimal.TryParse(limit.Min, NumberStyles.Float, CultureInfo.InvariantCulture, out var min) && value < min)
        || (decimal.TryParse(limit.Max, NumberStyles.Float, CultureInfo.InvariantCulture, out var max) && value > max);

    private static bool IsOutside(double value, RangeLimit limit) =>
        (double.TryParse(limit.Min, NumberStyles.Float, CultureInfo.InvariantCulture, out var min) && value < min)
        || (double.TryParse(limit.Max, NumberStyles.Float, CultureInfo.InvariantCulture, out var max) && value > max);
}
