using System;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Selection;

/// <summary>Operations whose endpoint clients must discover, and the operation that they call for it.</summary>
public sealed class EndpointOperationTests
{
    private const string Required = """, "endpointdiscovery": {"required": true} """;

    private const string Describe = """ "DescribeEndpoints": {"http": {"method": "POST", "requestUri": "/d"}, "output": {"shape": "Described"}, "endpointoperation": true} """;

    private const string Shapes = """
        "Described": {"type": "structure", "members": {"Endpoints": {"shape": "Endpoints"}}, "required": ["Endpoints"]},
        "Endpoints": {"type": "list", "member": {"shape": "Endpoint"}},
        "Endpoint": {"type": "structure", "members": {"Address": {"shape": "String"}, "CachePeriodInMinutes": {"shape": "Long"}}},
        "Long": {"type": "long"}
        """;

    private static readonly Widgets Cells = new() { OperationTraits = Required, Operations = Describe, Shapes = Shapes };

    [Fact]
    public void The_operation_is_selected_with_those_that_require_it()
    {
        var closure = Select(Cells, "GetWidget");

        Assert.Equal(["DescribeEndpoints", "GetWidget"], closure.Operations.Select(static operation => operation.Name));
        Assert.Equal("DescribeEndpoints", closure.EndpointOperation);
        Assert.Contains(closure.Shapes, static shape => shape.Name == "Endpoint");
    }

    [Theory]
    [InlineData(", \"endpointdiscovery\": {}")]
    [InlineData(", \"endpointdiscovery\": {\"required\": false}")]
    [InlineData("")]
    public void Optional_discovery_selects_nothing(string traits)
    {
        var closure = Select(Cells with { OperationTraits = traits }, "GetWidget");

        Assert.Equal(["GetWidget"], closure.Operations.Select(static operation => operation.Name));
        Assert.Null(closure.EndpointOperation);
    }

    [Fact]
    public void The_generated_client_asks_for_the_endpoint()
    {
        var run = Cells.Run();

        Assert.Contains(
            """
                protected override global::DataZoneGen.Wire.EndpointDiscovery GetEndpointDiscovery() =>
                    new global::DataZoneGen.Wire.EndpointDiscovery<DescribeEndpointsRequest, DescribeEndpointsResponse>(
                        DescribeEndpointsOperation.Instance,
                        new DescribeEndpointsRequest(),
                        static response => response.Endpoints is [{ Address: { } address, CachePeriodInMinutes: { } minutes }, ..]
            """.ReplaceLineEndings("\n"),
            run.Text("Widgets/WidgetsService.g.cs"),
            StringComparison.Ordinal);
        Assert.Contains("DiscoversEndpoint = true;", run.Text("Widgets/GetWidget.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("DiscoversEndpoint", run.Text("Widgets/DescribeEndpoints.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "no operation of the model returns endpoints")]
    [InlineData("\"Address\": {\"shape\": \"String\"}", "\"Address\": {\"shape\": \"Long\"}", "operation 'DescribeEndpoints' does not return addresses with a cache period")]
    [InlineData("\"CachePeriodInMinutes\"", "\"Period\"", "operation 'DescribeEndpoints' does not return addresses with a cache period")]
    [InlineData("\"Endpoints\": {\"shape\"", "\"Hosts\": {\"shape\"", "operation 'DescribeEndpoints' does not return addresses with a cache period")]
    public void Without_an_operation_that_returns_endpoints_others_are_left_out(string part, string replacement, string why)
    {
        var widgets = part.Length == 0
            ? Cells with { Operations = "" }
            : Cells with { Shapes = Shapes.Replace(part, replacement, StringComparison.Ordinal).Replace("[\"Endpoints\"]", "[]", StringComparison.Ordinal) };

        Verify(widgets, "its endpoint must be discovered, and " + why);
    }

    [Fact]
    public void An_operation_that_requires_an_input_cannot_be_called() => Verify(
        Cells with
        {
            Operations = Describe.Replace("\"output\"", "\"input\": {\"shape\": \"Wanted\"}, \"output\"", StringComparison.Ordinal),
            Shapes = Shapes + """, "Wanted": {"type": "structure", "members": {"Id": {"shape": "String"}}, "required": ["Id"]} """,
        },
        "its endpoint must be discovered, and operation 'DescribeEndpoints' requires an input");

    [Fact]
    public void Endpoints_that_depend_on_members_are_left_out() => Verify(
        Cells with { Input = """ "id": {"shape": "String", "endpointdiscoveryid": true} """ },
        "its endpoint must be discovered for each value of member 'id', which is not supported");

    [Fact]
    public void If_the_operation_is_left_out_so_are_those_that_require_it()
    {
        var (closure, diagnostics) = Reading.Closure(Reading.Service(
            (Cells with { Operations = Describe.Replace("true}", "true, \"authtype\": \"custom\"}", StringComparison.Ordinal) }).Files));

        Assert.Equal(
            [
                "Operation 'DescribeEndpoints' is left out: its authentication 'custom' is not supported",
                "Operation 'GetWidget' is left out: its endpoint must be discovered by operation 'DescribeEndpoints', which is left out",
            ],
            diagnostics.Select(static text => text[text.IndexOf("Operation", StringComparison.Ordinal)..]).Distinct());
        Assert.Null(closure);
    }

    [Fact]
    public void Smithy_models_have_traits_for_it()
    {
        var service = Reading.Service(new SmithyWidgets
        {
            ServiceTraits = """
                "aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restJson1": {},
                "aws.api#clientEndpointDiscovery": {"operation": "acme#Describe", "error": "acme#Invalid"}
                """,
            Operations = """{"target": "acme#GetWidget"}, {"target": "acme#Describe"}, {"target": "acme#Maybe"}""",
            OperationTraits = """ "aws.api#clientDiscoveredEndpoint": {"required": true} """,
            Input = """ "id": {"target": "smithy.api#String", "traits": {"aws.api#clientEndpointDiscoveryId": {}}} """,
            Shapes = """
                "acme#Describe": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/d", "code": 200}}},
                "acme#Maybe": {"type": "operation", "traits": {
                  "smithy.api#http": {"method": "GET", "uri": "/m", "code": 200}, "aws.api#clientDiscoveredEndpoint": {"required": false}}}
                """,
        }.File);

        Assert.Equal(
            [("Describe", EndpointDiscovery.None, true), ("GetWidget", EndpointDiscovery.Required, false), ("Maybe", EndpointDiscovery.Optional, false)],
            service.Operations.Select(static operation => (operation.Name, operation.EndpointDiscovery, operation.IsEndpointOperation)));
        Assert.True(service.Shapes.Single(static shape => shape.Name == "GetWidgetInput").Members.Single().IsEndpointDiscoveryId);
    }

    private static DataZoneGen.Generator.Selection.Closure Select(Widgets widgets, string operations)
    {
        var (closure, diagnostics) = Reading.Closure(Reading.Service([.. widgets.Files.Select(file => file with { Operations = operations })]));
        Assert.Empty(diagnostics);
        return closure!;
    }

    private static void Verify(Widgets widgets, string why)
    {
        const string List = """ "ListWidgets": {"http": {"method": "GET", "requestUri": "/widgets"}} """;
        var (closure, diagnostics) = Reading.Closure(Reading.Service((widgets with { Operations = widgets.Operations.Length == 0 ? List : widgets.Operations + ", " + List }).Files));

        Assert.Equal("Operation 'GetWidget' is left out: " + why, Assert.Single(diagnostics) is { } text ? text[text.IndexOf("Operation", StringComparison.Ordinal)..] : "");
        Assert.Contains(closure!.Operations, static operation => operation.Name == "ListWidgets");
        Assert.Null(closure.EndpointOperation);
    }
}
