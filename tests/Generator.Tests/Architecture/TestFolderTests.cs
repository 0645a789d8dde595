using System;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Architecture;

/// <summary>Tests stand in the folder of the room that they test.</summary>
public sealed class TestFolderTests
{
    [Theory]
    [InlineData("tests/Generator.Tests", "generator", "Architecture", "Caching", "Determinism", "Docs", "Fixtures", "Robustness", "Snapshots", "Verifier")]
    [InlineData("tests/Runtime.Tests", "runtime", "Support")]
    public void Test_folders_mirror_the_rooms(string tests, string sources, params string[] others)
    {
        var folders = Repository.Files(tests, "*.cs")
            .Select(path => Path.GetDirectoryName(Path.GetRelativePath(tests, path))!.Replace('\\', '/'))
            .Where(folder => folder.Length > 0 && !others.Contains(folder.Split('/')[0]))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.All(folders, folder => Assert.True(Directory.Exists(Repository.PathOf(sources + "/" + folder)), sources + " has no folder '" + folder + "'."));
    }
}
