using System;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Docs;

/// <summary>Every setting and every option is documented.</summary>
public sealed partial class SettingTests
{
    [Fact]
    public void Each_setting_is_documented_with_its_variable_and_its_key()
    {
        var rows = Repository.Read("docs/credentials.md").Split('\n').Where(static line => line.StartsWith('|')).ToList();
        var settings = Setting().Matches(Repository.Read("runtime/Configuration/SharedConfig.cs"));

        Assert.True(settings.Count > 8);
        Assert.All(settings, setting => Assert.Contains(rows, row =>
            row.Contains("`" + setting.Groups[1].Value + "`", StringComparison.Ordinal) && row.Contains("`" + setting.Groups[2].Value + "`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_option_is_documented()
    {
        var pages = string.Concat(Repository.Files("docs", "*.md").Append("README.md").Select(Repository.Read));

        Assert.All(typeof(AwsClientOptions).GetProperties(), option => Assert.Matches(@"\b" + option.Name + @"\b", pages));
    }

    [GeneratedRegex(@"Find\(""(AWS_\w+)"", ""(\w+)""\)")]
    private static partial Regex Setting();
}
