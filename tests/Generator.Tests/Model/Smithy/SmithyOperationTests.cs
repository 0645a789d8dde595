using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

public sealed class SmithyOperationTests
{
    private const string Errors = """
        "acme#Gone": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
        "acme#Busy": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server"}}
        """;

    [Fact]
    public void Method_and_URI_are_those_of_the_http_trait()
    {
        var operation = new SmithyWidgets { Http = """{"method": "PUT", "uri": "/widgets/{id}/{path+}?list-type=2&flag"}""" }.ReadOperation();

        Assert.Equal(("PUT", UriTemplate.Parse("/widgets/{id}/{path+}?list-type=2&flag")), (operation.Method, operation.Uri));
    }

    [Theory]
    [InlineData(", \"code\": 201", 201)]
    [InlineData(", \"code\": 200", null)]
    [InlineData("", null)]
    public void The_status_code_is_that_of_the_http_trait_unless_it_is_the_default(string code, int? expected) =>
        Assert.Equal(expected, new SmithyWidgets { Http = """{"method": "PUT", "uri": "/widgets" """ + code + "}" }.ReadOperation().SuccessStatusCode);

    [Fact]
    public void Input_and_output_lose_their_namespace()
    {
        var operation = new SmithyWidgets().ReadOperation();

        Assert.Equal(("GetWidget", "GetWidgetInput", "GetWidgetOutput"), (operation.Name, operation.Input, operation.Output));
    }

    [Theory]
    [InlineData("""{"type": "operation", "input": {"target": "smithy.api#Unit"}, "output": {"target": "smithy.api#Unit"}}""")]
    [InlineData("""{"type": "operation"}""")]
    public void An_operation_may_have_neither_input_nor_output(string operation)
    {
        var read = Assert.Single(Reading.File("{\"smithy\": \"2.0\", \"shapes\": {\"acme#Ping\": " + operation + "}}").Operations);

        Assert.Equal((null, null), (read.Input, read.Output));
    }

    [Fact]
    public void Errors_are_its_own_and_then_those_of_all_operations_of_the_service() => Assert.Equal(
        ["Busy", "Gone"],
        new SmithyWidgets
        {
            Operation = """ "errors": [{"target": "acme#Busy"}] """,
            Service = """ "errors": [{"target": "acme#Gone"}, {"target": "acme#Busy"}] """,
            Shapes = Errors,
        }.ReadOperation().Errors);

    [Fact]
    public void Operations_are_bound_to_resources_too_in_each_of_their_ways()
    {
        var names = new[] { "Create", "Put", "Read", "Update", "Delete", "List", "Act", "Count", "Inner" };
        var file = new SmithyWidgets
        {
            Operations = "",
            Service = """ "resources": [{"target": "acme#Box"}] """,
            Shapes = """
                "acme#Box": {"type": "resource", "create": {"target": "acme#Create"}, "put": {"target": "acme#Put"}, "read": {"target": "acme#Read"},
                  "update": {"target": "acme#Update"}, "delete": {"target": "acme#Delete"}, "list": {"target": "acme#List"},
                  "operations": [{"target": "acme#Act"}], "collectionOperations": [{"target": "acme#Count"}], "resources": [{"target": "acme#Lid"}]},
                "acme#Lid": {"type": "resource", "operations": [{"target": "acme#Inner"}], "resources": [{"target": "acme#Box"}]}
                """ + string.Concat(names.Select(static name => ", \"acme#" + name + "\": {\"type\": \"operation\"}")),
        }.Read();

        Assert.Equal(names.Order(), file.Operations.Select(static o => o.Name).Order());
    }

    [Fact]
    public void An_operation_that_the_service_does_not_bind_is_none_of_it() =>
        Assert.Equal(["GetWidget"], new SmithyWidgets { Shapes = """ "acme#Other": {"type": "operation"} """ }.Read().Operations.Select(static o => o.Name));

    [Theory]
    [InlineData(""" "smithy.api#deprecated": {"message": "Use B.", "since": "1"} """)]
    public void Deprecation_keeps_its_message(string traits) =>
        Assert.Equal(new Deprecation("Use B.", "1"), new SmithyWidgets { OperationTraits = traits }.ReadOperation().Deprecation);

    [Theory]
    [InlineData(""" "smithy.api#auth": [] """, "None")]
    [InlineData(""" "smithy.api#auth": ["smithy.api#httpBearerAuth"] """, "Bearer")]
    [InlineData(""" "smithy.api#auth": [], "smithy.api#optionalAuth": {} """, "None")]
    [InlineData(""" "smithy.api#optionalAuth": {} """, "SigV4, None")]
    [InlineData(""" "smithy.api#readonly": {} """, "")]
    public void An_operation_authenticates_as_its_service_unless_it_says_otherwise(string traits, string expected) =>
        Assert.Equal(expected, string.Join(", ", new SmithyWidgets { OperationTraits = traits }.ReadOperation().Auth.Select(static scheme => scheme.Kind)));

    [Fact]
    public void Traits_of_requests_are_read()
    {
        var operation = new SmithyWidgets
        {
            OperationTraits = """
                "smithy.api#endpoint": {"hostPrefix": "{id}."}, "aws.auth#unsignedPayload": {}, "smithy.api#httpChecksumRequired": {},
                "smithy.api#requestCompression": {"encodings": ["gzip"]}
                """,
        }.ReadOperation();

        Assert.Equal([new UriPart("id", IsLabel: true, IsGreedy: false), new UriPart(".", IsLabel: false, IsGreedy: false)], operation.HostPrefix);
        Assert.Equal((true, true), (operation.IsUnsignedPayload, operation.IsChecksumRequired));
        Assert.Equal(["gzip"], operation.RequestCompression);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_checksum_that_may_be_sent_need_not_be(string required, bool expected) => Assert.Equal(
        expected,
        new SmithyWidgets { OperationTraits = "\"aws.protocols#httpChecksum\": {\"requestChecksumRequired\": " + required + "}" }.ReadOperation().IsChecksumRequired);

    [Fact]
    public void The_checksums_of_bodies_are_read() => Assert.Equal(
        new ChecksumModel { RequestAlgorithmMember = "a", IsRequestChecksumRequired = true, ValidationModeMember = "m", ResponseAlgorithms = ["CRC32", "SHA1"] },
        new SmithyWidgets
        {
            OperationTraits = """
                "aws.protocols#httpChecksum": {
                  "requestAlgorithmMember": "a", "requestChecksumRequired": true, "requestValidationModeMember": "m", "responseAlgorithms": ["CRC32", "SHA1"]
                }
                """,
        }.ReadOperation().Checksum);

    [Fact]
    public void Context_parameters_of_operations_are_read()
    {
        var operation = new SmithyWidgets
        {
            OperationTraits = """
                "smithy.rules#staticContextParams": {"A": {"value": true}, "B": {"value": ["x"]}}, "smithy.rules#operationContextParams": {"C": {"path": "keys(items)"}}
                """,
        }.ReadOperation();

        Assert.Equal(
            [new RuleField("A", new BooleanExpression(true)), new RuleField("B", new ArrayExpression([new TextExpression("x")]))], operation.StaticContextParams);
        Assert.Equal([new ContextPath("C", "keys(items)")], operation.OperationContextParams);
    }

    [Theory]
    [InlineData("string", "text/csv", true)]
    [InlineData("string", "text/plain", false)]
    [InlineData("blob", "image/png", true)]
    [InlineData("blob", "application/octet-stream", false)]
    public void A_payload_of_a_media_type_that_is_not_sent_leaves_the_operation_out(string type, string mediaType, bool isLeftOut) => Assert.Equal(
        isLeftOut ? "models/widgets.json(10,5): DZG010: Operation 'GetWidget' is left out: its payload has the unsupported media type '" + mediaType + "'" : null,
        new SmithyWidgets
        {
            Input = """ "body": {"target": "acme#Body", "traits": {"smithy.api#httpPayload": {}}} """,
            Shapes = "\"acme#Body\": {\"type\": \"" + type + "\", \"traits\": {\"smithy.api#mediaType\": \"" + mediaType + "\"}}",
        }.WhyLeftOut());
}
