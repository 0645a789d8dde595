using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Emit;
using DataZoneGen.Generator.Emit.Templates;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>Checks the templates, which the C# compiler does not check.</summary>
public sealed class TemplateTests
{
    internal static IReadOnlySet<string> Names { get; } =
        Repository.Files("generator/Templates", "*").Select(static path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<object[]> Uses => Emitter.Templates.Select(static template => (template.Name, template.Unit)).Distinct()
        .Select(static use => new object[] { use.Name, use.Unit });

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_template_names_only_what_exists(string template, Type model) => Assert.Empty(Check(TemplateEngine.Default, template, model));

    [Fact]
    public void Every_template_is_used()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var template in Emitter.Templates)
        {
            Check(TemplateEngine.Default, template.Name, template.Unit, used);
        }

        Assert.Empty(Names.Except(used));
    }

    [Fact]
    public void Every_template_is_a_resource_of_the_generator() => Assert.Equal(
        Names.Order(StringComparer.Ordinal),
        typeof(Emitter).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("{{ unit.Nmae }}", "line 1: 'unit.Nmae' names no member of EnumUnit")]
    [InlineData("{{ unit.Doc.Sumary }}", "line 1: 'unit.Doc.Sumary' names no member of DocPlan")]
    [InlineData("\n{{ for value in unit.Values }}\n{{ value.Text }}\n{{ end }}", "line 3: 'value.Text' names no member of EnumValuePlan")]
    [InlineData("{{ untt.Name }}", "line 1: 'untt' is no variable")]
    [InlineData("{{ $name }}", "line 1: '$name' is no variable")]
    [InlineData("{{ litral unit.Name }}", "line 1: 'litral unit.Name' calls no function")]
    [InlineData("{{ literal unit.Doc }}", "line 1: 'literal unit.Doc' passes a DocPlan, not a String")]
    [InlineData("{{ literal unit.Name unit.Name }}", "line 1: 'literal unit.Name unit.Name' passes 2 arguments, not 1")]
    [InlineData("{{ include 'Recods' }}", "line 1: 'include 'Recods'' includes no template")]
    [InlineData("{{ include 'ExceptionConstructors' }}", "'$name' is no variable")]
    [InlineData("{{ include 'ExceptionConstructors' name: unit.Name more: 1 }}", "passes '$more', which is not used")]
    [InlineData("{{ if unit.Values.Count }}{{ end }}", "line 1: 'unit.Values.Count' is a condition that always holds")]
    [InlineData("{{ for value in unit.Context }}{{ end }}", "is no loop over a list")]
    [InlineData("{{ unit.Doc }}", "writes a DocPlan")]
    [InlineData("{{ while true }}{{ end }}", "is a statement that nothing checks: ScriptWhileStatement")]
    public void A_mistake_is_found(string text, string problem) =>
        Assert.Contains(Check(new TextEngine(text), TextEngine.Name, typeof(EnumUnit)), found => found.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_template_that_does_not_parse_is_an_error() =>
        Assert.Throws<InvalidOperationException>(static () => new TextEngine("{{ if }}").Get(TextEngine.Name));

    private static IReadOnlyList<string> Check(TemplateEngine engine, string template, Type model, HashSet<string>? used = null) => TemplateChecker.Check(
        engine,
        template,
        new Dictionary<string, Type>(StringComparer.Ordinal) { ["unit"] = model, ["context"] = typeof(UnitContext), ["generated_code"] = typeof(string) },
        used ?? []);
}
