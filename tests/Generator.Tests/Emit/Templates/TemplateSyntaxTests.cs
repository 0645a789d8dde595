using System;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>The template syntax of the generator, where it differs from Scriban's.</summary>
public sealed class TemplateSyntaxTests
{
    private static readonly EnumUnit Unit = new(
        new UnitContext("Acme", IsPublic: true, "Acme", "2024-01-01"),
        "Color",
        "ColorWire",
        new DocPlan("A color.", ["First.", "Second."]),
        [new EnumValuePlan("Red", "RED", new DocPlan("Red.", [])), new EnumValuePlan("Blue", "BLUE", new DocPlan("Blue.", []))],
        IsRead: true);

    [Theory]
    [InlineData("a {{ unit.Name }} b\n", "a Color b\n")]
    [InlineData("    {{ unit.Name }}\n", "    Color\n")]
    [InlineData("    {{ unit.Name }}", "    Color\n")]
    public void An_expression_is_written(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{\n    {{ stability unit.Stability }}\n}\n", "{\n}\n")]
    [InlineData("a\n{{ stability unit.Stability }}\nb\n", "a\nb\n")]
    public void An_expression_alone_on_its_line_that_is_empty_leaves_no_line(string template, string expected) => Assert.Equal(expected, Render(template));

    [Fact]
    public void An_expression_alone_on_its_line_indents_each_line_of_its_value() => Assert.Equal(
        "    /// <summary>A color.</summary>\n    /// <remarks>\n    /// <para>First.</para>\n    /// <para>Second.</para>\n    /// </remarks>\n",
        Render("    {{ doc unit.Doc }}\n"));

    [Theory]
    [InlineData("{{ if unit.IsRead }}\na\n{{ end }}\nb\n", "a\nb\n")]
    [InlineData("    {{ for value in unit.Values }}\n    {{ value.Name }},\n    {{ end }}\n", "    Red,\n    Blue,\n")]
    [InlineData("{{ $name = unit.Name }}\n{{ $name }}\n", "Color\n")]
    [InlineData("{{ # A comment. }}\na\n", "a\n")]
    [InlineData("a{{ if unit.IsRead }} b{{ end }}\n", "a b\n")]
    public void A_statement_alone_on_its_line_leaves_no_line(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{\n\na\n", "{\na\n")]
    [InlineData("a\n\n\n\nb\n", "a\n\nb\n")]
    [InlineData("{{ for value in unit.Values }}\n\n{{ value.Name }}\n{{ end }}\n", "\nRed\n\nBlue\n")]
    public void An_empty_line_after_a_brace_or_an_empty_line_is_dropped(string template, string expected) => Assert.Equal(expected, Render(template));

    [Fact]
    public void Line_endings_of_a_template_make_no_difference() =>
        Assert.Equal("a\n\n    Color\nb\n", Render("a\r\n\r\n    {{ unit.Name }}\r\nb\r\n"));

    [Theory]
    [InlineData("{{ unit.Missing }}")]
    [InlineData("{{ missing }}")]
    [InlineData("{{ unit.Obsolete.Length }}")]
    public void What_does_not_exist_is_an_error(string template) => Assert.Throws<InvalidOperationException>(() => Render(template));

    [Fact]
    public void An_error_leaves_nothing_for_the_next_file()
    {
        var engine = new TextEngine("{{ if unit.IsRead }}a\n{{ unit.Missing }}{{ end }}b\n");

        Assert.Throws<InvalidOperationException>(() => engine.Render(TextEngine.Name, Unit));

        Assert.Equal("b\n", engine.Render(TextEngine.Name, Unit with { IsRead = false }));
    }

    [Fact]
    public void A_long_value_is_not_cut()
    {
        var name = new string('a', 2_000_000);

        Assert.Equal(name + "\n", new TextEngine("{{ unit.Name }}\n").Render(TextEngine.Name, Unit with { Name = name }));
    }

    [Fact]
    public void A_loop_has_no_limit() => Assert.Equal(
        5000,
        new TextEngine("{{ for value in unit.Values }}a{{ end }}").Render(TextEngine.Name, Unit with
        {
            Values = new EquatableArray<EnumValuePlan>(Array.ConvertAll(new int[5000], static _ => new EnumValuePlan("A", "A", new DocPlan("A.", [])))),
        }).Length);

    private static string Render(string template) => new TextEngine(template).Render(TextEngine.Name, Unit);
}
