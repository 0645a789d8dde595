using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Selection;

/// <summary>An unsupported feature leaves out only the operations that need it, with a diagnostic that has the reason.</summary>
public sealed class SupportedFeaturesTests
{
    private const string Shapes = """
        "Bytes": {"type": "blob"},
        "Stream": {"type": "blob", "streaming": true},
        "Part": {"type": "structure", "members": {}},
        "Color": {"type": "string", "enum": ["A"]},
        "Strings": {"type": "list", "member": {"shape": "String"}},
        "Parts": {"type": "list", "member": {"shape": "Part"}},
        "Maybes": {"type": "list", "member": {"shape": "Color"}, "sparse": true},
        "Map": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
        "Colors": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Color"}},
        "Numbers": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Integer"}}
        """;

    [Theory]
    [InlineData(""", "authtype": "custom" """, "its authentication 'custom' is not supported")]
    [InlineData(""", "auth": ["aws.auth#sigv4a", "acme#key"] """, "its authentication 'aws.auth#sigv4a, acme#key' is not supported")]
    [InlineData(""", "requestcompression": {"encodings": ["brotli"]} """, "its request compression 'brotli' is not supported")]
    [InlineData(""", "endpoint": {"hostPrefix": "{id}."} """, "no host label of its input is bound to the label 'id' of its host prefix")]
    public void A_trait_of_the_operation(string traits, string why) => Verify(new Widgets { OperationTraits = traits }, why);

    [Theory]
    [InlineData("")]
    [InlineData("get")]
    [InlineData("GE T")]
    [InlineData("GET\\n")]
    public void An_invalid_HTTP_method(string method) =>
        Verify(new Widgets { Method = method }, "its HTTP method '" + method.Replace("\\n", "\n", System.StringComparison.Ordinal) + "' is invalid");

    [Fact]
    public void A_label_of_the_request_URI_without_a_member() =>
        Verify(new Widgets { Uri = "/widgets/{id}" }, "no member of its input is bound to the label 'id' of its request URI");

    [Theory]
    [InlineData("Parts", "header")]
    [InlineData("Maybes", "header")]
    [InlineData("Map", "header")]
    [InlineData("Bytes", "header")]
    [InlineData("Part", "querystring")]
    [InlineData("Bytes", "querystring")]
    [InlineData("Parts", "querystring")]
    [InlineData("Maybes", "querystring")]
    [InlineData("Numbers", "querystring")]
    [InlineData("Colors", "headers")]
    [InlineData("Numbers", "headers")]
    [InlineData("String", "headers")]
    public void A_member_of_the_input_whose_type_the_binding_does_not_support(string shape, string location) => Verify(
        new Widgets { Input = $$""" "a": {"shape": "{{shape}}", "location": "{{location}}", "locationName": "x-a"} """, Shapes = Shapes },
        "member 'a' of its input has a type that its binding does not support");

    [Theory]
    [InlineData("Parts", "header")]
    [InlineData("Map", "header")]
    [InlineData("Bytes", "header")]
    [InlineData("Numbers", "headers")]
    [InlineData("String", "headers")]
    [InlineData("String", "statusCode")]
    public void A_member_of_a_response_whose_type_the_binding_does_not_support(string shape, string location)
    {
        var member = $$""" "a": {"shape": "{{shape}}", "location": "{{location}}", "locationName": "x-a"} """;

        Verify(new Widgets { Output = member, Shapes = Shapes }, "member 'a' of 'GetWidgetOutput' has a type that its binding does not support");
        Verify(
            new Widgets { Errors = """{"shape": "Busy"}""", Shapes = Shapes + ", \"Busy\": {\"type\": \"structure\", \"members\": {" + member + "}, \"exception\": true}" },
            "member 'a' of 'Busy' has a type that its binding does not support");
    }

    [Theory]
    [InlineData("Integer")]
    [InlineData("Time")]
    [InlineData("Boolean")]
    public void A_body_that_is_one_number(string shape)
    {
        var member = $$""" "a": {"shape": "{{shape}}"} """;

        Verify(new Widgets { Input = member, InputTraits = """, "payload": "a" """ }, "member 'a' of 'GetWidgetInput' is the payload but has a type that is not supported for payloads");
        Verify(new Widgets { Output = member, OutputTraits = """, "payload": "a" """ }, "member 'a' of 'GetWidgetOutput' is the payload but has a type that is not supported for payloads");
    }

    [Theory]
    [InlineData(""" "Odd": {"type": "structure", "members": {}, "eventstream": true} """, "member 'member' of 'Odds' is a stream but not the payload")]
    [InlineData(""" "Odd": {"type": "blob", "streaming": true} """, "member 'member' of 'Odds' is a stream but not the payload")]
    [InlineData(""" "Odd": {"type": "structure", "members": {"b": {"shape": "Bytes", "streaming": true}}} """, "member 'b' of 'Odd' is a stream but not the payload")]
    [InlineData(""" "Odd": {"type": "structure", "members": {"b": {"shape": "Stream"}}, "payload": "b"} """, "member 'b' of 'Odd' is a stream but not the payload")]
    [InlineData(""" "Odd": {"type": "list", "member": {"shape": "Odd"}} """, "shape 'Odd' contains only itself")]
    [InlineData(""" "Odd": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Odder"}}, "Odder": {"type": "list", "member": {"shape": "Odd"}} """, "shape 'Odd' contains only itself")]
    public void A_shape_however_deep_it_lies(string shape, string why) => Verify(
        new Widgets
        {
            Output = """ "part": {"shape": "Outer"} """,
            Shapes = Shapes + ", " + shape + """, "Outer": {"type": "structure", "members": {"odds": {"shape": "Odds"}}}, "Odds": {"type": "list", "member": {"shape": "Odd"}}""",
        },
        why);

    [Fact]
    public void Too_deeply_nested_lists()
    {
        var lists = string.Join(", ", Enumerable.Range(0, 1000).Select(static i => $$$""" "L{{{i:D4}}}": {"type": "list", "member": {"shape": "L{{{i + 1:D4}}}"}} """));

        Verify(
            new Widgets { Output = """ "all": {"shape": "L0000"} """, Shapes = lists + """, "L1000": {"type": "string"}""" },
            "lists and maps are nested too deeply in shape 'L0000'");
    }

    [Theory]
    [InlineData(""", "authtype": "bearer" """)]
    [InlineData(""", "authtype": "v4-unsigned-body" """)]
    [InlineData(""", "authtype": "none" """)]
    [InlineData(""", "auth": ["acme#key", "smithy.api#noAuth"] """)]
    [InlineData(""", "unsignedPayload": true """)]
    [InlineData(""", "httpChecksumRequired": true """)]
    [InlineData(""", "httpChecksum": {"requestChecksumRequired": true} """)]
    [InlineData(""", "requestcompression": {"encodings": ["gzip"]} """)]
    [InlineData(""", "endpoint": {"hostPrefix": "data."} """)]
    public void Supported_features_leave_nothing_out(string traits) => new Widgets { OperationTraits = traits }.Run();

    private static void Verify(Widgets widgets, string why) =>
        (widgets with { Operations = """ "ListWidgets": {"http": {"method": "GET", "requestUri": "/widgets"}} """ }).VerifyLeftOut(why);
}
