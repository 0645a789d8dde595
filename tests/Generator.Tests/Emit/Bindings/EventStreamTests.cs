using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Emit.Bindings;

/// <summary>Event streams: their API, code for all kinds of event members, and unsupported events.</summary>
public sealed class EventStreamTests
{
    private const string Stream = """ "stream": {"shape": "Events"} """;
    private const string Payload = """, "payload": "stream" """;

    private const string Shapes = """
        "Byte": {"type": "integer"}, "Short": {"type": "integer"}, "Long": {"type": "long"}, "Float": {"type": "float"}, "Blob": {"type": "blob"},
        "Color": {"type": "string", "enum": ["RED"]}, "Secret": {"type": "string", "sensitive": true},
        "Part": {"type": "structure", "members": {"name": {"shape": "String"}, "size": {"shape": "Integer"}}, "required": ["name"]},
        "Parts": {"type": "list", "member": {"shape": "Part"}},
        "Choice": {"type": "structure", "members": {"name": {"shape": "String"}, "part": {"shape": "Part"}}, "union": true}
        """;

    private const string Busy = """
        "Busy": {"type": "structure", "members": {"Message": {"shape": "String"}, "parts": {"shape": "Parts"}, "value": {"shape": "Part"}}, "exception": true}
        """;

    [Fact]
    public void A_response_returns_its_events_one_by_one()
    {
        var response = Read(Part, "part").Type("Acme.Widgets.GetWidgetResponse");

        Assert.Equal("AwsStreamingResponse", response.BaseType!.Name);
        Assert.Equal(
            "System.Collections.Generic.IAsyncEnumerable<Acme.Widgets.Events>",
            response.GetMembers("Stream").OfType<Microsoft.CodeAnalysis.IPropertySymbol>().Single().Type.ToDisplayString());
    }

    [Fact]
    public void An_error_is_thrown_by_a_stream_that_is_read_and_a_variant_of_one_that_is_sent()
    {
        const string events = """ "part": {"shape": "Event"}, "busy": {"shape": "Busy"} """;

        Assert.Equal(["Part", "Unknown"], Variants(Read(Part, events: events)));
        Assert.Equal(["Busy", "Part", "Unknown"], Variants(Written(Part, events: events)));
    }

    [Theory]
    [InlineData("Boolean Byte Short Integer Long String Secret Color Blob Time", "eventheader")]
    [InlineData("Blob", "eventpayload")]
    [InlineData("String", "eventpayload")]
    [InlineData("Color", "eventpayload")]
    [InlineData("Part", "eventpayload")]
    [InlineData("Choice", "eventpayload")]
    [InlineData("Boolean Integer Long Float String Secret Color Blob Time Part Parts Choice", "")]
    public void Members_of_an_event_required_or_not(string types, string place)
    {
        var names = types.Split(' ');
        var members = string.Join(", ", names.Select((type, i) => $$""" "m{{i}}": {"shape": "{{type}}"{{(place.Length > 0 ? ", \"" + place + "\": true" : "")}}} """));
        foreach (var required in new[] { "", string.Join(", ", names.Select(static (_, i) => "\"m" + i + "\"")) })
        {
            var shape = $$""" "Event": {"type": "structure", "members": { {{members}} }, "required": [{{required}}], "event": true} """;

            Read(shape, "part");
            Written(shape, "part");
            new Widgets { Input = Stream, InputTraits = Payload, Output = Stream, OutputTraits = Payload, Shapes = All(shape, Events()) }.Run();
        }
    }

    [Fact]
    public void Events_whose_members_are_named_like_what_the_code_has_itself() => Written(
        """ "Event": {"type": "structure", "members": {"message": {"shape": "Part"}, "value": {"shape": "Part"}, "json": {"shape": "Part"}, "name": {"shape": "Color", "eventheader": true}}, "event": true} """,
        events: """ "message": {"shape": "Event"}, "value": {"shape": "Event"}, "Value": {"shape": "Event"}, "Unknown": {"shape": "Event"} """);

    [Fact]
    public void An_event_that_is_an_ordinary_structure_elsewhere() => new Widgets
    {
        Input = """ "event": {"shape": "Event"} """,
        Output = Stream,
        OutputTraits = Payload,
        Shapes = All(Part, Events()),
    }.Run();

    [Theory]
    [InlineData(""" "m": {"shape": "Float", "eventheader": true} """)]
    [InlineData(""" "m": {"shape": "Parts", "eventheader": true} """)]
    [InlineData(""" "m": {"shape": "Parts", "eventpayload": true} """)]
    [InlineData(""" "m": {"shape": "Integer", "eventpayload": true} """)]
    [InlineData(""" "a": {"shape": "Blob", "eventpayload": true}, "m": {"shape": "Blob", "eventpayload": true} """)]
    [InlineData(""" "a": {"shape": "Blob", "eventpayload": true}, "m": {"shape": "String"} """)]
    public void A_member_of_an_event_whose_type_the_binding_does_not_support(string members) => LeftOut(
        $$""" "Event": {"type": "structure", "members": { {{members}} }, "event": true} """,
        Events(),
        "member 'm' of the event 'Event' has a type that its binding does not support");

    [Theory]
    [InlineData("Parts")]
    [InlineData("String")]
    [InlineData("Choice")]
    [InlineData("Events")]
    public void An_event_that_is_not_a_structure(string shape) =>
        LeftOut(Part, Events($$""" "odd": {"shape": "{{shape}}"} """), "event 'odd' of 'Events' is not a structure");

    private const string Part = """ "Event": {"type": "structure", "members": {"size": {"shape": "Integer", "eventheader": true}, "part": {"shape": "Part"}}, "event": true} """;

    private static string Events(string members = """ "part": {"shape": "Event"} """) =>
        $$""" "Events": {"type": "structure", "members": { {{members}} }, "eventstream": true} """;

    private static string All(params string[] shapes) => string.Join(", ", shapes.Prepend(Busy).Prepend(Shapes));

    private static GeneratorRun Read(string shape, string name = "part", string? events = null) => new Widgets
    {
        Output = Stream,
        OutputTraits = Payload,
        Shapes = All(shape, Events(events ?? $$""" "{{name}}": {"shape": "Event"} """)),
    }.Run();

    private static GeneratorRun Written(string shape, string name = "part", string? events = null) => new Widgets
    {
        Input = Stream,
        InputTraits = Payload,
        RequiredInput = "\"stream\"",
        Shapes = All(shape, Events(events ?? $$""" "{{name}}": {"shape": "Event"} """)),
    }.Run();

    private static string[] Variants(GeneratorRun run) =>
        [.. run.Type("Acme.Widgets.Events").GetTypeMembers().Select(static t => t.Name).Order(System.StringComparer.Ordinal)];

    private static void LeftOut(string shape, string events, string why) =>
        new Widgets { Output = Stream, OutputTraits = Payload, Shapes = All(shape, events), Operations = """ "ListWidgets": {"http": {"method": "GET", "requestUri": "/widgets"}} """ }
            .VerifyLeftOut(why);
}
