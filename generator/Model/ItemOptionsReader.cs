using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataZoneGen.Generator.Model;

/// <summary>
/// Reads the options that the build attaches to an additional file. DataZoneGen.targets writes them for AwsService
/// items; a project may also write them itself.
/// </summary>
internal static class ItemOptionsReader
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    /// <summary>The options, or null when the file is none of ours.</summary>
    public static ItemOptions? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(file);
        var item = Get(options, "AwsService");
        var operations = Get(options, "AwsOperations");
        if (item is null && operations is null)
        {
            return null;
        }

        provider.GlobalOptions.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        return new ItemOptions(
            item ?? file.Path,
            Get(options, "AwsPackageService") == "true",
            operations,
            Get(options, "AwsNamespace"),
            Get(options, "AwsAccess"),
            rootNamespace ?? "");
    }

    private static string? Get(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Prefix + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
