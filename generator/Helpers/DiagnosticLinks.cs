namespace DataZoneGen.Generator;

/// <summary>The addresses of the documentation of diagnostics.</summary>
internal static class DiagnosticLinks
{
    public static string For(string id) => "https://github.com/datazonegen/datazonegen/blob/main/docs/diagnostics.md#" + id.ToLowerInvariant();
}
