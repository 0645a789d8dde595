using Microsoft.CodeAnalysis;

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

/// <summary>An additional file of this generator: its role and, for a model file, what its own metadata asks for.</summary>
internal sealed record InputFile(AdditionalText Text, FileRole Role, ServiceItem Item)
{
    /// <summary>The one operation that the file holds, where the build knows it by the name of the file; otherwise null.</summary>
    public string? Operation { get; init; }
}
