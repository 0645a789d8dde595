using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

/// <summary>What Smithy models say about XML and forms.</summary>
public sealed class SmithyXmlTests
{
    private static readonly SmithyWidgets Widgets = new()
    {
        ServiceTraits = """
            "aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restXml": {},
            "smithy.api#xmlNamespace": {"uri": "http://service/"}
            """,
        OperationTraits = """ "aws.customizations#s3UnwrappedXmlOutput": {} """,
        Input = """ "part": {"target": "acme#Part", "traits": {"smithy.api#httpPayload": {}}} """,
        Output = """
            "names": {"target": "acme#Names", "traits": {"smithy.api#xmlFlattened": {}, "smithy.api#xmlName": "Name", "smithy.api#jsonName": "other"}},
            "kind": {"target": "smithy.api#String", "traits": {"smithy.api#xmlAttribute": {}, "smithy.api#xmlName": "xsi:type"}},
            "text": {"target": "smithy.api#String", "traits": {"smithy.api#xmlNamespace": {"uri": "http://text/", "prefix": "t"}, "aws.protocols#ec2QueryName": "TheText"}}
            """,
        Shapes = """
            "acme#Part": {"type": "structure", "members": {}, "traits": {"smithy.api#xmlName": "ThePart", "smithy.api#xmlNamespace": {"uri": "http://part/"}}},
            "acme#Names": {"type": "list", "member": {"target": "smithy.api#String", "traits": {"smithy.api#xmlName": "item"}}}
            """,
    };

    [Fact]
    public void Names_are_those_of_the_format_of_the_service()
    {
        Assert.Equal("Name", Member(Widgets, "names").LocationName);
        Assert.Equal("other", Member(Widgets with { ServiceTraits = Widgets.ServiceTraits.Replace("restXml", "restJson1", System.StringComparison.Ordinal) }, "names").LocationName);
    }

    [Fact]
    public void A_member_has_the_traits_of_its_element()
    {
        Assert.True(Member(Widgets, "names").IsFlattened);
        Assert.True(Member(Widgets, "kind").IsXmlAttribute);
        Assert.Equal(new XmlNamespace("http://text/", "t"), Member(Widgets, "text").XmlNamespace);
        Assert.Equal("TheText", Member(Widgets, "text").QueryName);
        Assert.False(Member(Widgets, "text").IsFlattened);
    }

    [Fact]
    public void A_payload_has_the_name_of_its_shape_unless_it_has_an_own_name()
    {
        Assert.Equal("ThePart", Shape(Widgets, "GetWidgetInput").Members[0].LocationName);
        Assert.Equal("Part", Shape(Widgets with { Shapes = Widgets.Shapes.Replace("\"smithy.api#xmlName\": \"ThePart\",", "", System.StringComparison.Ordinal) }, "GetWidgetInput").Members[0].LocationName);
        Assert.Equal("Own", Shape(Widgets with { Input = Widgets.Input.Replace("{}}", "{}, \"smithy.api#xmlName\": \"Own\"}", System.StringComparison.Ordinal) }, "GetWidgetInput").Members[0].LocationName);
    }

    [Fact]
    public void Shapes_and_services_have_namespaces()
    {
        var file = Reading.File(Widgets.File);

        Assert.Equal(new XmlNamespace("http://part/", ""), Shape(Widgets, "Part").XmlNamespace);
        Assert.Equal(new XmlNamespace("http://service/", ""), file.Metadata?.XmlNamespace);
        Assert.True(Assert.Single(file.Operations).IsOutputUnwrapped);
    }

    [Fact]
    public void The_root_element_of_a_request_has_the_name_of_the_input()
    {
        var named = Widgets with { Shapes = Widgets.Shapes + """, "acme#Other": {"type": "structure", "members": {}, "traits": {"smithy.api#xmlName": "Root"}} """ };
        var text = named.Text.Replace("\"input\": {\"target\": \"acme#GetWidgetInput\"}", "\"input\": {\"target\": \"acme#Other\"}", System.StringComparison.Ordinal);

        Assert.Equal("Root", Assert.Single(Reading.File(text).Operations).InputName);
        Assert.Null(Assert.Single(Reading.File(Widgets.File).Operations).InputName);
    }

    private static Shape Shape(SmithyWidgets widgets, string name) => Reading.File(widgets.File).Shapes.Single(shape => shape.Name == name);

    private static Member Member(SmithyWidgets widgets, string name) => Shape(widgets, "GetWidgetOutput").Members.Single(member => member.Name == name);
}
