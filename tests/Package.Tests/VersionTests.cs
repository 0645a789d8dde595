using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>The changelog and the documentation have the version of Directory.Build.props.</summary>
public sealed partial class VersionTests
{
    private const string Unreleased = "Unreleased";

    private static readonly string Current =
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public void UnreleasedChangesNeedAVersionAfterTheLatestRelease()
    {
        var sections = Section().Matches(File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")).ReplaceLineEndings("\n"))
            .Select(static section => (Name: section.Groups[1].Value, Text: section.Groups[2].Value))
            .ToList();
        var latest = sections.Select(static section => section.Name).FirstOrDefault(static name => name != Unreleased);
        var hasChanges = sections.Any(static section => section.Name == Unreleased && !string.IsNullOrWhiteSpace(section.Text));

        Assert.NotEmpty(sections);
        if (!hasChanges)
        {
            Assert.Equal(latest, Current);
        }
        else if (latest is not null)
        {
            Assert.True(Number(Current) > Number(latest), $"CHANGELOG.md has changes after {latest}, but Directory.Build.props still says {Current}.");
        }
    }

    [Fact]
    public void PagesNameTheCurrentVersion()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "README.md"));
        var named = pages.SelectMany(static page => Reference().Matches(File.ReadAllText(page))).Select(static reference => reference.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, static version => Assert.Equal(Current, version));
    }

    private static Version Number(string version) => Version.Parse(version.Split('-')[0]);

    [GeneratedRegex(@"^## \[(.+?)\].*\n((?:(?!## ).*\n?)*)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"Include=""DataZoneGen[\w.]*"" Version=""([^""]+)""")]
    private static partial Regex Reference();
}
