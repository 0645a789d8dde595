using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Items;

/// <summary>The role of an additional file.</summary>
internal enum FileRole
{
    /// <summary>A model file: a service, shapes, paginators, waiters or endpoint rules.</summary>
    Model,

    /// <summary>The list of the project's AwsService items, which the build writes.</summary>
    ItemList,

    /// <summary>A project file that defines AwsService items.</summary>
    Project,

    /// <summary>A lock file that AwsService items name.</summary>
    ModelLock,
}

/// <summary>An additional file for this generator: its role and, for a model file, the item that its own metadata describes.</summary>
internal sealed record InputFile(AdditionalText Text, FileRole Role, ServiceItem Item)
{
    /// <summary>The operation in the file, if the build knows it from the file name; otherwise, null.</summary>
    public string? Operation { get; init; }
}
