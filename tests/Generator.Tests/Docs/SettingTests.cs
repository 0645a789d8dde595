using System;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Docs;

/// <summary>The page on settings has all of them.</summary>
public sealed partial class SettingTests
{
    [Fact]
    public void Each_setting_stands_on_the_page_with_its_variable_and_its_key()
    {
        var rows = Repository.Read("docs/credentials.md").Split('\n').Where(static line => line.StartsWith('|')).ToList();
        var settings = Setting().Matches(Repository.Read("runtime/Configuration/SharedSettings.cs"));

        Assert.True(settings.Count > 8);
        Assert.All(settings, setting => Assert.Contains(rows, row =>
            row.Contains("`" + setting.Groups[1].Value + "`", StringComparison.Ordinal) && row.Contains("`" + setting.Groups[2].Value + "`", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"Find\(""(AWS_\w+)"", ""(\w+)""\)")]
    private static partial Regex Setting();
}
