using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

/// <summary>Mixins and apply statements are resolved as Smithy's own flattening would.</summary>
public sealed class SmithyMixinTests
{
    [Fact]
    public void Members_of_mixins_come_first_in_the_order_of_the_mixins() => Assert.Equal(
        ["nextToken", "pageSize", "nameFilter", "sizeFilter"],
        new SmithyWidgets
        {
            Input = Thing,
            Shapes = """
                "acme#Paged": {"type": "structure", "members": {"nextToken": {"target": "smithy.api#String"}, "pageSize": {"target": "smithy.api#Integer"}}, "traits": {"smithy.api#mixin": {}}},
                "acme#Filtered": {"type": "structure", "members": {"nameFilter": {"target": "smithy.api#String"}}, "traits": {"smithy.api#mixin": {}}},
                "acme#Thing": {"type": "structure", "mixins": [{"target": "acme#Paged"}, {"target": "acme#Filtered"}], "members": {"sizeFilter": {"target": "smithy.api#Integer"}}}
                """,
        }.ReadShape("Thing").Members.Select(static m => m.Name));

    [Fact]
    public void Mixins_of_mixins_come_before_these() => Assert.Equal(
        ["a", "b", "c"],
        new SmithyWidgets
        {
            Input = Thing,
            Shapes = """
                "acme#A": {"type": "structure", "members": {"a": {"target": "smithy.api#String"}}, "traits": {"smithy.api#mixin": {}}},
                "acme#B": {"type": "structure", "mixins": [{"target": "acme#A"}], "members": {"b": {"target": "smithy.api#String"}}, "traits": {"smithy.api#mixin": {}}},
                "acme#Thing": {"type": "structure", "mixins": [{"target": "acme#B"}], "members": {"c": {"target": "smithy.api#String"}}}
                """,
        }.ReadShape("Thing").Members.Select(static m => m.Name));

    [Fact]
    public void Traits_of_a_later_mixin_and_of_the_shape_take_precedence()
    {
        var shape = new SmithyWidgets
        {
            Input = Thing,
            Shapes = """
                "acme#A": {"type": "string", "traits": {"smithy.api#mixin": {}, "smithy.api#documentation": "A", "smithy.api#sensitive": {}, "smithy.api#pattern": "^a$"}},
                "acme#B": {"type": "string", "traits": {"smithy.api#mixin": {}, "smithy.api#documentation": "B", "smithy.api#pattern": "^b$"}},
                "acme#Thing": {"type": "string", "mixins": [{"target": "acme#A"}, {"target": "acme#B"}], "traits": {"smithy.api#documentation": "Own"}}
                """,
        }.ReadShape("Thing");

        Assert.Equal(("Own", true, "b"), (shape.Documentation, shape.IsSensitive, shape.Constraints.Pattern));
    }

    [Fact]
    public void A_local_trait_of_a_mixin_is_not_inherited() => Assert.False(new SmithyWidgets
    {
        Input = Thing,
        Shapes = """
            "acme#A": {"type": "string", "traits": {"smithy.api#mixin": {"localTraits": ["smithy.api#sensitive"]}, "smithy.api#sensitive": {}}},
            "acme#Thing": {"type": "string", "mixins": [{"target": "acme#A"}]}
            """,
    }.ReadShape("Thing").IsSensitive);

    [Fact]
    public void A_member_that_is_defined_again_keeps_what_it_does_not_say()
    {
        var member = Assert.Single(new SmithyWidgets
        {
            Input = Thing,
            Shapes = """
                "acme#A": {"type": "structure", "members": {"a": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}, "smithy.api#documentation": "Any."}}}, "traits": {"smithy.api#mixin": {}}},
                "acme#Thing": {"type": "structure", "mixins": [{"target": "acme#A"}], "members": {"a": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "Own."}}}}
                """,
        }.ReadShape("Thing").Members);

        Assert.Equal((true, "Own."), (member.IsRequired, member.Documentation));
    }

    [Fact]
    public void Lists_and_enums_inherit_too()
    {
        var model = new SmithyWidgets
        {
            Input = """ "list": {"target": "acme#List"}, "color": {"target": "acme#Color"} """,
            Shapes = """
                "acme#AnyList": {"type": "list", "member": {"target": "smithy.api#Integer"}, "traits": {"smithy.api#mixin": {}}},
                "acme#List": {"type": "list", "mixins": [{"target": "acme#AnyList"}]},
                "acme#AnyColor": {"type": "enum", "members": {"RED": {"target": "smithy.api#Unit"}}, "traits": {"smithy.api#mixin": {}}},
                "acme#Color": {"type": "enum", "mixins": [{"target": "acme#AnyColor"}], "members": {"BLUE": {"target": "smithy.api#Unit"}}}
                """,
        };

        Assert.Equal("Integer", model.ReadShape("List").Element?.Shape);
        Assert.Equal(["RED", "BLUE"], model.ReadShape("Color").EnumValues);
    }

    [Fact]
    public void Operations_and_services_inherit_what_they_list()
    {
        var operation = new SmithyWidgets
        {
            Service = """ "mixins": [{"target": "acme#AnyService"}] """,
            Operation = """ "mixins": [{"target": "acme#AnyOperation"}], "errors": [{"target": "acme#B"}] """,
            Shapes = """
                "acme#AnyService": {"type": "service", "errors": [{"target": "acme#C"}], "rename": {"acme#C": "See"}, "traits": {"smithy.api#mixin": {}}},
                "acme#AnyOperation": {"type": "operation", "errors": [{"target": "acme#A"}], "traits": {"smithy.api#mixin": {}}},
                "acme#A": {"type": "structure", "traits": {"smithy.api#error": "client"}},
                "acme#B": {"type": "structure", "traits": {"smithy.api#error": "client"}},
                "acme#C": {"type": "structure", "traits": {"smithy.api#error": "client"}}
                """,
        }.ReadOperation();

        Assert.Equal(["A", "B", "See"], operation.Errors);
    }

    [Fact]
    public void Traits_are_applied_to_shapes_members_and_elements_from_outside()
    {
        var model = new SmithyWidgets
        {
            Input = """ "m": {"target": "acme#Names"} """,
            Shapes = """
                "acme#GetWidgetInput$m": {"type": "apply", "traits": {"smithy.api#required": {}}},
                "acme#Names": {"type": "list", "member": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "A name."}}},
                "acme#Names$member": {"type": "apply", "traits": {"smithy.api#length": {"max": 9}}},
                "acme#Names$": {"type": "apply", "traits": {"smithy.api#sensitive": {}}}
                """.Replace("$\"", "\"", System.StringComparison.Ordinal),
        };

        var list = model.ReadShape("Names");
        Assert.True(model.ReadInput("m").IsRequired);
        Assert.Equal((true, "NamesMemberString", "A name."), (list.IsSensitive, list.Element?.Shape, list.Element?.Documentation));
    }

    [Fact]
    public void Applied_traits_take_precedence_over_inherited_ones() => Assert.Equal(
        "Applied.",
        Assert.Single(new SmithyWidgets
        {
            Input = Thing,
            Shapes = """
                "acme#A": {"type": "structure", "members": {"a": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "Any."}}}, "traits": {"smithy.api#mixin": {}}},
                "acme#Thing": {"type": "structure", "mixins": [{"target": "acme#A"}]},
                "acme#Thing$a": {"type": "apply", "traits": {"smithy.api#documentation": "Applied."}}
                """,
        }.ReadShape("Thing").Members).Documentation);

    [Theory]
    [InlineData("""{"acme#A":{"type":"string","mixins":[{"target":"acme#B"}]}}""", "model.json(1,76): DZG003: 'mixins' must be a list of defined shapes, but is 'acme#B'")]
    [InlineData("""{"acme#A":{"type":"string","mixins":[{"target":"acme#A"}]}}""", "model.json(1,76): DZG003: 'mixins' must be a list of defined shapes, but is 'acme#A'")]
    [InlineData("""{"acme#A$b":{"type":"apply","traits":{}}}""", "model.json(1,30): DZG003: 'acme#A$b' must be of a shape of this file, but is of none")]
    public void An_undefined_shape_cannot_be_mixed_in_or_applied_to(string shapes, string expected) =>
        Assert.Equal([expected], Reading.Describe(Reading.File("{\"smithy\": \"2.0\", \"shapes\": " + shapes + "}").Diagnostics));

    private const string Thing = """ "thing": {"target": "acme#Thing"} """;
}
