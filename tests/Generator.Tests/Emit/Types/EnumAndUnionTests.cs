using System;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Emit.Types;

/// <summary>Enums and unions keep unknown values, which can be compared and, if possible, sent back.</summary>
public sealed class EnumAndUnionTests
{
    private static readonly Widgets Model = new()
    {
        Input = """ "color": {"shape": "Color"}, "colors": {"shape": "Colors"}, "choice": {"shape": "Choice"} """,
        Output = """ "color": {"shape": "Color"}, "colors": {"shape": "Colors"}, "choice": {"shape": "Choice"} """,
        Shapes = """
            "Color": {"type": "string", "enum": ["RED", "DARK_BLUE", "a\"b", "名", ""]},
            "Colors": {"type": "list", "member": {"shape": "Color"}},
            "Choice": {"type": "structure", "members": {"text": {"shape": "String"}, "part": {"shape": "Part"}, "size": {"shape": "Integer"}}, "union": true},
            "Part": {"type": "structure", "members": {"name": {"shape": "String"}}}
            """,
    };

    [Fact]
    public void An_enum_is_a_value_type_that_compares_by_its_wire_value()
    {
        var color = Model.Run().Type("Acme.Widgets.Color");

        Assert.True(color is { TypeKind: TypeKind.Struct, IsReadOnly: true });
        Assert.Contains(color.Interfaces, i => i.Name == "IEquatable" && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], color));
        Assert.Equal(
            ["Unknown", "Red", "DarkBlue", "AB", "名", "Empty"],
            Model.Run().Type("Acme.Widgets.ColorKind").GetMembers().OfType<IFieldSymbol>().Select(static f => f.Name));
    }

    [Fact]
    public void Values_and_kinds_are_documented_by_the_model_or_the_wire_value()
    {
        var run = (Model with
        {
            Shapes = Model.Shapes.Replace("\"Color\": {", """ "Color": {"enumDocumentation": {"RED": "Like a rose."}, """, StringComparison.Ordinal),
        }).Run();

        foreach (var name in new[] { "Acme.Widgets.Color", "Acme.Widgets.ColorKind" })
        {
            var type = run.Type(name);
            var red = type.GetMembers("Red").Single().GetDocumentationCommentXml();
            Assert.Contains("<summary>Like a rose.</summary>", red, StringComparison.Ordinal);
            Assert.Contains("<remarks>The value on the wire is <c>RED</c>.</remarks>", red, StringComparison.Ordinal);
            Assert.Contains("<summary><c>DARK_BLUE</c></summary>", type.GetMembers("DarkBlue").Single().GetDocumentationCommentXml(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("RED", "Red|True")]
    [InlineData("DARK_BLUE", "DarkBlue|True")]
    [InlineData("a\"b", "AB|True")]
    [InlineData("名", "名|True")]
    [InlineData("", "Empty|True")]
    [InlineData("GREEN", "Unknown|False")]
    [InlineData("red", "Unknown|False")]
    public void A_known_or_unknown_value_round_trips(string value, string kind)
    {
        var json = "{\"color\": " + Json(value) + ", \"colors\": [" + Json(value) + ", \"RED\"]}";
        var shown = Run(json, """
            var answer = Service.Call(static client => client.GetWidgetAsync(new()));
            Service.Call(client => client.GetWidgetAsync(new() { Color = answer.Color, Colors = answer.Colors }));
            var color = answer.Color!.Value;
            return string.Join("|", color, color.Kind, color.IsKnown, color == new Color(color.Value), color.Equals(answer.Colors![0]), color != Color.DarkBlue, Service.Asked);
            """);

        Assert.Equal(
            value + "|" + kind + "|True|True|" + (value == "DARK_BLUE" ? "False" : "True") + "|POST /widgets {\"color\":" + Json(value) + ",\"colors\":[" + Json(value) + ",\"RED\"]}",
            shown);
    }

    [Fact]
    public void A_value_that_was_never_set_is_empty_and_equal_to_itself() => Assert.Equal(
        "|True|True|True",
        Run("{}", """
            return string.Join("|", default(Color).Value, default(Color) == new Color(""), default(Color).GetHashCode() == new Color("").GetHashCode(), default(Color).Equals((object)default(Color)));
            """));

    [Theory]
    [InlineData("""{"text": "x"}""", "Text { Value = x }", """{"choice":{"text":"x"}}""")]
    [InlineData("""{"__type": "Choice", "size": 3, "text": null}""", "Size { Value = 3 }", """{"choice":{"size":3}}""")]
    [InlineData("""{"part": {"name": "n"}}""", "Part { Value = Part { Name = n } }", """{"choice":{"part":{"name":"n"}}}""")]
    public void A_known_variant_round_trips(string choice, string shown, string sent) => Assert.Equal(
        shown + "|POST /widgets " + sent,
        Run("{\"choice\": " + choice + "}", """
            var choice = Service.Call(static client => client.GetWidgetAsync(new())).Choice;
            Service.Call(client => client.GetWidgetAsync(new() { Choice = choice }));
            return choice + "|" + Service.Asked;
            """));

    [Theory]
    [InlineData("""{"shiny": {"a": [1]}}""", "shiny")]
    [InlineData("""{}""", "")]
    [InlineData("""{"__type": "x"}""", "")]
    public void An_unknown_variant_keeps_its_name_and_cannot_be_sent(string choice, string name) => Assert.Equal(
        "Unknown { Name = " + name + " }|value",
        Run("{\"choice\": " + choice + "}", """
            var choice = Service.Call(static client => client.GetWidgetAsync(new())).Choice;
            try
            {
                return Service.Call(client => client.GetWidgetAsync(new() { Choice = choice })).ToString();
            }
            catch (ArgumentException exception)
            {
                return choice + "|" + exception.ParamName;
            }
            """));

    [Fact]
    public void Nobody_else_can_add_a_variant()
    {
        var choice = Model.Run().Type("Acme.Widgets.Choice");

        Assert.True(choice is { IsRecord: true, IsAbstract: true });
        Assert.All(choice.InstanceConstructors, static c => Assert.True(c.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected));
        Assert.All(choice.GetTypeMembers(), static variant => Assert.True(variant is { IsRecord: true, IsSealed: true }));
        Assert.Equal(["Part", "Size", "Text", "Unknown"], choice.GetTypeMembers().Select(static v => v.Name).Order(System.StringComparer.Ordinal));
    }

    [Fact]
    public void An_enum_that_is_only_sent_has_no_reader()
    {
        var run = (Model with { Output = "" }).Run();

        Assert.DoesNotContain("class ColorWire", run.Text("Widgets/Color.g.cs"), System.StringComparison.Ordinal);
    }

    private static string Json(string value) => System.Text.Json.JsonSerializer.Serialize(value, Relaxed);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static object? Run(string answer, string body)
    {
        var test = Model.ToTest();
        test.TestState.Sources.Add(Service.Of(answer) + "internal static class Probe { public static object? Run() { " + body + " } }");
        return test.Run().Invoke("Probe", "Run");
    }
}
