using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan.Protocols.Ec2Query;

public sealed class Ec2QueryPlannerTests
{
    private static readonly Widgets Widgets = new()
    {
        ServiceMetadata = """ "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "ec2", "serviceId": "Widgets"} """,
        Input = """
            "Id": {"shape": "String"}, "Size": {"shape": "Integer", "locationName": "theSize"}, "Color": {"shape": "String", "locationName": "color", "queryName": "paint"},
            "names": {"shape": "Names"}
            """,
        Shapes = """ "Names": {"type": "list", "member": {"shape": "String", "locationName": "item"}} """,
    };

    [Fact]
    public void Names_in_requests_start_with_a_capital_letter_unless_they_are_for_queries() => Assert.Equal(
        ["Id", "TheSize", "paint", "Names"],
        Operation.Request.Properties.Select(static property => property.SentName ?? property.WireName));

    [Fact]
    public void Names_in_responses_are_those_of_the_model() => Assert.Equal(
        ["Id", "theSize", "color", "names"],
        Operation.Request.Properties.Select(static property => property.WireName));

    [Fact]
    public void Items_have_no_names_in_requests() => Assert.Null(Reading.Plan(Widgets.Files).Units.OfType<CollectionsUnit>().Single().Collections.Single().Item);

    [Fact]
    public void The_output_is_the_root_of_the_response() => Assert.Null(Operation.ResultWrapper);

    private static OperationPlan Operation => Reading.Plan(Widgets.Files).Units.OfType<OperationUnit>().Single().Operation;
}
