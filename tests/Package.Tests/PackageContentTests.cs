using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

[Collection(nameof(PackedPackage))]
public sealed class PackageContentTests(PackedPackage package)
{
    private string[] Entries()
    {
        using var archive = ZipFile.OpenRead(package.PackageFile);
        return archive.Entries.Select(static e => e.FullName).Order(StringComparer.Ordinal).ToArray();
    }

    [Fact]
    public void TheAnalyzerFolderHoldsTheGeneratorAndNoOtherDll() =>
        Assert.Equal(
            ["analyzers/dotnet/cs/DataZoneGen.Generator.dll"],
            Entries().Where(static e => e.StartsWith("analyzers/", StringComparison.Ordinal)));

    [Fact]
    public void TheRuntimeIsThereWithItsDocs() =>
        Assert.Equal(
            ["lib/net8.0/DataZoneGen.Runtime.dll", "lib/net8.0/DataZoneGen.Runtime.xml"],
            Entries().Where(static e => e.StartsWith("lib/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("build")]
    [InlineData("buildTransitive")]
    public void BuildFilesCarryThePackagesNameAndReachProjectsBehindOthers(string folder) =>
        Assert.Equal(
            [folder + "/DataZoneGen.EmitFiles.targets", folder + "/DataZoneGen.props", folder + "/DataZoneGen.targets"],
            Entries().Where(e => e.StartsWith(folder + "/", StringComparison.Ordinal)));

    [Fact]
    public void EveryModelOfTheRepositoryIsThere()
    {
        var models = Directory.GetFiles(Path.Combine(Repository.Root, "models"), "*.json", SearchOption.AllDirectories)
            .Select(static f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(models, Entries().Where(static e => e.StartsWith("models/", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheDependenciesAreFewAndAskForNoMoreThanTheyMust()
    {
        using var archive = ZipFile.OpenRead(package.PackageFile);
        using var stream = archive.GetEntry("DataZoneGen.nuspec")!.Open();
        var dependencies = XDocument.Load(stream).Descendants().Where(static e => e.Name.LocalName == "dependency");
        Assert.Equal(
            ["Microsoft.Extensions.Logging.Abstractions 8.0.3", "System.Diagnostics.DiagnosticSource 9.0.0"],
            dependencies.Select(static d => d.Attribute("id")!.Value + " " + d.Attribute("version")!.Value).Order(StringComparer.Ordinal));
    }
}

[CollectionDefinition(nameof(PackedPackage))]
public sealed class PackedPackageDefinition : ICollectionFixture<PackedPackage>;
