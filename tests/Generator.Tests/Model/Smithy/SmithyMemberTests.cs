using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

public sealed class SmithyMemberTests
{
    private const string LeftOut = "models/widgets.json(10,5): DZG010: Operation 'GetWidget' is left out: ";

    [Theory]
    [InlineData(""" "smithy.api#httpLabel": {} """, nameof(MemberLocation.Uri), "m")]
    [InlineData(""" "smithy.api#httpQuery": "q" """, nameof(MemberLocation.Query), "q")]
    [InlineData(""" "smithy.api#httpQueryParams": {} """, nameof(MemberLocation.Query), null)]
    [InlineData(""" "smithy.api#httpHeader": "X-M" """, nameof(MemberLocation.Header), "X-M")]
    [InlineData(""" "smithy.api#httpPrefixHeaders": "x-" """, nameof(MemberLocation.PrefixHeaders), "x-")]
    [InlineData(""" "smithy.api#httpResponseCode": {} """, nameof(MemberLocation.Body), null)]
    [InlineData(""" "smithy.api#jsonName": "M" """, nameof(MemberLocation.Body), "M")]
    [InlineData("", nameof(MemberLocation.Body), null)]
    public void A_member_of_an_input_travels_where_it_is_bound(string traits, string location, string? name) =>
        Assert.Equal((location, name), Bound(new SmithyWidgets { Input = Member(traits) }.ReadInput("m")));

    [Theory]
    [InlineData(""" "smithy.api#httpLabel": {} """, nameof(MemberLocation.Body), null)]
    [InlineData(""" "smithy.api#httpQuery": "q", "smithy.api#jsonName": "M" """, nameof(MemberLocation.Body), "M")]
    [InlineData(""" "smithy.api#httpHeader": "X-M" """, nameof(MemberLocation.Header), "X-M")]
    [InlineData(""" "smithy.api#httpPrefixHeaders": "" """, nameof(MemberLocation.PrefixHeaders), "")]
    [InlineData(""" "smithy.api#httpResponseCode": {} """, nameof(MemberLocation.StatusCode), null)]
    public void A_member_of_an_output_has_no_place_in_a_path_or_query(string traits, string location, string? name) =>
        Assert.Equal((location, name), Bound(new SmithyWidgets { Output = Member(traits) }.ReadOutput("m")));

    [Theory]
    [InlineData(""" "smithy.api#httpQuery": "q" """)]
    [InlineData(""" "smithy.api#httpHeader": "X-M" """)]
    [InlineData(""" "smithy.api#httpPrefixHeaders": "x-" """)]
    [InlineData(""" "smithy.api#httpPayload": {} """)]
    public void A_member_of_a_structure_inside_of_another_is_bound_to_nothing(string traits)
    {
        var part = new SmithyWidgets { Input = Part, Shapes = "\"acme#Part\": {\"type\": \"structure\", \"members\": {" + Member(traits) + "}}" }.ReadShape("Part");

        Assert.Equal((nameof(MemberLocation.Body), null), Bound(Assert.Single(part.Members)));
        Assert.Null(part.Payload);
    }

    [Fact]
    public void Errors_are_outputs() => Assert.Equal(
        (nameof(MemberLocation.Header), "Retry-After"),
        Bound(Assert.Single(new SmithyWidgets
        {
            Operation = """ "errors": [{"target": "acme#Busy"}] """,
            Shapes = """
                "acme#Busy": {"type": "structure", "traits": {"smithy.api#error": "server"}, "members": {
                  "m": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpHeader": "Retry-After"}}}}
                """,
        }.ReadShape("Busy").Members)));

    [Theory]
    [InlineData("m", false)]
    [InlineData("q", true)]
    public void One_structure_may_be_an_input_and_an_output_if_a_member_has_one_name_in_both(string query, bool isLeftOut)
    {
        var why = new SmithyWidgets
        {
            Operations = """{"target": "acme#Echo"}""",
            Shapes = """
                "acme#Echo": {"type": "operation", "input": {"target": "acme#Part"}, "output": {"target": "acme#Part"},
                  "traits": {"smithy.api#http": {"method": "GET", "uri": "/"}}},
                "acme#Part": {"type": "structure", "members": {
                """ + Member("\"smithy.api#httpQuery\": \"" + query + "\"") + "}}",
        }.WhyLeftOut();

        Assert.Equal(isLeftOut, why?.EndsWith("'Echo' is left out: shape 'Part' has a member 'm' that has several names, which is not supported", System.StringComparison.Ordinal) ?? false);
        Assert.Equal(isLeftOut, why is not null);
    }

    [Fact]
    public void A_structure_that_is_an_output_and_a_part_of_another_goes_by_one_name_too() => Assert.Equal(
        LeftOut + "shape 'GetWidgetOutput' has a member 'm' that has several names, which is not supported",
        new SmithyWidgets
        {
            Input = """ "whole": {"target": "acme#GetWidgetOutput"} """,
            Output = Member(""" "smithy.api#httpHeader": "X-M" """),
        }.WhyLeftOut());

    [Fact]
    public void The_payload_is_a_member() => Assert.Equal(
        "m", new SmithyWidgets { Output = Member(""" "smithy.api#httpPayload": {} """) }.ReadShape("GetWidgetOutput").Payload);

    [Theory]
    [InlineData(""" "smithy.api#required": {} """)]
    [InlineData(""" "smithy.api#required": {}, "smithy.api#clientOptional": {} """)]
    [InlineData(""" "smithy.api#required": {}, "smithy.api#default": "a" """)]
    public void Required_members_are_required_even_with_other_traits(string traits) =>
        Assert.True(new SmithyWidgets { Input = Member(traits) }.ReadInput("m").IsRequired);

    [Theory]
    [InlineData(""" "smithy.api#default": "a" """)]
    [InlineData(""" "smithy.api#default": null """)]
    public void A_default_requires_nothing(string traits) => Assert.False(new SmithyWidgets { Input = Member(traits) }.ReadInput("m").IsRequired);

    [Fact]
    public void Marks_are_read()
    {
        var member = new SmithyWidgets
        {
            Input = Member("""
                "smithy.api#idempotencyToken": {}, "smithy.api#hostLabel": {}, "smithy.api#eventHeader": {}, "smithy.api#eventPayload": {},
                "smithy.api#deprecated": {"since": "2"}, "smithy.api#documentation": "Doc."
                """),
        }.ReadInput("m");

        Assert.True(member is { IsIdempotencyToken: true, IsHostLabel: true, IsEventHeader: true, IsEventPayload: true, Documentation: "Doc." });
        Assert.Equal(new Deprecation(null, "2"), member.Deprecation);
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("text/csv", LeftOut + "shape 'GetWidgetInput' has a header 'm' with a media type other than JSON, which is not supported")]
    public void JSON_in_a_header_is_encoded_and_other_text_of_a_media_type_is_not_known(string mediaType, string? expected)
    {
        var model = new SmithyWidgets
        {
            Input = """ "m": {"target": "acme#Text", "traits": {"smithy.api#httpHeader": "X-M"}} """,
            Shapes = "\"acme#Text\": {\"type\": \"string\", \"traits\": {\"smithy.api#mediaType\": \"" + mediaType + "\"}}",
        };

        Assert.Equal(expected, model.WhyLeftOut());
        Assert.Equal(expected is null, model.ReadInput("m").IsJsonValue);
    }

    [Theory]
    [InlineData("date-time", "SyntheticTimestamp_date_time", nameof(TimestampFormat.Iso8601))]
    [InlineData("epoch-seconds", "SyntheticTimestamp_epoch_seconds", nameof(TimestampFormat.EpochSeconds))]
    [InlineData("http-date", "SyntheticTimestamp_http_date", nameof(TimestampFormat.HttpDate))]
    public void A_timestamp_with_its_own_format_uses_the_synthetic_shape_of_C2J(string format, string shape, string expected)
    {
        var model = new SmithyWidgets { Input = "\"m\": {\"target\": \"smithy.api#Timestamp\", \"traits\": {\"smithy.api#timestampFormat\": \"" + format + "\"}}" };

        Assert.Equal(shape, model.ReadInput("m").Shape);
        Assert.Equal((ShapeKind.Timestamp, expected), (model.ReadShape(shape).Kind, model.ReadShape(shape).TimestampFormat.ToString()));
    }

    [Fact]
    public void A_timestamp_whose_shape_has_traits_keeps_its_shape()
    {
        var member = new SmithyWidgets
        {
            Input = """ "m": {"target": "acme#Birthday", "traits": {"smithy.api#timestampFormat": "date-time"}} """,
            Shapes = """ "acme#Birthday": {"type": "timestamp", "traits": {"smithy.api#sensitive": {}}} """,
        }.ReadInput("m");

        Assert.Equal(("Birthday", TimestampFormat.Iso8601), (member.Shape, member.TimestampFormat));
    }

    [Theory]
    [InlineData("smithy.api#String", "GetWidgetInputMString", nameof(ShapeKind.String))]
    [InlineData("smithy.api#Integer", "GetWidgetInputMInteger", nameof(ShapeKind.Integer))]
    [InlineData("smithy.api#Blob", "GetWidgetInputMBlob", nameof(ShapeKind.Blob))]
    [InlineData("acme#Names", "GetWidgetInputMList", nameof(ShapeKind.List))]
    [InlineData("acme#Color", "GetWidgetInputMString", nameof(ShapeKind.String))]
    public void A_member_with_its_own_constraints_uses_the_synthetic_shape_of_C2J(string target, string shape, string kind)
    {
        var model = Narrowing(target);

        Assert.Equal(shape, model.ReadInput("m").Shape);
        Assert.Equal((kind, new Constraints("1", "9", null)), (model.ReadShape(shape).Kind.ToString(), model.ReadShape(shape).Constraints));
    }

    [Fact]
    public void The_synthetic_shape_differs_from_the_target_only_in_the_constraints_of_the_member()
    {
        var model = new SmithyWidgets
        {
            Input = Member(""" "smithy.api#length": {"max": 9} """, "acme#Text"),
            Shapes = """
                "acme#Text": {"type": "string", "traits": {"smithy.api#sensitive": {}, "smithy.api#pattern": "^a*$", "smithy.api#length": {"min": 5, "max": 50}}}
                """,
        };

        var made = model.ReadShape("GetWidgetInputMString");
        Assert.Equal((true, new Constraints("0", "9", "a*")), (made.IsSensitive, made.Constraints));
    }

    [Theory]
    [InlineData(""" "type": "list", "member": """, "ThingMemberString")]
    [InlineData(""" "type": "map", "value": {"target": "smithy.api#String"}, "key": """, "ThingKeyString")]
    [InlineData(""" "type": "map", "key": {"target": "smithy.api#String"}, "value": """, "ThingValueString")]
    public void Elements_can_have_their_own_constraints_too(string collection, string expected)
    {
        var shape = new SmithyWidgets
        {
            Input = """ "m": {"target": "acme#Thing"} """,
            Shapes = "\"acme#Thing\": {" + collection + """{"target": "smithy.api#String", "traits": {"smithy.api#length": {"min": 1, "max": 9}}}}""",
        }.ReadShape("Thing");

        Assert.Contains(expected, new[] { shape.Element, shape.Key }.Select(static m => m?.Shape));
    }

    [Fact]
    public void Two_synthetic_shapes_with_the_same_name_are_different()
    {
        var file = new SmithyWidgets
        {
            Input = """ "a": {"target": "acme#Foo"}, "b": {"target": "acme#FooBar"} """,
            Shapes = """
                "acme#Foo": {"type": "structure", "members": {"barBaz": {"target": "acme#Strings", "traits": {"smithy.api#length": {"max": 1}}}}},
                "acme#FooBar": {"type": "structure", "members": {"baz": {"target": "acme#Integers", "traits": {"smithy.api#length": {"max": 1}}}}},
                "acme#Strings": {"type": "list", "member": {"target": "smithy.api#String"}},
                "acme#Integers": {"type": "list", "member": {"target": "smithy.api#Integer"}}
                """,
        }.Read();
        var shapes = file.Shapes.ToDictionary(static s => s.Name);

        Assert.Equal("String", shapes[shapes["Foo"].Members[0].Shape].Element?.Shape);
        Assert.Equal("Integer", shapes[shapes["FooBar"].Members[0].Shape].Element?.Shape);
    }

    private const string Part = """ "part": {"target": "acme#Part"} """;

    private static string Member(string traits, string target = "smithy.api#String") => "\"m\": {\"target\": \"" + target + "\", \"traits\": {" + traits + "}}";

    private static (string Location, string? Name) Bound(Generator.Model.Member member) => (member.Location.ToString(), member.LocationName);

    private static SmithyWidgets Narrowing(string target) => new()
    {
        Input = Member("\"smithy.api#" + (target == "smithy.api#Integer" ? "range" : "length") + "\": {\"min\": 1, \"max\": 9}", target),
        Shapes = """
            "acme#Names": {"type": "list", "member": {"target": "smithy.api#String"}},
            "acme#Color": {"type": "enum", "members": {"RED": {"target": "smithy.api#Unit"}}}
            """,
    };
}
