namespace DataZoneGen.Package.Tests.Packing;

/// <summary>Options of a <see cref="ConsumerProject"/>. The default is a console program that references the package.</summary>
internal sealed record ConsumerProjectOptions
{
    public string Sdk { get; init; } = "Microsoft.NET.Sdk";

    public string TargetFramework { get; init; } = "net10.0";

    public bool IsLibrary { get; init; }

    /// <summary>Whether the project itself references the package.</summary>
    public bool HasPackage { get; init; } = true;

    /// <summary>MSBuild properties, as XML.</summary>
    public string Properties { get; init; } = "";

    /// <summary>MSBuild items, as XML; a project beside it is <c>../Name/Name.csproj</c>.</summary>
    public string Items { get; init; } = "";
}
