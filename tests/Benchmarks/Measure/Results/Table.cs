using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Benchmarks.Measure.Results;

/// <summary>The numbers of what a part compares: a row for each subject, such as a client, and a column for each kind of number.</summary>
/// <param name="Name">The name, which pages and charts refer to.</param>
/// <param name="Columns">What is measured.</param>
/// <param name="Rows">The subjects, in the order of the page.</param>
internal sealed record Table(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows);

/// <summary>A kind of number.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Unit">The unit, such as <c>ms</c>.</param>
internal sealed record Column(string Name, string Unit);

/// <summary>The numbers of one subject.</summary>
/// <param name="Subject">What was measured.</param>
/// <param name="Cells">A number for each column, or <see langword="null"/> where the subject has none.</param>
internal sealed record Row(string Subject, IReadOnlyList<Cell?> Cells);

/// <summary>A number, measured in several rounds.</summary>
/// <param name="Median">The median of the rounds.</param>
/// <param name="Least">The least of them.</param>
/// <param name="Most">The greatest of them.</param>
internal sealed record Cell(double Median, double Least, double Most)
{
    /// <summary>Returns the cell of the values of all rounds.</summary>
    public static Cell Of(IEnumerable<double> rounds)
    {
        double[] values = [.. rounds.Order()];
        var middle = values.Length / 2;
        var median = values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        return new(Round(median), Round(values[0]), Round(values[^1]));
    }

    /// <summary>Returns the cell of a number that is the same in each round.</summary>
    public static Cell Of(double value) => Of([value]);

    /// <summary>Four significant digits are more than any of the measurements has.</summary>
    private static double Round(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var digits = 3 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits >= 0 ? Math.Round(value, Math.Min(digits, 15)) : Math.Round(value);
    }
}
