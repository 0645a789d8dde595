namespace DataZoneGen.Generator.Emit;

/// <summary>A file to add to the compilation. A <c>/</c> in the hint name creates a folder if the file is written to disk.</summary>
internal sealed record GeneratedFile(string HintName, string Text);
