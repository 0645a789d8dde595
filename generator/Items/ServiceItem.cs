using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.Items;

/// <summary>The kind of thing that the Include of an AwsService item refers to.</summary>
internal enum ItemKind
{
    /// <summary>A model file of the project.</summary>
    File,

    /// <summary>A service in the package.</summary>
    Package,

    /// <summary>A folder, which is not a valid Include.</summary>
    Folder,

    /// <summary>Neither a file, nor a folder, nor a service in the package.</summary>
    Unknown,
}

/// <summary>
/// An AwsService item, or the equivalent metadata of an additional file. Options that are not set are null. Model files have the key of
/// their item; several items may have the same key.
/// </summary>
internal sealed record ServiceItem(string Key)
{
    public ItemKind Kind { get; init; }

    /// <summary>The Include after MSBuild evaluated it: one file or one name.</summary>
    public string Include { get; init; } = "";

    /// <summary>The path of the project file that defines the item; null for the metadata of an additional file.</summary>
    public string? Project { get; init; }

    public string? Operations { get; init; }

    public string? Namespace { get; init; }

    public string? Access { get; init; }

    public string? Protocol { get; init; }

    /// <summary>The full path of the lock file; null if the model is not compared with one.</summary>
    public string? ModelLock { get; init; }

    /// <summary>How many shapes the selected operations may use.</summary>
    public string? MaxShapes { get; init; }

    /// <summary>Whether a fake of the service is generated: with the client, or alone.</summary>
    public string? Fake { get; init; }

    public ItemLocations Locations { get; init; }
}

/// <summary>The locations of an item and its options.</summary>
internal readonly record struct ItemLocations(
    SourceLocation Item,
    SourceLocation Operations,
    SourceLocation Namespace,
    SourceLocation Access,
    SourceLocation Protocol,
    SourceLocation ModelLock,
    SourceLocation MaxShapes,
    SourceLocation Fake)
{
    /// <summary>Creates locations that are all the same, if no others are known.</summary>
    public static ItemLocations From(SourceLocation location) => new(location, location, location, location, location, location, location, location);
}
