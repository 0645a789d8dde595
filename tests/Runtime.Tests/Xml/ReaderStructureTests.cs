using System.Collections.Generic;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Xml;

public class ReaderStructureTests
{
    [Fact]
    public void Reads_a_body_by_its_types() => Assert.Equal(
        "a<\"b|café & <raw> tail ü||a,b|k=1,k2=|True|2026-01-02T03:04:05.6780000+00:00",
        XmlReading.Read(SampleReading.Sample, (ref XmlBodyReader xml) => SampleReading.Read(ref xml)));

    [Fact]
    public void Names_have_no_prefix() => Assert.Equal(["a", "b", "c"], XmlReading.Read("<r><a/><p:b/><q:c></q:c></r>", Names));

    [Fact]
    public void Text_between_elements_is_ignored() =>
        Assert.Equal(["a", "b"], XmlReading.Read("<r> one <a/>&lt;<![CDATA[<c/>]]>]\r<!-- <d/> --><?e?><b/> two </r>", Names));

    [Fact]
    public void Items_are_read_whatever_their_name() => Assert.Equal(["1", "2"], XmlReading.Read("<r><member>1</member><item>2</item></r>", Items));

    [Fact]
    public void An_empty_result_has_no_members()
    {
        Assert.Empty(XmlReading.Read("<r/>", Names));
        Assert.Empty(XmlReading.Read("<r></r>", Names));
        Assert.Empty(XmlReading.Read("<r> </r>", Names));
    }

    [Theory]
    [InlineData("<r><Result><a/></Result></r>", "a")]
    [InlineData("<r><Other><x/></Other><p:Result><a/><b/></p:Result><ResponseMetadata/></r>", "a,b")]
    [InlineData("<r><Result/></r>", "")]
    [InlineData("<r><Other><x/></Other></r>", "")]
    [InlineData("<r/>", "")]
    public void Enters_a_child_by_its_name(string text, string expected) => Assert.Equal(expected, XmlReading.Read(text, (ref XmlBodyReader xml) =>
    {
        xml.Enter("Result"u8);
        return string.Join(',', Names(ref xml));
    }));

    [Fact]
    public void A_missing_child_is_read_as_an_empty_element()
    {
        Assert.Equal("", XmlReading.Read("<r><a/></r>", (ref XmlBodyReader xml) =>
        {
            xml.Enter("Result"u8);
            return xml.Attribute("a"u8) + xml.String();
        }));
        Assert.False(XmlReading.Read("<r><a/></r>", (ref XmlBodyReader xml) =>
        {
            xml.Enter("Result"u8);
            return xml.NextElement();
        }));
        XmlReading.Read("<r><a/></r>", (ref XmlBodyReader xml) =>
        {
            xml.Enter("Result"u8);
            xml.Enter("Inner"u8);
            xml.Skip();
            return true;
        });
    }

    [Fact]
    public void What_follows_a_child_is_checked() => XmlReading.Fails("<r><Result/><a></b></r>", (ref XmlBodyReader xml) =>
    {
        xml.Enter("Result"u8);
        return Names(ref xml);
    });

    private static List<string> Names(ref XmlBodyReader xml)
    {
        var names = new List<string>();
        while (xml.NextMember(out var name))
        {
            names.Add(name.ToString());
            xml.Skip();
        }

        return names;
    }

    private static List<string> Items(ref XmlBodyReader xml)
    {
        var items = new List<string>();
        while (xml.NextElement())
        {
            items.Add(xml.String());
        }

        return items;
    }
}
