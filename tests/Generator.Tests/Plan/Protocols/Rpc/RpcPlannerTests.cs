using System;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan.Protocols.Rpc;

public sealed class RpcPlannerTests
{
    private const string Bound = """
        "id": {"shape": "String", "location": "uri", "locationName": "id"}, "size": {"shape": "Integer", "location": "querystring", "locationName": "s"}
        """;

    [Fact]
    public void Bindings_of_another_protocol_of_the_model_are_ignored() => Assert.Equal(
        """POST / | Widgets.GetWidget | {"id":"a","size":3} | """,
        new ProtocolProbe
        {
            Metadata = """ "protocols": ["rest-json", "json"], "jsonVersion": "1.0" """,
            Method = "GET",
            Uri = "/widgets/{id}",
            Input = Bound,
            Headers = ["x-amz-target"],
        }.Send("""new() { Id = "a", Size = 3 }"""));

    [Theory]
    [InlineData("/", "member 'id' of 'GetWidgetInput' is bound to HTTP, which the protocol 'json' does not have")]
    [InlineData("/widgets/{id}", "its request URI has the label 'id', which the protocol 'json' does not have")]
    public void Bindings_in_a_model_without_another_protocol_are_a_mistake(string path, string reason) =>
        (Service("json") with { Uri = path, Input = Bound }).VerifyLeftOut(reason);

    [Fact]
    public void Documents_in_CBOR_are_left_out() => (Service("smithy-rpc-v2-cbor") with
    {
        Input = """ "any": {"shape": "Any"} """,
        Shapes = """ "Any": {"type": "structure", "members": {}, "document": true} """,
    }).VerifyLeftOut("shape 'Any' is a document, which the protocol 'smithy-rpc-v2-cbor' does not have");

    [Theory]
    [InlineData("Data", true)]
    [InlineData("Events", true)]
    [InlineData("Data", false)]
    public void Other_streams_than_the_events_of_a_response_are_left_out(string stream, bool isInput) => (Service("json") with
    {
        Input = isInput ? "\"stream\": {\"shape\": \"" + stream + "\"}" : "",
        Output = isInput ? "" : "\"stream\": {\"shape\": \"" + stream + "\"}",
        Shapes = Streams,
    }).VerifyLeftOut("member 'stream' of 'GetWidget" + (isInput ? "Input" : "Output") + NoStream);

    [Fact]
    public void Events_beside_other_members_are_left_out() => (Service("json") with
    {
        Output = """ "stream": {"shape": "Events"}, "id": {"shape": "String"} """,
        Shapes = Streams,
    }).VerifyLeftOut("member 'stream' of 'GetWidgetOutput" + NoStream);

    [Theory]
    [InlineData("json", "")]
    [InlineData("smithy-rpc-v2-cbor", "request.Header(\"accept\", \"application/vnd.amazon.eventstream\");")]
    public void Events_of_a_response_are_read_as_they_arrive(string protocol, string accept)
    {
        var run = (Service(protocol) with { Output = """ "stream": {"shape": "Events"} """, Shapes = Streams }).Run();

        var operation = run.Text("Widgets/GetWidget.g.cs");
        Assert.Contains("StreamsResponse = true;", operation, StringComparison.Ordinal);
        Assert.Contains("Stream = response.Events(EventsWire.Read, EventsWire.ReadError),", operation, StringComparison.Ordinal);
        Assert.Contains(accept, operation, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_known_by_its_code_and_by_its_name()
    {
        var run = (Service("json") with
        {
            Errors = """{"shape": "NotFound"}""",
            Shapes = """ "NotFound": {"type": "structure", "members": {}, "exception": true, "error": {"code": "Widgets.NoSuchWidget", "httpStatusCode": 400}} """,
        }).Run();

        var service = run.Text("Widgets/WidgetsService.g.cs");
        Assert.Contains("\"Widgets.NoSuchWidget\" => new NotFoundException(error.Message),", service, StringComparison.Ordinal);
        Assert.Contains("\"NotFound\" => new NotFoundException(error.Message),", service, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Smithy_model_has_the_same_client()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText("models/widgets.json", """
            {
              "smithy": "2.0",
              "shapes": {
                "acme#Widgets_2024": {
                  "type": "service", "version": "2024-01-01", "operations": [{"target": "acme#GetWidget"}],
                  "traits": {
                    "aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"},
                    "aws.protocols#awsJson1_1": {}, "aws.protocols#awsQueryCompatible": {}
                  }
                },
                "acme#GetWidget": {
                  "type": "operation", "input": {"target": "acme#GetWidgetInput"}, "output": {"target": "smithy.api#Unit"}, "errors": [{"target": "acme#NotFound"}]
                },
                "acme#GetWidgetInput": {
                  "type": "structure",
                  "members": {"id": {"target": "smithy.api#String", "traits": {"smithy.api#jsonName": "otherId"}}}
                },
                "acme#NotFound": {
                  "type": "structure", "members": {},
                  "traits": {"smithy.api#error": "client", "aws.protocols#awsQueryError": {"code": "Widgets.NoSuchWidget", "httpResponseCode": 404}}
                }
              }
            }
            """));

        var run = test.RunOnly();

        Compiler.VerifyClean(run.Compilation);
        var operation = run.Text("Widgets/GetWidget.g.cs");
        Assert.Contains("request.Header(\"x-amz-target\", \"Widgets_2024.GetWidget\");", operation, StringComparison.Ordinal);
        Assert.Contains("json.String(\"id\"u8, input.Id);", operation, StringComparison.Ordinal);
        var service = run.Text("Widgets/WidgetsService.g.cs");
        Assert.Contains("AwsJsonProtocol(\"1.1\", isQueryCompatible: true)", service, StringComparison.Ordinal);
        Assert.Contains("\"Widgets.NoSuchWidget\" => new NotFoundException(error.Message),", service, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_an_error_takes_precedence_over_the_code_of_another()
    {
        var run = (Service("json") with
        {
            Errors = """{"shape": "AlsoMissing"}, {"shape": "Missing"}""",
            Shapes = """
                "AlsoMissing": {"type": "structure", "members": {}, "exception": true, "error": {"code": "Missing", "httpStatusCode": 400}},
                "Missing": {"type": "structure", "members": {}, "exception": true, "error": {"code": "Missing", "httpStatusCode": 400}}
                """,
        }).Run();

        var service = run.Text("Widgets/WidgetsService.g.cs");
        Assert.Contains("\"Missing\" => new MissingException(error.Message),", service, StringComparison.Ordinal);
        Assert.Contains("\"AlsoMissing\" => new AlsoMissingException(error.Message),", service, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Missing\" => new AlsoMissingException(", service, StringComparison.Ordinal);
    }

    private const string NoStream =
        "' is a stream but not the events of a response without other members, which are the only streams of the protocol 'json'";

    private const string Streams = """
        "Data": {"type": "blob", "streaming": true},
        "Events": {"type": "structure", "eventstream": true, "members": {"part": {"shape": "Part"}}},
        "Part": {"type": "structure", "event": true, "members": {"text": {"shape": "String"}}}
        """;

    private static Widgets Service(string protocol) => new()
    {
        ServiceMetadata = $$"""
            "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "{{protocol}}", "jsonVersion": "1.0", "targetPrefix": "W", "serviceId": "Widgets"}
            """,
        Uri = "/",
        Operations = """ "ListWidgets": {"http": {"method": "POST", "requestUri": "/"}} """,
    };
}
