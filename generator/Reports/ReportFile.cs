using System.IO;
using System.Text;

namespace DataZoneGen.Generator.Reports;

/// <summary>
/// A text that a build target takes out of a generated file, because a generator cannot write other files. The file has only comments: first the path of the
/// file that the target writes, then the text. DataZoneGen.Reports.targets reads this form.
/// </summary>
/// <param name="Name">The name of the generated file.</param>
/// <param name="Path">The path of the file with the text; empty if the target decides it.</param>
/// <param name="Text">The text, without a line break at its end.</param>
internal sealed record ReportFile(string Name, string Path, string Text)
{
    public string HintName => "Reports/" + Name + ".g.cs";

    /// <summary>Returns the text of the generated file.</summary>
    public string ToSource()
    {
        var source = new StringBuilder("//#").Append(Path).Append('\n');
        using var lines = new StringReader(Text);
        while (lines.ReadLine() is { } line)
        {
            source.Append("// ").Append(line).Append('\n');
        }

        return source.ToString();
    }
}
