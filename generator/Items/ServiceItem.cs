using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.Items;

/// <summary>What the Include of an AwsService item names.</summary>
internal enum ItemKind
{
    /// <summary>A model file of the project.</summary>
    File,

    /// <summary>A service that the package has a model of.</summary>
    Package,

    /// <summary>A folder, which is no valid Include.</summary>
    Folder,

    /// <summary>Neither a file, nor a folder, nor a service of the package.</summary>
    Unknown,
}

/// <summary>
/// What one AwsService item, or the metadata of a plain additional file, asks for; null where it says nothing. Model files carry the
/// key of their item; several items may have the same key.
/// </summary>
internal sealed record ServiceItem(string Key)
{
    public ItemKind Kind { get; init; }

    /// <summary>The Include as MSBuild evaluated it: one file or one name.</summary>
    public string Include { get; init; } = "";

    /// <summary>The path of the project file that defines the item; null for metadata of a plain additional file.</summary>
    public string? Project { get; init; }

    public string? Operations { get; init; }

    public string? Namespace { get; init; }

    public string? Access { get; init; }

    public ItemLocations Places { get; init; }
}

/// <summary>Where an item and its options are written.</summary>
internal readonly record struct ItemLocations(SourceLocation Item, SourceLocation Operations, SourceLocation Namespace, SourceLocation Access)
{
    /// <summary>One place for all, where nothing more is known.</summary>
    public static ItemLocations At(SourceLocation location) => new(location, location, location, location);
}
