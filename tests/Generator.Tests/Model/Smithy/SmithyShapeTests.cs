using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

public sealed class SmithyShapeTests
{
    [Theory]
    [InlineData("string", nameof(ShapeKind.String))]
    [InlineData("boolean", nameof(ShapeKind.Boolean))]
    [InlineData("byte", nameof(ShapeKind.Integer))]
    [InlineData("short", nameof(ShapeKind.Integer))]
    [InlineData("integer", nameof(ShapeKind.Integer))]
    [InlineData("intEnum", nameof(ShapeKind.Integer))]
    [InlineData("long", nameof(ShapeKind.Long))]
    [InlineData("float", nameof(ShapeKind.Float))]
    [InlineData("double", nameof(ShapeKind.Double))]
    [InlineData("timestamp", nameof(ShapeKind.Timestamp))]
    [InlineData("blob", nameof(ShapeKind.Blob))]
    [InlineData("document", nameof(ShapeKind.Structure))]
    [InlineData("structure", nameof(ShapeKind.Structure))]
    [InlineData("union", nameof(ShapeKind.Structure))]
    public void Each_type_is_of_a_kind(string type, string expected) => Assert.Equal(expected, Thing("\"type\": \"" + type + "\"").Kind.ToString());

    [Theory]
    [InlineData("String", nameof(ShapeKind.String))]
    [InlineData("Boolean", nameof(ShapeKind.Boolean))]
    [InlineData("PrimitiveBoolean", nameof(ShapeKind.Boolean))]
    [InlineData("Byte", nameof(ShapeKind.Integer))]
    [InlineData("Short", nameof(ShapeKind.Integer))]
    [InlineData("Integer", nameof(ShapeKind.Integer))]
    [InlineData("PrimitiveInteger", nameof(ShapeKind.Integer))]
    [InlineData("Long", nameof(ShapeKind.Long))]
    [InlineData("Float", nameof(ShapeKind.Float))]
    [InlineData("Double", nameof(ShapeKind.Double))]
    [InlineData("Timestamp", nameof(ShapeKind.Timestamp))]
    [InlineData("Blob", nameof(ShapeKind.Blob))]
    [InlineData("Document", nameof(ShapeKind.Structure))]
    [InlineData("Unit", nameof(ShapeKind.Structure))]
    public void Shapes_of_the_prelude_keep_their_names(string name, string expected)
    {
        var model = new SmithyWidgets { Input = "\"thing\": {\"target\": \"smithy.api#" + name + "\"}" };

        Assert.Equal(name, model.ReadInput("thing").Shape);
        Assert.Equal(expected, model.ReadShape(name).Kind.ToString());
    }

    [Fact]
    public void A_document_is_one() => Assert.True(Thing(""" "type": "document" """).IsDocument);

    [Fact]
    public void A_union_is_one() => Assert.True(Thing(""" "type": "union", "members": {"a": {"target": "smithy.api#Unit"}} """).IsUnion);

    [Fact]
    public void A_streaming_union_is_a_stream_of_events()
    {
        var stream = Thing(""" "type": "union", "members": {}, "traits": {"smithy.api#streaming": {}} """);

        Assert.Equal((true, false), (stream.IsEventStream, stream.IsUnion));
    }

    [Fact]
    public void A_streaming_blob_is_a_stream_of_bytes()
    {
        var stream = Thing(""" "type": "blob", "traits": {"smithy.api#streaming": {}, "smithy.api#requiresLength": {}} """);

        Assert.Equal((true, true), (stream.IsStreaming, stream.RequiresLength));
    }

    [Fact]
    public void Members_stand_in_the_order_of_the_model() => Assert.Equal(
        ["b", "a", "c"],
        Thing(""" "type": "structure", "members": {"b": {"target": "smithy.api#String"}, "a": {"target": "smithy.api#String"}, "c": {"target": "smithy.api#String"}} """)
            .Members.Select(static m => m.Name));

    [Fact]
    public void Lists_and_maps_name_what_they_hold()
    {
        var model = new SmithyWidgets
        {
            Input = """ "list": {"target": "acme#List"}, "map": {"target": "acme#Map"} """,
            Shapes = """
                "acme#List": {"type": "list", "member": {"target": "acme#Key"}, "traits": {"smithy.api#sparse": {}}},
                "acme#Map": {"type": "map", "key": {"target": "acme#Key"}, "value": {"target": "smithy.api#Integer"}},
                "acme#Key": {"type": "string"}
                """,
        };

        var list = model.ReadShape("List");
        Assert.Equal((ShapeKind.List, "Key", true), (list.Kind, list.Element?.Shape, list.IsSparse));
        var map = model.ReadShape("Map");
        Assert.Equal((ShapeKind.Map, "Key", "Integer", false), (map.Kind, map.Key?.Shape, map.Element?.Shape, map.IsSparse));
    }

    [Fact]
    public void Values_of_an_enum_default_to_their_names() => Assert.Equal(
        ["on", "OFF"],
        Thing("""
            "type": "enum", "members": {"ON": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "on"}}, "OFF": {"target": "smithy.api#Unit"}}
            """).EnumValues);

    [Fact]
    public void Values_of_an_enum_keep_their_documentation()
    {
        EnumValueDocumentation[] expected = [new("on", "Switched on."), new("OFF", "Switched off.")];

        Assert.Equal(expected, Thing("""
            "type": "enum", "members": {
              "ON": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "on", "smithy.api#documentation": "Switched on."}},
              "OFF": {"target": "smithy.api#Unit", "traits": {"smithy.api#documentation": "Switched off."}},
              "UNSURE": {"target": "smithy.api#Unit"}
            }
            """).EnumDocumentation);
        Assert.Equal(expected, Thing("""
            "type": "string", "traits": {"smithy.api#enum": [
              {"value": "on", "documentation": "Switched on."}, {"value": "OFF", "documentation": "Switched off."}, {"value": "unsure"}]}
            """).EnumDocumentation);
    }

    [Fact]
    public void The_enum_trait_is_supported() => Assert.Equal(
        ["a", "b"],
        Thing(""" "type": "string", "traits": {"smithy.api#enum": [{"value": "a", "name": "A"}, {"value": "b"}]} """).EnumValues);

    [Fact]
    public void Secrets_and_deprecations_are_kept()
    {
        var shape = Thing(""" "type": "string", "traits": {"smithy.api#sensitive": {}, "smithy.api#deprecated": {}, "smithy.api#documentation": "Doc."} """);

        Assert.Equal((true, new Deprecation(null, null), "Doc."), (shape.IsSensitive, shape.Deprecation, shape.Documentation));
    }

    [Theory]
    [InlineData(""" "smithy.api#error": "client", "smithy.api#httpError": 404 """, 404, false, false)]
    [InlineData(""" "smithy.api#error": "server", "smithy.api#retryable": {} """, null, true, false)]
    [InlineData(""" "smithy.api#error": "client", "smithy.api#retryable": {"throttling": true} """, null, true, true)]
    public void Errors_say_whether_sending_again_may_help(string traits, int? status, bool isRetryable, bool isThrottling) =>
        Assert.Equal(new ErrorTrait(null, status, isRetryable, isThrottling), Thing("\"type\": \"structure\", \"traits\": {" + traits + "}").Error);

    [Theory]
    [InlineData(""" "smithy.api#length": {"min": 1, "max": 8} """, "1", "8", null)]
    [InlineData(""" "smithy.api#length": {"max": 8} """, "0", "8", null)]
    [InlineData(""" "smithy.api#range": {"max": 0.5} """, null, "0.5", null)]
    [InlineData(""" "smithy.api#pattern": "^[a-z]+$" """, null, null, "[a-z]+")]
    [InlineData(""" "smithy.api#pattern": "[a-z]+" """, null, null, ".*[a-z]+.*")]
    [InlineData(""" "smithy.api#pattern": "^a\\$" """, null, null, "a\\$.*")]
    [InlineData(""" "smithy.api#pattern": "^a\\\\$" """, null, null, "a\\\\")]
    [InlineData(""" "smithy.api#pattern": "^" """, null, null, ".*")]
    public void Limits_are_written_as_C2J_does(string traits, string? min, string? max, string? pattern) =>
        Assert.Equal(new Constraints(min, max, pattern), Thing("\"type\": \"string\", \"traits\": {" + traits + "}").Constraints);

    [Theory]
    [InlineData("bigInteger")]
    [InlineData("bigDecimal")]
    public void A_number_of_any_size_leaves_the_operation_out(string type) => Assert.Equal(
        "models/widgets.json(10,5): DZG010: Operation 'GetWidget' is left out: shape 'Thing' is an arbitrary-precision number, which is not supported",
        Model("\"type\": \"" + type + "\"").WhyLeftOut());

    [Fact]
    public void Only_what_operations_reach_is_read() => Assert.DoesNotContain(
        new SmithyWidgets { Shapes = """ "acme#Lonely": {"type": "string"} """ }.Read().Shapes,
        static shape => shape.Name == "Lonely");

    private static Shape Thing(string definition) => Model(definition).ReadShape("Thing");

    private static SmithyWidgets Model(string definition) =>
        new() { Input = """ "thing": {"target": "acme#Thing"} """, Shapes = "\"acme#Thing\": {" + definition + "}" };
}
