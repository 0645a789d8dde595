using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

public sealed partial class PackageContentTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string RepositoryUrl = "https://github.com/datazonegen/datazonegen";
    private const string PageUrl = RepositoryUrl + "/blob/main/";
    private const string ImageUrl = "https://raw.githubusercontent.com/datazonegen/datazonegen/main/";

    private string[] Entries()
    {
        using var archive = ZipFile.OpenRead(package.PackageFile);
        return archive.Entries.Select(static e => e.FullName).Order(StringComparer.Ordinal).ToArray();
    }

    [Fact]
    public void TheAnalyzerFolderContainsTheGeneratorTheCodeFixesAndTheirLibraries() =>
        Assert.Equal(
            [
                "analyzers/dotnet/cs/DataZoneGen.CodeFixes.dll",
                "analyzers/dotnet/cs/DataZoneGen.Generator.dll",
                "analyzers/dotnet/cs/Scriban.Signed.dll",
                "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
                "analyzers/dotnet/cs/System.Threading.Tasks.Extensions.dll",
            ],
            Entries().Where(static e => e.StartsWith("analyzers/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Scriban.Signed", "Redistributions in binary form must reproduce the above copyright notice")]
    [InlineData("System.Threading.Tasks.Extensions", "Permission is hereby granted, free of charge")]
    [InlineData("System.Runtime.CompilerServices.Unsafe", "Permission is hereby granted, free of charge")]
    public void TheLicensesOfTheLibrariesArePacked(string library, string license)
    {
        var notices = Encoding.UTF8.GetString(Bytes("THIRD-PARTY-NOTICES.txt"));

        Assert.Contains(library, notices, StringComparison.Ordinal);
        Assert.Contains(license, notices, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePackageContainsTheRuntimeAndItsDocumentation() =>
        Assert.Equal(
            ["lib/net8.0/DataZoneGen.Runtime.dll", "lib/net8.0/DataZoneGen.Runtime.xml"],
            Entries().Where(static e => e.StartsWith("lib/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("build")]
    [InlineData("buildTransitive")]
    public void BuildFilesHaveThePackageNameAndAreTransitive(string folder) =>
        Assert.Equal(
            [folder + "/DataZoneGen.EmitFiles.targets", folder + "/DataZoneGen.Reports.targets", folder + "/DataZoneGen.props", folder + "/DataZoneGen.targets"],
            Entries().Where(e => e.StartsWith(folder + "/", StringComparison.Ordinal)));

    [Fact]
    public void ThePackageContainsAllModels()
    {
        var models = Directory.GetFiles(Path.Combine(Repository.Root, "models"), "*.json", SearchOption.AllDirectories)
            .Select(static f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(models, Entries().Where(static e => e.StartsWith("models/", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheDependenciesAreFewAndHaveTheOldestVersions()
    {
        var dependencies = Metadata().Descendants().Where(static e => e.Name.LocalName == "dependency");
        Assert.Equal(
            ["Microsoft.Extensions.Logging.Abstractions 8.0.3", "System.Diagnostics.DiagnosticSource 9.0.0"],
            dependencies.Select(static d => d.Attribute("id")!.Value + " " + d.Attribute("version")!.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheMetadataNamesTheRepositoryAndTheReleaseNotes()
    {
        var metadata = Metadata();

        Assert.Equal(RepositoryUrl, Value(metadata, "projectUrl"));
        Assert.Equal(PageUrl + "CHANGELOG.md", Value(metadata, "releaseNotes"));
        Assert.Equal(RepositoryUrl, Element(metadata, "repository").Attribute("url")!.Value);
    }

    [Fact]
    public void TheIconIsAPngOf128Pixels()
    {
        var icon = Bytes(Value(Metadata(), "icon"));

        Assert.Equal("PNG", Encoding.ASCII.GetString(icon, 1, 3));
        Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)));
        Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)));
    }

    [Fact]
    public void TheReadmeHasAbsoluteLinks()
    {
        var packed = Lines(Encoding.UTF8.GetString(Bytes(Value(Metadata(), "readme"))));

        Assert.DoesNotContain(
            Link().Matches(packed).Select(static link => link.Groups[1].Value),
            static url => !url.StartsWith("https://", StringComparison.Ordinal) && !url.StartsWith('#'));
        Assert.Equal(
            Lines(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))),
            packed.Replace(ImageUrl, "", StringComparison.Ordinal).Replace(PageUrl, "", StringComparison.Ordinal));
    }

    [Fact]
    public void ImagesOfTheReadmeAreLinkedAsFilesAndNotAsPages() =>
        Assert.All(
            Image().Matches(Encoding.UTF8.GetString(Bytes("README.md"))),
            static image => Assert.StartsWith(ImageUrl, image.Groups[1].Value, StringComparison.Ordinal));

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    private static XElement Element(XDocument metadata, string name) => metadata.Descendants().Single(e => e.Name.LocalName == name);

    private static string Value(XDocument metadata, string name) => Element(metadata, name).Value;

    private XDocument Metadata()
    {
        using var stream = new MemoryStream(Bytes("DataZoneGen.nuspec"));
        return XDocument.Load(stream);
    }

    private byte[] Bytes(string entry)
    {
        using var archive = ZipFile.OpenRead(package.PackageFile);
        using var stream = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"\]\(([^)\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)\s]+)")]
    private static partial Regex Image();
}
