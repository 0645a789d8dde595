using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>What tables are drawn on: its width, and whether lines are drawn.</summary>
internal sealed record Paper(int Width, TableBorder Border)
{
    /// <summary>An empty table with these heads.</summary>
    public Table Table(int gap, params string[] heads)
    {
        var table = new Table { Border = Border, BorderStyle = Show.Faint };
        foreach (string head in heads) table.AddColumn(Column(head, gap));
        return table;
    }

    /// <summary>A column whose head does not break.</summary>
    public TableColumn Column(string head, int gap) =>
        new TableColumn(new Text(head, Show.Faint)).Padding(0, 0, Border == TableBorder.None ? gap + 1 : gap, 0).NoWrap();
}
