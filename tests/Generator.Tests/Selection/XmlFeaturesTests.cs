using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Selection;

public sealed class XmlFeaturesTests
{
    private const string Shapes = """
        "Names": {"type": "list", "member": {"shape": "String"}},
        "Flat": {"type": "list", "member": {"shape": "String"}, "flattened": true},
        "Any": {"type": "structure", "members": {}, "document": true},
        "Events": {"type": "structure", "eventstream": true, "members": {"word": {"shape": "Word"}}},
        "Word": {"type": "structure", "event": true, "members": {}}
        """;

    [Fact]
    public void Documents_are_left_out() => Verify(""" "any": {"shape": "Any"} """, "shape 'Any' is a document, which the protocol 'rest-xml' does not have");

    [Fact]
    public void Attributes_that_are_not_strings_are_left_out() => Verify(
        """ "size": {"shape": "Integer", "xmlAttribute": true, "locationName": "size"} """,
        "member 'size' of 'GetWidgetInput' is an XML attribute but not a string of a structure");

    [Theory]
    [InlineData("Flat", "")]
    [InlineData("Names", """, "flattened": true """)]
    public void Flattened_lists_in_unions_are_left_out(string list, string traits) => Verify(
        """ "choice": {"shape": "Choice"} """,
        "member 'list' of 'Choice' is flattened, which variants of unions do not support",
        " , \"Choice\": {\"type\": \"structure\", \"union\": true, \"members\": {\"list\": {\"shape\": \"" + list + "\"" + traits + "}}}");

    [Fact]
    public void Attributes_in_unions_are_left_out() => Verify(
        """ "choice": {"shape": "Choice"} """,
        "member 'kind' of 'Choice' is an XML attribute but not a string of a structure",
        """ , "Choice": {"type": "structure", "union": true, "members": {"kind": {"shape": "String", "xmlAttribute": true}}} """);

    [Fact]
    public void Event_streams_in_requests_are_left_out() => (Widgets() with { Input = """ "events": {"shape": "Events"} """, InputTraits = """, "payload": "events" """ })
        .VerifyLeftOut("member 'events' of 'GetWidgetInput' is an event stream, which requests with XML do not support");

    [Theory]
    [InlineData("")]
    [InlineData(""" "a": {"target": "smithy.api#String"}, "b": {"target": "smithy.api#String"} """)]
    [InlineData(""" "a": {"target": "smithy.api#Integer"} """)]
    public void A_root_element_that_is_the_value_of_several_members_is_left_out(string output) => Assert.EndsWith(
        "the root element of its response is the value of a member, but its output does not have exactly one member in the body, a string",
        new SmithyWidgets
        {
            ServiceTraits = """ "aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restXml": {} """,
            OperationTraits = """ "aws.customizations#s3UnwrappedXmlOutput": {} """,
            Output = output,
        }.WhyLeftOut(),
        System.StringComparison.Ordinal);

    private static void Verify(string input, string reason, string shapes = "") => (Widgets() with { Input = input, Shapes = Shapes + shapes }).VerifyLeftOut(reason);

    private static Widgets Widgets() => new()
    {
        ServiceMetadata = """ "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "rest-xml", "serviceId": "Widgets"} """,
        Operations = """ "ListWidgets": {"http": {"method": "GET", "requestUri": "/widgets"}} """,
        Shapes = Shapes,
    };
}
