using System;
using System.Collections.Generic;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Generator.Tests.Docs.Benchmarks;

/// <summary>Small results with numbers that nobody measured.</summary>
internal static class Sample
{
    /// <summary>The results of one part with one table.</summary>
    public static MeasureResults Results(Table table) =>
        new(new SortedDictionary<string, PartResult>(StringComparer.Ordinal) { ["part"] = new("2026-01-31", "a machine", [table]) });

    /// <summary>A table of the name <c>calls</c> with one column of times.</summary>
    public static Table Times(params (string Subject, Cell? Time)[] rows) =>
        new("calls", [new("time", "ms")], [.. Array.ConvertAll(rows, static row => new Row(row.Subject, [row.Time]))]);
}
