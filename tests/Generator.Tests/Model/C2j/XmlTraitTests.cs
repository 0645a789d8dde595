using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.C2j;

/// <summary>What C2J models say about XML and forms.</summary>
public sealed class XmlTraitTests
{
    private static readonly ModelFile File = Reading.File("""
        {
          "metadata": {"serviceId": "Widgets", "protocol": "rest-xml", "xmlNamespace": "http://service/"},
          "operations": {
            "GetWidget": {
              "input": {"shape": "In", "locationName": "GetWidgetRequest", "xmlNamespace": {"uri": "http://in/"}},
              "output": {"shape": "Out", "resultWrapper": "GetWidgetResponseResult"}
            }
          },
          "shapes": {
            "String": {"type": "string"},
            "In": {"type": "structure", "members": {"names": {"shape": "Names"}}},
            "Out": {
              "type": "structure", "xmlNamespace": {"prefix": "xsi", "uri": "http://out/"},
              "members": {
                "names": {"shape": "Names", "flattened": true, "queryName": "TheNames"},
                "kind": {"shape": "String", "xmlAttribute": true, "locationName": "xsi:type"},
                "text": {"shape": "String", "xmlNamespace": "http://text/"},
                "plain": {"shape": "String"}
              }
            },
            "Names": {"type": "list", "member": {"shape": "String", "locationName": "Name"}, "flattened": true}
          }
        }
        """);

    [Fact]
    public void Namespaces_are_read_in_both_spellings()
    {
        Assert.Equal(new XmlNamespace("http://service/", ""), File.Metadata?.XmlNamespace);
        Assert.Equal(new XmlNamespace("http://out/", "xsi"), Shape("Out").XmlNamespace);
        Assert.Equal(new XmlNamespace("http://text/", ""), Member("text").XmlNamespace);
        Assert.Null(Member("plain").XmlNamespace);
    }

    [Fact]
    public void The_reference_to_the_input_has_the_root_element()
    {
        var operation = Assert.Single(File.Operations);

        Assert.Equal("GetWidgetRequest", operation.InputName);
        Assert.Equal(new XmlNamespace("http://in/", ""), operation.InputNamespace);
        Assert.Equal("GetWidgetResponseResult", operation.ResultWrapper);
    }

    [Fact]
    public void Shapes_and_members_can_be_flattened()
    {
        Assert.True(Shape("Names").IsFlattened);
        Assert.True(Member("names").IsFlattened);
        Assert.False(Shape("In").Members[0].IsFlattened);
    }

    [Fact]
    public void A_member_can_have_another_name_in_queries_and_be_an_attribute()
    {
        Assert.Equal("TheNames", Member("names").QueryName);
        Assert.True(Member("kind").IsXmlAttribute);
        Assert.False(Member("text").IsXmlAttribute);
    }

    private static Shape Shape(string name) => File.Shapes.Single(shape => shape.Name == name);

    private static Member Member(string name) => Shape("Out").Members.Single(member => member.Name == name);
}
