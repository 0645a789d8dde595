using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan.Protocols.Xml;

/// <summary>The names of flattened lists and maps, in requests and responses of each protocol.</summary>
public sealed class XmlNamesTests
{
    private const string Shapes = """
        "Plain": {"type": "list", "member": {"shape": "String", "locationName": "item"}},
        "Flat": {"type": "list", "flattened": true, "member": {"shape": "String", "locationName": "item"}},
        "FlatMap": {"type": "map", "flattened": true, "key": {"shape": "String"}, "value": {"shape": "String"}}
        """;

    [Theory]
    [InlineData("rest-xml", "Plain", "", false, "List", "List")]
    [InlineData("rest-xml", "Plain", """, "flattened": true """, true, "List", "List")]
    [InlineData("rest-xml", "Flat", "", true, "item", "List")]
    [InlineData("rest-xml", "Flat", """, "flattened": true """, true, "List", "List")]
    [InlineData("rest-xml", "FlatMap", "", true, "List", "List")]
    [InlineData("query", "Plain", "", false, "List", "List")]
    [InlineData("query", "Flat", "", true, "item", "item")]
    [InlineData("query", "Flat", """, "flattened": true """, true, "List", "List")]
    [InlineData("ec2", "Flat", "", true, "item", "List")]
    [InlineData("ec2", "Flat", """, "locationName": "list" """, true, "item", "List")]
    [InlineData("ec2", "Plain", """, "queryName": "Other" """, false, "List", "Other")]
    public void A_list_has_the_name_of_the_member_or_of_its_items(string protocol, string shape, string traits, bool isFlattened, string read, string sent)
    {
        var property = Reading.Plan(new Widgets
        {
            ServiceMetadata = $$""" "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "{{protocol}}", "serviceId": "Widgets"} """,
            Input = $$""" "List": {"shape": "{{shape}}"{{traits}}} """,
            Shapes = Shapes,
        }.Files).Units.OfType<OperationUnit>().Single().Operation.Request.Properties.Single();

        Assert.Equal((isFlattened, read, sent), (property.IsFlattened, property.WireName, property.SentName ?? property.WireName));
    }
}
