using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>The width of the output and the border of tables.</summary>
internal sealed record TableLayout(int Width, TableBorder Border)
{
    /// <summary>Creates an empty table with these headers.</summary>
    public Table CreateTable(int gap, params string[] headers)
    {
        var table = new Table { Border = Border, BorderStyle = Format.MutedStyle };
        foreach (var header in headers)
        {
            table.AddColumn(CreateColumn(header, gap));
        }

        return table;
    }

    /// <summary>Creates a column whose header does not wrap.</summary>
    public TableColumn CreateColumn(string header, int gap) =>
        new TableColumn(new Text(header, Format.MutedStyle)).Padding(0, 0, Border == TableBorder.None ? gap + 1 : gap, 0).NoWrap();
}
