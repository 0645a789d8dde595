using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataZoneGen.Generator.Items;

/// <summary>What the generator has an additional file for.</summary>
internal enum FileRole
{
    /// <summary>A model file: service, shapes, paginators and so on.</summary>
    Model,

    /// <summary>The list of the project's AwsService items, which the build writes.</summary>
    ItemList,

    /// <summary>A project file that defines AwsService items.</summary>
    Project,
}

/// <summary>The role of an additional file and, for a model file, what its own metadata asks for.</summary>
internal sealed record AdditionalFileOptions(FileRole Role, ServiceItem Item);

/// <summary>
/// Reads the metadata of an additional file. DataZoneGen.targets sets it for the files of AwsService items; a project may also set it
/// itself on AdditionalFiles.
/// </summary>
internal static class AdditionalFileOptionsReader
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    /// <summary>The options, or null when the file is not for this generator.</summary>
    public static AdditionalFileOptions? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(file);
        switch (Get(options, "AwsBuildFile"))
        {
            case "Items":
                return new AdditionalFileOptions(FileRole.ItemList, new ServiceItem(file.Path));
            case "Project":
                return new AdditionalFileOptions(FileRole.Project, new ServiceItem(file.Path));
        }

        var service = Get(options, "AwsService");
        var operations = Get(options, "AwsOperations");
        if (service is null && operations is null)
        {
            return null;
        }

        return new AdditionalFileOptions(FileRole.Model, new ServiceItem(service ?? file.Path)
        {
            Operations = operations,
            Namespace = Get(options, "AwsNamespace"),
            Access = Get(options, "AwsAccess"),
        });
    }

    private static string? Get(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Prefix + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
