using System.Linq;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Rendering;

/// <summary>Writes a table of numbers as Markdown.</summary>
internal static class MarkdownTable
{
    private const string NoNumber = "–";

    /// <summary>Returns the lines of the table and of the line under it, which says when and where its part ran.</summary>
    public static string[] Lines(Table table, PartResult part) =>
    [
        "| |" + string.Concat(table.Columns.Select(static column => $" {Heading(column)} |")),
        "|---|" + string.Concat(table.Columns.Select(static _ => "---:|")),
        .. table.Rows.Select(static row => $"| {row.Subject} |" + string.Concat(row.Cells.Select(static cell => $" {Text(cell)} |"))),
        "",
        // Code, because the name of a machine is not prose.
        $"<sub>Measured on {part.Date}: `{part.Machine}`</sub>",
    ];

    private static string Heading(Column column) => column.Unit.Length == 0 ? column.Name : $"{column.Name}, {column.Unit}";

    private static string Text(Cell? cell) => cell switch
    {
        null => NoNumber,
        _ when NumberText.IsWide(cell) => $"{NumberText.Format(cell.Median)} <sub>[{NumberText.Format(cell.Least)}–{NumberText.Format(cell.Most)}]</sub>",
        _ => NumberText.Format(cell.Median),
    };
}
