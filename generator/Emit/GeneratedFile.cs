namespace DataZoneGen.Generator.Emit;

/// <summary>A file to add to the compilation. The hint name may hold <c>/</c>, which makes folders on disk.</summary>
internal sealed record GeneratedFile(string HintName, string Text);
