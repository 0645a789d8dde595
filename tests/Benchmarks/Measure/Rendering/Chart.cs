using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Rendering;

/// <summary>A picture of numbers.</summary>
/// <param name="File">The file, relative to the root of the repository.</param>
/// <param name="Title">What the numbers are about.</param>
/// <param name="Panels">The groups of bars. Each has its own scale.</param>
internal sealed record Chart(string File, string Title, IReadOnlyList<Panel> Panels)
{
    /// <summary>All charts of the repository.</summary>
    public static IReadOnlyList<Chart> All { get; } =
    [
        new("docs/benchmarks-start.svg", "The first call of a process",
        [
            new("With the JIT compiler: time", "first-call", "JIT time"),
            new("NativeAOT: instructions", "first-call", "NativeAOT instructions"),
        ]),
        new("docs/benchmarks-calls.svg", "Processor time of a call",
        [
            new("One caller", "calls-sequential", "processor time", ["HttpClient alone", "hand-written client", "DataZoneGen", "AWSSDK.SSO"]),
            new("64 callers", "calls-concurrent", "processor time"),
            new("Other languages, one caller", "calls-sequential", "processor time", ["DataZoneGen", "AWS SDK for JavaScript", "boto3"]),
        ]),
        new("docs/benchmarks-memory.svg", "Memory that a call allocates",
        [
            new("One caller", "calls-sequential", "allocated"),
            new("Other protocols", "calls-protocols", "allocated"),
        ]),
        new("docs/benchmarks-generator.svg", "Time of the generator, by the number of operations",
        [
            new("First build", "generator", "first build"),
            new("After a keystroke", "generator", "keystroke"),
        ]),
    ];
}

/// <summary>Bars of one scale: a column of a table.</summary>
/// <param name="Heading">What the bars show.</param>
/// <param name="Table">The name of the table.</param>
/// <param name="Column">The name of the column.</param>
/// <param name="Subjects">The rows, or <see langword="null"/> for all of them.</param>
internal sealed record Panel(string Heading, string Table, string Column, IReadOnlyList<string>? Subjects = null)
{
    /// <summary>Returns the bars, without subjects that have no number; none if the table was not measured.</summary>
    /// <exception cref="InvalidDataException">The table has no such column.</exception>
    public IReadOnlyList<Bar> Bars(MeasureResults results)
    {
        if (results.Find(Table) is not { } table)
        {
            return [];
        }

        var column = table.Columns.ToList().FindIndex(column => column.Name == Column);
        if (column < 0)
        {
            var names = string.Join(", ", table.Columns.Select(static column => column.Name));
            throw new InvalidDataException($"The table {Table} of {MeasureResults.File} has no column \"{Column}\" for a chart. It has: {names}.");
        }

        return
        [
            .. from row in table.Rows
               where (Subjects is null || Subjects.Contains(row.Subject)) && row.Cells[column] is not null
               select new Bar(row.Subject, row.Cells[column]!.Median, table.Columns[column].Unit),
        ];
    }
}

/// <summary>One bar of a chart.</summary>
/// <param name="Label">The text beside it.</param>
/// <param name="Median">The number. Only tables show how much rounds differ.</param>
/// <param name="Unit">The unit of the number.</param>
internal sealed record Bar(string Label, double Median, string Unit);
