using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan;

/// <summary>Which properties are <c>required</c> or nullable, and their values if they are missing from a response.</summary>
public sealed class StructurePlannerTests
{
    [Fact]
    public void A_required_member_of_a_request_is_required()
    {
        var run = new Widgets { Input = """ "id": {"shape": "String"}, "size": {"shape": "Integer"} """, RequiredInput = "\"id\", \"size\"" }.Run();

        Assert.Equal("required string", run.TypeOf("Acme.Widgets.GetWidgetRequest", "Id"));
        Assert.Equal("required int", run.TypeOf("Acme.Widgets.GetWidgetRequest", "Size"));
    }

    [Fact]
    public void A_label_is_required_even_if_the_model_forgets_to_say_so()
    {
        var run = new Widgets { Uri = "/widgets/{id}", Input = """ "id": {"shape": "String", "location": "uri", "locationName": "id"} """ }.Run();

        Assert.Equal("required string", run.TypeOf("Acme.Widgets.GetWidgetRequest", "Id"));
    }

    [Fact]
    public void An_idempotency_token_is_optional_even_if_the_model_requires_it()
    {
        var run = new Widgets { Input = """ "token": {"shape": "String", "idempotencyToken": true} """, RequiredInput = "\"token\"" }.Run();

        Assert.Equal("string?", run.TypeOf("Acme.Widgets.GetWidgetRequest", "Token"));
    }

    [Fact]
    public void A_required_member_of_a_response_is_not_null_and_not_required()
    {
        var run = new Widgets
        {
            Output = """ "id": {"shape": "String"}, "size": {"shape": "Integer"}, "part": {"shape": "Part"}, "parts": {"shape": "Parts"}, "kind": {"shape": "Color"} """,
            RequiredOutput = "\"id\", \"size\", \"part\", \"parts\", \"kind\"",
            Shapes = Shapes,
        }.Run();

        Assert.Equal("string", run.TypeOf("Acme.Widgets.GetWidgetResponse", "Id"));
        Assert.Equal("int", run.TypeOf("Acme.Widgets.GetWidgetResponse", "Size"));
        Assert.Equal("Part", run.TypeOf("Acme.Widgets.GetWidgetResponse", "Part"));
        Assert.Equal("IReadOnlyList<Part>", run.TypeOf("Acme.Widgets.GetWidgetResponse", "Parts"));
        Assert.Equal("Color", run.TypeOf("Acme.Widgets.GetWidgetResponse", "Kind"));
    }

    [Fact]
    public void An_optional_member_is_nullable_everywhere()
    {
        const string Members = """ "id": {"shape": "String"}, "size": {"shape": "Integer"}, "part": {"shape": "Part"}, "parts": {"shape": "Parts"}, "kind": {"shape": "Color"} """;
        var run = new Widgets { Input = Members, Output = Members, Shapes = Shapes }.Run();

        foreach (var type in new[] { "Acme.Widgets.GetWidgetRequest", "Acme.Widgets.GetWidgetResponse" })
        {
            Assert.Equal(
                ["string?", "int?", "Part?", "IReadOnlyList<Part>?", "Color?"],
                new[] { "Id", "Size", "Part", "Parts", "Kind" }.Select(property => run.TypeOf(type, property)));
        }
    }

    [Theory]
    [InlineData(true, false, "required string")]
    [InlineData(true, true, "required string")]
    [InlineData(false, true, "string")]
    public void A_structure_that_a_request_uses_has_required_members(bool isWritten, bool isRead, string expected)
    {
        const string Member = """ "part": {"shape": "Named"} """;
        var run = new Widgets
        {
            Input = isWritten ? Member : "",
            Output = isRead ? Member : "",
            Shapes = """ "Named": {"type": "structure", "required": ["name"], "members": {"name": {"shape": "String"}}} """,
        }.Run();

        Assert.Equal(expected, run.TypeOf("Acme.Widgets.Named", "Name"));
    }

    [Fact]
    public void A_structure_that_requires_itself_has_an_optional_member_because_it_could_not_be_created()
    {
        var run = new Widgets
        {
            Input = """ "node": {"shape": "Node"} """,
            Output = """ "node": {"shape": "Node"} """,
            RequiredInput = "\"node\"",
            RequiredOutput = "\"node\"",
            Shapes = """
                "Node": {"type": "structure", "required": ["next", "name"], "members": {"next": {"shape": "Link"}, "name": {"shape": "String"}}},
                "Link": {"type": "structure", "required": ["node"], "members": {"node": {"shape": "Node"}}}
                """,
        }.Run();

        Assert.Equal("Link?", run.TypeOf("Acme.Widgets.Node", "Next"));
        Assert.Equal("Node?", run.TypeOf("Acme.Widgets.Link", "Node"));
        Assert.Equal("required string", run.TypeOf("Acme.Widgets.Node", "Name"));
    }

    [Fact]
    public void The_elements_of_sparse_collections_are_nullable()
    {
        var run = new Widgets
        {
            Output = """ "list": {"shape": "List"}, "map": {"shape": "Map"}, "dense": {"shape": "Dense"} """,
            Shapes = """
                "List": {"type": "list", "member": {"shape": "Integer"}, "sparse": true},
                "Map": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}, "sparse": true},
                "Dense": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "List"}}
                """,
        }.Run();

        Assert.Equal("IReadOnlyList<int?>?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "List"));
        Assert.Equal("IReadOnlyDictionary<string, string?>?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "Map"));
        Assert.Equal("IReadOnlyDictionary<string, IReadOnlyList<int?>>?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "Dense"));
    }

    [Theory]
    [InlineData("""{"type": "string"}""", "string?")]
    [InlineData("""{"type": "character"}""", "string?")]
    [InlineData("""{"type": "boolean"}""", "bool?")]
    [InlineData("""{"type": "integer"}""", "int?")]
    [InlineData("""{"type": "long"}""", "long?")]
    [InlineData("""{"type": "float"}""", "float?")]
    [InlineData("""{"type": "double"}""", "double?")]
    [InlineData("""{"type": "timestamp"}""", "DateTimeOffset?")]
    [InlineData("""{"type": "blob"}""", "ReadOnlyMemory<byte>?")]
    [InlineData("""{"type": "structure", "members": {}, "document": true}""", "JsonElement?")]
    public void Every_type_of_the_model_has_one_in_CSharp_in_both_directions(string shape, string expected)
    {
        const string Member = """ "thing": {"shape": "Thing"}, "things": {"shape": "Things"} """;
        var run = new Widgets
        {
            Input = Member,
            Output = Member,
            Shapes = "\"Thing\": " + shape + """, "Things": {"type": "list", "member": {"shape": "Thing"}} """,
        }.Run();

        Assert.Equal(expected, run.TypeOf("Acme.Widgets.GetWidgetRequest", "Thing"));
        Assert.Equal(expected, run.TypeOf("Acme.Widgets.GetWidgetResponse", "Thing"));
        Assert.Equal("IReadOnlyList<" + expected.TrimEnd('?') + ">?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "Things"));
    }

    [Theory]
    [InlineData("", "", "EpochSeconds")]
    [InlineData(""", "timestampFormat": "iso8601" """, "", "Iso8601")]
    [InlineData(""", "timestampFormat": "unixTimestamp" """, "", "EpochSeconds")]
    [InlineData(""", "timestampFormat": "rfc822" """, "", "HttpDate")]
    [InlineData(""", "timestampFormat": "iso8601" """, """, "timestampFormat": "rfc822" """, "HttpDate")]
    [InlineData("", """, "location": "querystring", "locationName": "at" """, "Iso8601")]
    [InlineData("", """, "location": "header", "locationName": "x-at" """, "HttpDate")]
    [InlineData(""", "timestampFormat": "unixTimestamp" """, """, "location": "header", "locationName": "x-at" """, "EpochSeconds")]
    public void The_form_of_a_timestamp_is_that_of_the_member_then_of_the_shape_then_of_the_place(string shapeTrait, string memberTrait, string format)
    {
        var (units, _) = Reading.Plan(new Widgets
        {
            Input = """ "at": {"shape": "At" """ + memberTrait + "}",
            Shapes = """ "At": {"type": "timestamp" """ + shapeTrait + "}",
        }.Files);

        var property = Assert.Single(Assert.Single(units.OfType<OperationUnit>()).Operation.Request.Properties);
        Assert.Equal(new TimestampType(format), property.Type);
    }

    [Fact]
    public void A_request_binding_is_ignored_in_a_response()
    {
        const string Members = """
            "id": {"shape": "String", "location": "uri", "locationName": "id"},
            "page": {"shape": "String", "location": "querystring", "locationName": "page"}
            """;
        var (units, _) = Reading.Plan(new Widgets { Uri = "/{id}", Input = Members, Output = Members }.Files);
        var operation = Assert.Single(units.OfType<OperationUnit>()).Operation;

        Assert.Equal([PropertyBinding.Label, PropertyBinding.Query], operation.Request.Properties.Select(static p => p.Binding));
        Assert.Equal([PropertyBinding.Body, PropertyBinding.Body], operation.Response.Properties.Select(static p => p.Binding));
        Assert.All(operation.Response.Properties, static p => Assert.True(p.IsNullable));
    }

    private const string Shapes = """
        "Part": {"type": "structure", "members": {"name": {"shape": "String"}}},
        "Parts": {"type": "list", "member": {"shape": "Part"}},
        "Color": {"type": "string", "enum": ["A", "B"]}
        """;
}
