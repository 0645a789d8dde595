using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan.Protocols.AwsQuery;

public sealed class AwsQueryPlannerTests
{
    private static readonly Widgets Widgets = new()
    {
        ServiceMetadata = """ "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "query", "serviceId": "Widgets"} """,
        Input = """ "id": {"shape": "String"}, "size": {"shape": "Integer", "locationName": "The Size"} """,
        Output = """ "id": {"shape": "String"} """,
        Errors = """{"shape": "NotFound"}, {"shape": "Plain"}""",
        Shapes = """
            "NotFound": {"type": "structure", "members": {}, "exception": true, "error": {"code": "Widgets.NoSuchWidget"}},
            "Plain": {"type": "structure", "members": {}, "exception": true}
            """,
    };

    [Fact]
    public void A_request_is_a_form_with_the_action_and_the_version() => Assert.Equal(
        "POST / | application/x-www-form-urlencoded; charset=utf-8 | Action=GetWidget&Version=2024-01-01&id=a&The%20Size=3 | ",
        Send("""new() { Id = "a", Size = 3 }"""));

    [Fact]
    public void An_input_without_values_is_the_action_and_the_version() => Assert.Equal(
        "POST / | application/x-www-form-urlencoded; charset=utf-8 | Action=GetWidget&Version=2024-01-01 | ",
        Send("new()"));

    [Theory]
    [InlineData("", "GetWidgetResult")]
    [InlineData(""", "resultWrapper": "Wrapper" """, "Wrapper")]
    public void The_output_is_in_an_element_of_the_response(string traits, string wrapper)
    {
        var service = Widgets.Service.Replace("{\"shape\": \"GetWidgetOutput\"}", "{\"shape\": \"GetWidgetOutput\"" + traits + "}", System.StringComparison.Ordinal);

        var units = Reading.Plan([new(Fixtures.Widgets.Path, service), Fixtures.Widgets.EndpointRulesFile]).Units;

        Assert.Equal(wrapper, units.OfType<OperationUnit>().Single().Operation.ResultWrapper);
    }

    [Fact]
    public void The_code_of_an_error_takes_precedence_over_its_name()
    {
        var errors = Reading.Plan(Widgets.Files).Units.OfType<ErrorUnit>().ToDictionary(static unit => unit.Error.Name, static unit => unit.Error.Codes.ToArray());

        Assert.Equal(["Widgets.NoSuchWidget", "NotFound"], errors["NotFoundException"]);
        Assert.Equal(["Plain"], errors["PlainException"]);
    }

    [Fact]
    public void Requests_are_forms_and_responses_are_XML()
    {
        var context = Reading.Plan(Widgets.Files).Units[0].Context;

        Assert.Equal((CodecPlan.Xml, CodecPlan.Form), (context.Reading, context.Writing));
    }

    private static string Send(string input) => new ProtocolProbe
    {
        Metadata = """ "protocol": "query" """,
        Input = Widgets.Input,
        Headers = ["content-type"],
    }.Send(input);
}
