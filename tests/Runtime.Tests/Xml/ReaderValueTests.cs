using System;
using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Xml;

public class ReaderValueTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("  a\tb\n ", "  a\tb\n ")]
    [InlineData(" ", " ")]
    [InlineData("a\r\nb\rc\r\r\n", "a\nb\nc\n\n")]
    [InlineData("&#13;&#10;", "\r\n")]
    [InlineData("&lt;&gt;&amp;&quot;&apos;", "<>&\"'")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("&#233;&#xe9;&#x1F600;", "éé😀")]
    [InlineData("<![CDATA[<&]]>", "<&")]
    [InlineData("a<![CDATA[ ]]]]>b", "a ]]b")]
    [InlineData("<![CDATA[\r\n\r]]>", "\n\n")]
    [InlineData("a<!-- b -->c<?d e?>f", "acf")]
    [InlineData("<!-- only -->", "")]
    [InlineData("ünï]", "ünï]")]
    public void Reads_text(string content, string expected)
    {
        Assert.Equal(expected, XmlReading.Member(content, (ref XmlBodyReader xml) => xml.String()));
        Assert.Equal(expected, XmlReading.Member(content, (ref XmlBodyReader xml) => xml.Utf8String().ToString()));
        Assert.Equal(expected, XmlReading.Read("<r>" + content + "</r>", (ref XmlBodyReader xml) => xml.String()));
    }

    [Theory]
    [InlineData("<r><a/></r>")]
    [InlineData("<r><a /></r>")]
    [InlineData("<r><a></a></r>")]
    public void An_empty_element_is_an_empty_value_in_all_spellings(string text)
    {
        Assert.Equal("", XmlReading.Read(text, (ref XmlBodyReader xml) => xml.NextMember(out _) ? xml.String() : null));
        Assert.Equal(0, XmlReading.Read(text, (ref XmlBodyReader xml) => xml.NextMember(out _) ? xml.Blob().Length : -1));
        Assert.False(XmlReading.Read(text, (ref XmlBodyReader xml) => xml.NextMember(out _) && xml.NextElement()));
    }

    [Fact]
    public void A_long_text_with_references_is_read_as_a_whole()
    {
        var expected = new string('a', 10_000) + "&" + new string('b', 10_000) + "\n" + new string('c', 10_000);

        Assert.Equal(
            expected,
            XmlReading.Member(expected.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal), (ref XmlBodyReader xml) => xml.String()));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("TRUE", true)]
    [InlineData("False", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData(" true\n", true)]
    [InlineData("<![CDATA[true]]>", true)]
    public void Reads_booleans(string content, bool expected) => Assert.Equal(expected, XmlReading.Member(content, (ref XmlBodyReader xml) => xml.Boolean()));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-1", -1)]
    [InlineData("+7", 7)]
    [InlineData(" 12\n", 12)]
    [InlineData("007", 7)]
    [InlineData("1500.0", 1500)]
    [InlineData("1.5e3", 1500)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("4<!-- -->2", 42)]
    public void Reads_integers(string content, long expected) => Assert.Equal(expected, XmlReading.Member(content, (ref XmlBodyReader xml) => xml.Int64()));

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    public void Reads_integers_of_32_bits(string content, int expected) => Assert.Equal(expected, XmlReading.Member(content, (ref XmlBodyReader xml) => xml.Int32()));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData(" -2e-3 ", -0.002)]
    [InlineData("NaN", double.NaN)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    public void Reads_numbers(string content, double expected)
    {
        Assert.Equal(expected, XmlReading.Member(content, (ref XmlBodyReader xml) => xml.Double()));
        Assert.Equal((float)expected, XmlReading.Member(content, (ref XmlBodyReader xml) => xml.Single()));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z")]
    [InlineData(" 2026-01-02T04:04:05+01:00\n")]
    [InlineData("1767323045")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT")]
    public void Reads_timestamps_in_all_formats(string content) => Assert.Equal(
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), XmlReading.Member(content, (ref XmlBodyReader xml) => xml.Timestamp()));

    [Theory]
    [InlineData("dmFsdWU=")]
    [InlineData(" dmFs\r\n dWU= ")]
    [InlineData("dmFs<![CDATA[dWU=]]>")]
    public void Reads_base64(string content) =>
        Assert.Equal("value", Encoding.UTF8.GetString(XmlReading.Member(content, (ref XmlBodyReader xml) => xml.Blob()).Span));

    [Theory]
    [InlineData("<r a='1'/>", "1")]
    [InlineData("<r p:a=\"1\"/>", "1")]
    [InlineData("<r b='2' a = '&lt;&#65;&quot;' />", "<A\"")]
    [InlineData("<r a='x\r\ny\tz\nw'/>", "x y z w")]
    [InlineData("<r a='&#10;'/>", "\n")]
    [InlineData("<r a=''/>", "")]
    [InlineData("<?xml version='1.0'?><p:r a='1'>text</p:r>", "1")]
    [InlineData("<r xmlns:a='http://a'/>", null)]
    [InlineData("<r/>", null)]
    [InlineData("<r><b a='1'/></r>", null)]
    public void Reads_attributes(string text, string? expected) => Assert.Equal(expected, XmlReading.Read(text, (ref XmlBodyReader xml) => xml.Attribute("a"u8)));

    [Fact]
    public void The_content_is_read_after_the_attributes() => Assert.Equal("1 2 text", XmlReading.Read("<r><a b='1' c='2'>text</a></r>", (ref XmlBodyReader xml) =>
    {
        Assert.True(xml.NextMember(out _));
        return xml.Attribute("b"u8) + " " + xml.Attribute("c"u8) + " " + xml.String();
    }));
}
