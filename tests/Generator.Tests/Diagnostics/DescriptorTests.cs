using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Diagnostics;

public sealed class DescriptorTests
{
    private const string DiagnosticsPage = "docs/diagnostics.md";
    private const string AnalyzersPage = "docs/analyzers.md";

    private static readonly IReadOnlyDictionary<string, (DiagnosticDescriptor Descriptor, string Page)> Descriptors =
        Of(typeof(DiagnosticDescriptors), DiagnosticsPage).Concat(Of(typeof(AnalyzerDescriptors), AnalyzersPage))
        .ToDictionary(static entry => entry.Descriptor.Id, StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. Descriptors.Keys];

    private static IEnumerable<(DiagnosticDescriptor Descriptor, string Page)> Of(Type type, string page) =>
        type.GetFields().Select(field => ((DiagnosticDescriptor)field.GetValue(null)!, page));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_title_a_description_and_a_help_link(string id)
    {
        var (descriptor, page) = Descriptors[id];

        Assert.NotEmpty(Text(descriptor.Title));
        Assert.NotEmpty(Text(descriptor.Description));
        Assert.NotEqual(Text(descriptor.Title), Text(descriptor.Description));
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Equal("DataZoneGen", descriptor.Category);
        Assert.EndsWith("/" + page + "#" + id.Replace("DZG", "dzg", StringComparison.Ordinal), descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.True(Uri.IsWellFormedUriString(descriptor.HelpLinkUri, UriKind.Absolute));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_section_in_the_docs_with_its_title_and_severity(string id)
    {
        var (descriptor, page) = Descriptors[id];
        var lines = Repository.Read(page).ReplaceLineEndings("\n").Split('\n');
        var start = Array.IndexOf(lines, "## " + id);
        Assert.True(start >= 0, page + " has no section '## " + id + "'.");

        var section = lines.Skip(start + 1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(static line => line.Length > 0).ToList();
        Assert.Equal("**" + Text(descriptor.Title) + "** (" + descriptor.DefaultSeverity + ")", section[0], ignoreCase: true);
        Assert.True(section.Count > 1, "The section of " + id + " says nothing but its title.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_is_in_the_release_notes_of_the_analyzer(string id)
    {
        var (descriptor, _) = Descriptors[id];

        Assert.Contains(
            id + " | " + descriptor.Category + " | " + descriptor.DefaultSeverity + " | " + Text(descriptor.Title),
            (Repository.Read("generator/AnalyzerReleases.Unshipped.md") + Repository.Read("generator/AnalyzerReleases.Shipped.md")).ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void The_docs_and_the_release_notes_contain_no_unknown_rule()
    {
        var known = Descriptors.Keys.Concat(RulesOfTheBuild()).Append(StabilityPlan.ExperimentalId).ToHashSet(StringComparer.Ordinal);
        var documented = (Repository.Read(DiagnosticsPage) + Repository.Read(AnalyzersPage)).ReplaceLineEndings("\n").Split('\n')
            .Where(static line => line.StartsWith("## DZG", StringComparison.Ordinal))
            .Select(static line => line["## ".Length..]);
        var noted = Repository.Read("generator/AnalyzerReleases.Unshipped.md").ReplaceLineEndings("\n").Split('\n')
            .Where(static line => line.StartsWith("DZG", StringComparison.Ordinal))
            .Select(static line => line.Split(' ')[0]);

        Assert.All(documented.Concat(noted), id => Assert.Contains(id, known));
    }

    [Fact]
    public void Every_rule_of_the_build_has_a_section_in_the_docs_and_links_to_it()
    {
        var docs = Repository.Read(DiagnosticsPage).ReplaceLineEndings("\n");

        Assert.Equal(["DZG025", "DZG026"], RulesOfTheBuild());
        Assert.All(RulesOfTheBuild(), id =>
        {
            Assert.Contains("\n## " + id + "\n", docs, StringComparison.Ordinal);
            Assert.Contains("docs/diagnostics.md#" + id.Replace("DZG", "dzg", StringComparison.Ordinal) + "\"", Targets, StringComparison.Ordinal);
            Assert.DoesNotContain(id, Descriptors.Keys);
        });
    }

    [Fact]
    public void The_rule_of_experimental_members_has_a_section_in_the_docs()
    {
        Assert.DoesNotContain(StabilityPlan.ExperimentalId, Descriptors.Keys.Concat(RulesOfTheBuild()));
        Assert.Contains("\n## " + StabilityPlan.ExperimentalId + "\n", Repository.Read("docs/diagnostics.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_test_that_names_it()
    {
        var tested = typeof(DescriptorTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods())
            .SelectMany(static method => method.GetCustomAttributesData())
            .Where(static attribute => attribute.AttributeType == typeof(TraitAttribute) && (string)attribute.ConstructorArguments[0].Value! == "Rule")
            .Select(static attribute => (string)attribute.ConstructorArguments[1].Value!)
            .Distinct();

        Assert.Equal(Descriptors.Keys.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    private static string Targets { get; } = Repository.Read("generator/build/DataZoneGen.targets");

    /// <summary>The diagnostics of the build's targets, for projects in which the generator cannot run.</summary>
    private static IEnumerable<string> RulesOfTheBuild() =>
        Regex.Matches(Targets, "Code=\"(DZG[0-9]{3})\"").Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);
}
