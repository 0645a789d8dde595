using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataZoneGen.Benchmarks.Measure.Results;

/// <summary>The numbers of the last run of each part, as <c>docs/benchmarks.json</c> has them.</summary>
/// <param name="Parts">The parts by name.</param>
internal sealed record MeasureResults(SortedDictionary<string, PartResult> Parts)
{
    /// <summary>The file, relative to the root of the repository.</summary>
    public const string File = "docs/benchmarks.json";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Returns the table of a name, or <see langword="null"/> if no part has measured it.</summary>
    public Table? Find(string table) => Parts.Values.SelectMany(static part => part.Tables).SingleOrDefault(t => t.Name == table);

    /// <summary>Reads the results below a root of the repository.</summary>
    public static MeasureResults Read(string root)
    {
        var path = Path.Combine(root, File);
        return System.IO.File.Exists(path)
            ? JsonSerializer.Deserialize<MeasureResults>(System.IO.File.ReadAllText(path), Format)!
            : new MeasureResults(new SortedDictionary<string, PartResult>(StringComparer.Ordinal));
    }

    /// <summary>Writes the results below a root of the repository.</summary>
    public void Write(string root) => System.IO.File.WriteAllText(Path.Combine(root, File), JsonSerializer.Serialize(this, Format) + "\n");
}

/// <summary>The numbers of one run of a part.</summary>
/// <param name="Date">The day of the run.</param>
/// <param name="Machine">The machine, in words.</param>
/// <param name="Tables">The numbers.</param>
internal sealed record PartResult(string Date, string Machine, IReadOnlyList<Table> Tables);
