using System;
using System.Threading.Tasks;
using DataZoneGen.Generator.Analysis.Constants;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Analysis.Constants;

/// <summary>Each test has code that breaks a limit next to code that just keeps it.</summary>
public sealed class ConstantAnalyzerTests
{
    [Theory]
    [Trait("Rule", "DZG101")]
    [InlineData("wid-1a", "widget")]
    [InlineData("wid-12345678", "wid-123456789")]
    [InlineData("wid-a", "xwid-a")]
    [InlineData("wid-a", "wid-a\\n")]
    [InlineData("wid-a", "")]
    public Task A_string_that_does_not_match_the_pattern_is_reported(string good, string bad) => VerifyAsync($$"""
        _ = new GetWidgetRequest { Id = "{{good}}" };
        _ = new GetWidgetRequest { Id = {|DZG101:"{{bad}}"|} };
        """);

    [Theory]
    [Trait("Rule", "DZG102")]
    [InlineData("ab", "a")]
    [InlineData("abcde", "abcdef")]
    [InlineData("\\U0001F600\\U0001F600\\U0001F600\\U0001F600\\U0001F600", "\\U0001F600")]
    public Task A_string_of_another_length_is_reported(string good, string bad) => VerifyAsync($$"""
        _ = new GetWidgetRequest { Name = "{{good}}" };
        _ = new GetWidgetRequest { Name = {|DZG102:"{{bad}}"|} };
        """);

    [Theory]
    [Trait("Rule", "DZG103")]
    [InlineData("Size", "1", "0")]
    [InlineData("Size", "50", "51")]
    [InlineData("Size", "1", "-1")]
    [InlineData("Size", "'2'", "(int)51L")]
    [InlineData("Count", "9000000000", "9000000001")]
    [InlineData("Count", "1", "0")]
    [InlineData("Weight", "0.5", "0.49")]
    [InlineData("Weight", "1.5", "1.51")]
    [InlineData("Weight", "1", "double.PositiveInfinity")]
    [InlineData("Ratio", "1f", "1.01f")]
    [InlineData("Ratio", "-5", "2")]
    [InlineData("Ratio", "float.NaN", "2")]
    public Task A_number_out_of_range_is_reported(string property, string good, string bad) => VerifyAsync($$"""
        _ = new GetWidgetRequest { {{property}} = {{good}} };
        _ = new GetWidgetRequest { {{property}} = {|DZG103:{{bad}}|} };
        """);

    [Theory]
    [Trait("Rule", "DZG104")]
    [InlineData("Tags", "[\"ab\"]", "[]")]
    [InlineData("Tags", "[\"ab\", \"ab\", \"ab\"]", "[\"ab\", \"ab\", \"ab\", \"ab\"]")]
    [InlineData("Tags", "[\"ab\", \"ab\", .. strings, \"ab\", \"ab\"]", "new string[] { }")]
    [InlineData("Tags", "new[] { \"ab\" }", "new[] { \"ab\", \"ab\", \"ab\", \"ab\" }")]
    [InlineData("Tags", "new string[3]", "new string[4]")]
    [InlineData("Tags", "new string[number]", "new string[4]")]
    [InlineData("Tags", "new List<string> { \"ab\" }", "new List<string>(8) { \"ab\", \"ab\", \"ab\", \"ab\" }")]
    [InlineData("Tags", "new List<string>(strings) { \"ab\", \"ab\", \"ab\", \"ab\" }", "new List<string> { \"ab\", \"ab\", \"ab\", \"ab\" }")]
    [InlineData("Grid", "[[1, 2]]", "[[1], {|DZG104:[1, 2, 3]|}]", false)]
    [InlineData("Labels", "new Dictionary<string, string> { [\"ab\"] = \"ab\" }", "new Dictionary<string, string> { [\"ab\"] = \"ab\", [\"cd\"] = \"ab\", [\"ef\"] = \"ab\" }")]
    [InlineData("Labels", "new Dictionary<string, string>(map) { { \"ab\", \"ab\" }, { text, \"ab\" }, { \"ef\", \"ab\" } }", "new Dictionary<string, string> { { \"ab\", \"ab\" }, { text, \"ab\" }, { \"ef\", \"ab\" } }")]
    [InlineData("Labels", "new Dictionary<string, string> { [text] = \"ab\", [\"cd\"] = \"ab\", [\"ef\"] = \"ab\" }", "new Dictionary<string, string>(StringComparer.Ordinal) { { \"ab\", \"ab\" }, { text, \"ab\" }, { \"ef\", \"ab\" } }")]
    [InlineData("Labels", "new Dictionary<string, string> { [\"ab\"] = \"ab\", [\"ab\"] = \"ab\", [\"ef\"] = \"ab\" }", "new Dictionary<string, string> { { \"ab\", \"ab\" }, { text, \"ab\" }, { \"ef\", \"ab\" } }")]
    public Task A_list_or_map_of_another_size_is_reported(string property, string good, string bad, bool isMarked = true) => VerifyAsync($$"""
        _ = new GetWidgetRequest { {{property}} = {{good}} };
        _ = new GetWidgetRequest { {{property}} = {{(isMarked ? "{|DZG104:" + bad + "|}" : bad)}} };
        """);

    [Theory]
    [Trait("Rule", "DZG105")]
    [InlineData("new Color(\"RED\")", "new Color({|DZG105:\"GREEN\"|})")]
    [InlineData("new(\"DARK_BLUE\")", "new({|DZG105:\"DARK-BLUE\"|})")]
    [InlineData("new(value: text)", "new(value: {|DZG105:\"red\"|})")]
    [InlineData("Color.Red", "Color.Parse({|DZG105:\"RDE\"|}, null)")]
    [InlineData("Color.Parse(\"RED\", null)", "Color.Parse(provider: null, s: {|DZG105:\"\"|})")]
    [InlineData("Color.TryParse(\"RED\", null, out var red) ? red : null", "Color.TryParse({|DZG105:\"RDE\"|}, null, out var blue) ? blue : null")]
    public Task An_unknown_value_of_an_enum_is_reported(string good, string bad) => VerifyAsync($$"""
        _ = new GetWidgetRequest { Color = {{good}} };
        _ = new GetWidgetRequest { Color = {{bad}} };
        """);

    [Fact]
    public Task Values_of_enums_that_only_responses_have_are_known() => VerifyAsync("""
        _ = new Status("BUSY");
        _ = new Status({|DZG105:"BUSSY"|});
        """);

    [Theory]
    [InlineData("Content", "new byte[] { 1 }", "new byte[] { 1, 2, 3, 4, 5 }")]
    [InlineData("Content", "new byte[4]", "new byte[5]")]
    [InlineData("Content", "new byte[number]", "new byte[0]")]
    [InlineData("Content", "\"aäb\"u8.ToArray()", "\"äöü\"u8.ToArray()")]
    [InlineData("Content", "Encoding.UTF8.GetBytes(\"abc\")", "Encoding.UTF8.GetBytes(\"äöü\")")]
    [InlineData("Content", "Encoding.UTF8.GetBytes(text)", "Encoding.UTF8.GetBytes(\"\")")]
    public Task A_blob_of_another_length_is_reported(string property, string good, string bad) => VerifyAsync($$"""
        _ = new GetWidgetRequest { {{property}} = {{good}} };
        _ = new GetWidgetRequest { {{property}} = {|DZG102:{{bad}}|} };
        """);

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("@\"a\"")]
    [InlineData("\"\"\"a\"\"\"")]
    [InlineData("Constant")]
    [InlineData("Names.Long")]
    [InlineData("local")]
    [InlineData("nameof(Verylong)")]
    [InlineData("\"abc\" + \"def\"")]
    [InlineData("\"abcdef\" + Constant")]
    [InlineData("$\"abc{Names.Long}\"")]
    [InlineData("(string)\"a\"")]
    [InlineData("({|DZG102:\"a\"|})")]
    [InlineData("{|DZG102:\"a\"|}!")]
    public Task Every_form_of_a_constant_is_checked(string constant) => VerifyAsync($$"""
        const string local = "a";
        _ = new GetWidgetRequest { Name = {{(constant.Contains("DZG", StringComparison.Ordinal) ? constant : "{|DZG102:" + constant + "|}")}} };
        _ = local;
        """);

    [Theory]
    [InlineData("text")]
    [InlineData("Names.Field")]
    [InlineData("text + \"abcdef\"")]
    [InlineData("$\"abcdef{number}\"")]
    [InlineData("null")]
    [InlineData("default")]
    [InlineData("string.Empty")]
    [InlineData("new string('a', 9)")]
    [InlineData("Names.Method(\"a\")")]
    public Task What_is_no_constant_is_not_checked(string value) => VerifyAsync($$"""_ = new GetWidgetRequest { Name = {{value}} };""");

    [Fact]
    public Task Each_branch_is_checked() => VerifyAsync("""
        _ = new GetWidgetRequest { Name = number > 0 ? {|DZG102:"a"|} : text };
        _ = new GetWidgetRequest { Name = text ?? {|DZG102:"a"|} };
        _ = new GetWidgetRequest { Name = number switch { 1 => "ab", 2 => text, _ => {|DZG102:"a"|} } };
        _ = new GetWidgetRequest { Size = number > 0 ? 50 : {|DZG103:51|} };
        """);

    [Theory]
    [InlineData("_ = new GetWidgetRequest { Name = {|DZG102:\"a\"|} };")]
    [InlineData("_ = request with { Name = {|DZG102:\"a\"|}, Size = {|DZG103:0|} };")]
    [InlineData("GetWidgetRequest target = new() { Name = {|DZG102:\"a\"|} }; _ = target;")]
    [InlineData("_ = new GetWidgetRequest { Part = new() { Name = {|DZG102:\"a\"|} } };")]
    [InlineData("_ = new GetWidgetRequest { Part = new() { Name = \"ab\", Inner = new Part { Name = {|DZG102:\"a\"|} } } };")]
    [InlineData("_ = new GetWidgetRequest { Size = (int?){|DZG103:51|} };", "the conversion to a nullable type is no constant")]
    [InlineData("_ = new Choice.Text({|DZG102:\"a\"|});")]
    [InlineData("_ = new Choice.Text(\"ab\") with { Value = {|DZG102:\"a\"|} };")]
    [InlineData("_ = client.FindWidgetAsync({|DZG101:\"a\"|}, \"ab\", Color.Red);")]
    [InlineData("_ = client.FindWidgetAsync(\"wid-a\", {|DZG102:\"a\"|}, Color.Red);", "the parameter is 'request2'")]
    [InlineData("_ = client.FindWidgetAsync(request2: {|DZG102:\"a\"|}, id: {|DZG101:\"a\"|}, color: new({|DZG105:\"a\"|}));")]
    [InlineData("_ = WidgetsClientExtensions.FindWidgetAsync(client, {|DZG101:\"a\"|}, \"ab\", Color.Red);")]
    [InlineData("_ = client.WaitUntilWidgetFoundAsync({|DZG101:\"a\"|}, {|DZG102:\"a\"|}, Color.Red);")]
    [InlineData("_ = client.FindWidgetAsync(new() { Id = {|DZG101:\"a\"|}, Request = {|DZG102:\"a\"|}, Color = new(\"RED\") });")]
    [InlineData("_ = client.ListWidgetsPagesAsync(new() { NextToken = {|DZG102:\"a\"|} });")]
    public Task Every_way_into_a_request_is_checked(string code, string? reason = null)
    {
        _ = reason;
        return VerifyAsync(code);
    }

    [Theory]
    [InlineData("Tags = [\"ab\", {|DZG102:\"a\"|}]")]
    [InlineData("Tags = [.. strings, {|DZG102:\"a\"|}]")]
    [InlineData("Tags = new[] { \"ab\", {|DZG102:\"a\"|} }")]
    [InlineData("Tags = new List<string> { \"ab\", {|DZG102:\"a\"|} }")]
    [InlineData("Tags = new List<string>(strings) { {|DZG102:\"a\"|} }")]
    [InlineData("Grid = [[1, {|DZG103:0|}]]")]
    [InlineData("Grid = new IReadOnlyList<int>[] { new[] { {|DZG103:0|} }, new List<int> { {|DZG103:51|} } }")]
    [InlineData("Labels = new Dictionary<string, string> { [{|DZG102:\"a\"|}] = {|DZG102:\"b\"|} }")]
    [InlineData("Labels = new Dictionary<string, string> { { {|DZG102:\"a\"|}, {|DZG102:\"b\"|} } }")]
    [InlineData("Colors = new Dictionary<string, string> { [\"RED\"] = \"a\", [{|DZG105:\"GREEN\"|}] = \"a\" }")]
    public Task Items_are_checked(string assignment) => VerifyAsync("_ = new GetWidgetRequest { " + assignment + " };");

    [Theory]
    [InlineData("_ = new GetWidgetRequest { Free = \"\" };")]
    [InlineData("_ = new Other { Name = \"a\" };")]
    [InlineData("_ = new Acme.Widgets.Mine { Name = \"a\" };")]
    [InlineData("_ = new Answer { Name = \"a\" };", "only responses have it")]
    [InlineData("_ = new Choice.Unknown(\"a\");")]
    [InlineData("Names.FindWidgetAsync(client, \"a\");")]
    public Task Other_code_is_not_checked(string code, string? reason = null)
    {
        _ = reason;
        return VerifyAsync(code);
    }

    [Theory]
    [InlineData(ClientPlace.SameProject)]
    [InlineData(ClientPlace.Assembly)]
    [InlineData(ClientPlace.ReferenceAssembly)]
    [InlineData(ClientPlace.OtherProject)]
    public Task The_client_can_be_in_this_or_in_another_project(ClientPlace place) => VerifyAsync(
        """
        _ = new GetWidgetRequest
        {
            Id = {|DZG101:"a"|}, Name = {|DZG102:"a"|}, Size = {|DZG103:0|}, Tags = {|DZG104:[]|}, Color = new({|DZG105:"a"|}), Choice = new Choice.Text({|DZG102:"a"|}),
        };
        _ = client.FindWidgetAsync({|DZG101:"a"|}, "ab", Color.Red);
        """,
        place);

    [Fact]
    public Task Generated_code_is_not_checked()
    {
        var test = new ClientAnalyzerTest<ConstantAnalyzer>(LimitedWidgets.Files);
        test.TestState.Sources.Add(("Some.g.cs", """
            // <auto-generated/>
            class Generated { object M() => new Acme.Widgets.GetWidgetRequest { Name = "a" }; }
            """));
        return test.RunAsync();
    }

    private static Task VerifyAsync(string code, ClientPlace place = ClientPlace.Assembly)
    {
        var test = new ClientAnalyzerTest<ConstantAnalyzer>(LimitedWidgets.Files, place);
        test.TestState.Sources.Add($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text;
            using Acme.Widgets;

            internal static class Consumer
            {
                private const string Constant = "a";

                public static void Run(IWidgetsClient client, GetWidgetRequest request, string text, int number, List<string> strings, Dictionary<string, string> map)
                {
                    {{code.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                    _ = (Constant, strings.Count(), Encoding.UTF8, StringComparer.Ordinal);
                }
            }

            internal static class Names
            {
                public const string Long = "abcdef";
                public static readonly string Field = "a";

                public static string Method(string name) => name;

                public static void FindWidgetAsync(this IWidgetsClient client, string id) => _ = (client, id);
            }

            internal sealed class Verylong;

            internal sealed record Other
            {
                public string? Name { get; init; }
            }

            namespace Acme.Widgets
            {
                internal sealed record Mine
                {
                    public string? Name { get; init; }
                }
            }
            """);
        return test.RunAsync();
    }
}
