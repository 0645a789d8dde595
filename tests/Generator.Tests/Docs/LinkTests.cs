using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Docs;

/// <summary>Links between pages of the repository, and from pages to sources, have existing targets.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] Folders = ["docs", "runtime", "samples", "tests", ".github"];

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Repository.Root, "*.md").Select(static path => Path.GetFileName(path)!)
        .Concat(Folders.SelectMany(static folder => Repository.Files(folder, "*.md")))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_link_targets_an_existing_file_and_heading(string page)
    {
        var broken = Link().Matches(Repository.Read(page)).Select(static link => link.Groups[1].Value)
            .Where(static link => !link.Contains("://", StringComparison.Ordinal))
            .Where(link => !Exists(page, link));

        Assert.Empty(broken);
    }

    [Fact]
    public void Folders_in_the_picture_of_the_architecture_exist()
    {
        var folders = Room().Matches(Repository.Read("docs/architecture.svg")).Select(static room => room.Groups[1].Value).ToList();

        Assert.NotEmpty(folders);
        Assert.All(folders, static folder => Assert.True(
            Directory.Exists(Repository.PathOf("generator/" + folder)) || Directory.Exists(Repository.PathOf("runtime/" + folder)), folder));
    }

    private static bool Exists(string page, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? Repository.PathOf(page) : Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, parts[0]);
        return Path.Exists(target) && (parts.Length == 1 || (!parts[1].Any(char.IsUpper) && Anchors(File.ReadAllText(target)).Contains(parts[1], StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>The anchors that GitHub creates for headings, in lower case.</summary>
    private static IEnumerable<string> Anchors(string text) => Heading().Matches(text)
        .Select(static heading => NotInAnchors().Replace(heading.Groups[1].Value.Trim(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@">(\w+)/</text>")]
    private static partial Regex Room();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
