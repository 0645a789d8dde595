using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan.Protocols.RestXml;

public sealed class RestXmlPlannerTests
{
    private const string Shapes = """
        "Part": {
          "type": "structure", "xmlNamespace": {"prefix": "xsi", "uri": "http://part/"},
          "members": {"kind": {"shape": "String", "xmlAttribute": true, "locationName": "xsi:type"}}
        },
        "Parts": {"type": "list", "member": {"shape": "Part", "locationName": "Item"}},
        "Map": {"type": "map", "key": {"shape": "String", "locationName": "K"}, "value": {"shape": "String", "xmlNamespace": "http://value/"}, "sparse": true}
        """;

    [Theory]
    [InlineData("", "GetWidgetInput", null)]
    [InlineData(""", "xmlNamespace": "http://service/" """, "GetWidgetInput", "http://service/")]
    public void The_root_is_the_input_in_the_namespace_of_the_service(string metadata, string name, string? space)
    {
        var root = Operation(Widgets(metadata)).Root;

        Assert.Equal(new ElementPlan(name, space is null ? null : new NamespacePlan("", space)), root);
    }

    [Fact]
    public void The_reference_to_the_input_names_the_root()
    {
        var widgets = Widgets(""", "xmlNamespace": "http://service/" """);
        var service = widgets.Service.Replace(
            "\"input\": {\"shape\": \"GetWidgetInput\"}",
            """ "input": {"shape": "GetWidgetInput", "locationName": "Root", "xmlNamespace": {"prefix": "p", "uri": "http://in/"}} """,
            System.StringComparison.Ordinal);

        var operation = Reading.Plan([new(Fixtures.Widgets.Path, service), Fixtures.Widgets.EndpointRulesFile]).Units.OfType<OperationUnit>().Single().Operation;

        Assert.Equal(new ElementPlan("Root", new NamespacePlan("p", "http://in/")), operation.Root);
    }

    [Fact]
    public void A_member_has_the_namespace_of_its_shape_unless_it_has_an_own_one()
    {
        var request = Operation(Widgets() with
        {
            Input = """ "part": {"shape": "Part"}, "own": {"shape": "Part", "xmlNamespace": "http://own/"} """,
        }).Request;

        Assert.Equal([new NamespacePlan("xsi", "http://part/"), new NamespacePlan("", "http://own/")], request.Properties.Select(static p => p.Namespace));
    }

    [Fact]
    public void An_attribute_is_read_by_its_local_name()
    {
        var widgets = Widgets() with { Input = """ "part": {"shape": "Part"} """ };
        var kind = Reading.Plan(widgets.Files).Units.OfType<StructureUnit>().Single().Structure.Properties.Single();

        Assert.True(kind.IsAttribute);
        Assert.Equal(("type", "xsi:type"), (kind.WireName, kind.SentName));
    }

    [Fact]
    public void Items_entries_keys_and_values_have_names_and_namespaces()
    {
        var units = Reading.Plan((Widgets() with { Input = """ "parts": {"shape": "Parts"}, "map": {"shape": "Map"} """ }).Files).Units.OfType<CollectionsUnit>().Single().Collections;

        Assert.Equal(new ElementPlan("Item", new NamespacePlan("xsi", "http://part/")), units.Single(static unit => unit.IsList).Item);
        var map = units.Single(static unit => !unit.IsList);
        Assert.Equal(new EntryPlan("entry", new ElementPlan("K"), new ElementPlan("value", new NamespacePlan("", "http://value/"))), map.Entry);
        Assert.False(map.IsSparse);
    }

    [Fact]
    public void Headers_keep_their_names()
    {
        var trace = Operation(Widgets() with { Input = """ "trace": {"shape": "String", "location": "header", "locationName": "x-Trace", "xmlNamespace": "http://x/"} """ })
            .Request.Properties.Single();

        Assert.Equal(("x-trace", null), (trace.HttpName, trace.Namespace));
    }

    [Fact]
    public void Timestamps_in_bodies_are_in_ISO_8601() => Assert.Equal(
        new TimestampType("Iso8601"), Operation(Widgets() with { Input = """ "time": {"shape": "Time"} """ }).Request.Properties.Single().Type);

    private static Widgets Widgets(string metadata = "") => new()
    {
        ServiceMetadata = $$""" "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "rest-xml", "serviceId": "Widgets"{{metadata}}} """,
        Shapes = Shapes,
    };

    private static OperationPlan Operation(Widgets widgets) => Reading.Plan(widgets.Files).Units.OfType<OperationUnit>().Single().Operation;
}
