using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataZoneGen.Generator.Items;

/// <summary>
/// Reads the metadata of an additional file. DataZoneGen.targets sets it for the files of AwsService items; a project may also set it
/// itself on AdditionalFiles.
/// </summary>
internal static class InputFileReader
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    /// <summary>Returns the file with its metadata, or null if it is not for this generator.</summary>
    public static InputFile? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(file);
        switch (Get(options, "AwsBuildFile"))
        {
            case "Items":
                return new InputFile(file, FileRole.ItemList, new ServiceItem(file.Path));
            case "Project":
                return new InputFile(file, FileRole.Project, new ServiceItem(file.Path));
            case "ModelLock":
                return new InputFile(file, FileRole.ModelLock, new ServiceItem(file.Path));
        }

        var service = Get(options, "AwsService");
        var operations = Get(options, "AwsOperations");
        if (service is null && operations is null)
        {
            return null;
        }

        var item = new ServiceItem(service ?? file.Path)
        {
            Operations = operations,
            Namespace = Get(options, "AwsNamespace"),
            Access = Get(options, "AwsAccess"),
            Protocol = Get(options, "AwsProtocol"),
            MaxShapes = Get(options, "AwsMaxShapes"),
            Fake = Get(options, "AwsFake"),
        };
        return new InputFile(file, FileRole.Model, item) { Operation = Get(options, "AwsOperation") };
    }

    private static string? Get(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Prefix + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
