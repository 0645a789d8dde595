using System;
using System.Linq;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Xml;

public class ReaderGrammarTests
{
    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a />")]
    [InlineData("<a></a>")]
    [InlineData("<a ></a >")]
    [InlineData("\uFEFF<a/>")]
    [InlineData(" \t\r\n<a/> \t\r\n")]
    [InlineData("<?xml version='1.0'?><a/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>")]
    [InlineData("<?xml version = \"1.0\" encoding = \"US-ASCII\" standalone = \"no\" ?><a/>")]
    [InlineData("<?pi?><a/><?pi with > ?>")]
    [InlineData("<?xml-stylesheet a?><a/>")]
    [InlineData("<!----><a/><!-- <b> & -->")]
    [InlineData("<p:a xmlns:p=\"x\"><p:b p:c='1'/></p:a>")]
    [InlineData("<a b=\"'&#9;&quot;>\" c='\"'/>")]
    [InlineData("<a>]]&gt; ] ]]</a>")]
    [InlineData("<a><![CDATA[]]]]><![CDATA[>&<]]></a>")]
    [InlineData("<a>&#x10FFFF;&#00000000065;&#xd7ff;&#xFFFD;&lt;&gt;&amp;&quot;&apos;</a>")]
    [InlineData("<_a-1.b/>")]
    [InlineData("<é/>")]
    [InlineData("<a>\u007F\u0085\uFFFD\U0010FFFF</a>")]
    [InlineData(SampleReading.Sample)]
    public void Accepts_what_is_XML(string text) => XmlReading.Skip(text);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("text")]
    [InlineData("{}")]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<a>")]
    [InlineData("</a>")]
    [InlineData("<a></b>")]
    [InlineData("<a></ab>")]
    [InlineData("<a></ a>")]
    [InlineData("<ab></a>")]
    [InlineData("<a><b></a></b>")]
    [InlineData("<a></a x='1'>")]
    [InlineData("< a/>")]
    [InlineData("<1a/>")]
    [InlineData("<-a/>")]
    [InlineData("<:a/>")]
    [InlineData("<a:/>")]
    [InlineData("<a:b:c/>")]
    [InlineData("<a:1/>")]
    [InlineData("<a$/>")]
    [InlineData("<a / >")]
    [InlineData("<a b/>")]
    [InlineData("<a b=/>")]
    [InlineData("<a b=1/>")]
    [InlineData("<a b='1'c='2'/>")]
    [InlineData("<a b='<'/>")]
    [InlineData("<a b='&unknown;'/>")]
    [InlineData("<a b='1\"/>")]
    [InlineData("<a?/>")]
    [InlineData("<a/><b/>")]
    [InlineData("<a/>x")]
    [InlineData("<a/><![CDATA[]]>")]
    [InlineData("<a/>&#32;")]
    [InlineData("<a>]]></a>")]
    [InlineData("<a><![CDATA[</a>")]
    [InlineData("<a><![cdata[x]]></a>")]
    [InlineData("<a><!x></a>")]
    [InlineData("<a><!-- -- --></a>")]
    [InlineData("<a><!--></a>")]
    [InlineData("<!-- a -- ><a/>-->")]
    [InlineData("<a>&</a>")]
    [InlineData("<a>&amp</a>")]
    [InlineData("<a>&AMP;</a>")]
    [InlineData("<a>&nbsp;</a>")]
    [InlineData("<a>&;</a>")]
    [InlineData("<a>&#;</a>")]
    [InlineData("<a>&#x;</a>")]
    [InlineData("<a>&#X41;</a>")]
    [InlineData("<a>&#65 ;</a>")]
    [InlineData("<a>&#-65;</a>")]
    [InlineData("<a>&#0;</a>")]
    [InlineData("<a>&#x8;</a>")]
    [InlineData("<a>&#xD800;</a>")]
    [InlineData("<a>&#xFFFE;</a>")]
    [InlineData("<a>&#x110000;</a>")]
    [InlineData("<a>&#99999999999999999999999;</a>")]
    [InlineData("<a>\u0001</a>")]
    [InlineData("<a><!-- \u0000 --></a>")]
    [InlineData("<a b='\u001F'/>")]
    [InlineData("<a>\uFFFE</a>")]
    [InlineData("<a>é\uFFFD\uFFFF</a>")]
    [InlineData("<? pi?><a/>")]
    [InlineData("<?pi<?><a/>")]
    [InlineData("<?pi")]
    [InlineData(" <?xml version='1.0'?><a/>")]
    [InlineData("<a><?xml version='1.0'?></a>")]
    [InlineData("<a/><?XML x?>")]
    [InlineData("<?xml?><a/>")]
    [InlineData("<?xml version='2.0'?><a/>")]
    [InlineData("<?xml encoding='UTF-8'?><a/>")]
    [InlineData("<?xml version='1.0' standalone='maybe'?><a/>")]
    [InlineData("<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>")]
    [InlineData("<?xml version='1.0' other='1'?><a/>")]
    [InlineData("<?xml version='1.0'><a/>")]
    [InlineData("\uFEFF\uFEFF<a/>")]
    public void Refuses_what_is_not_XML(string text) => XmlReading.Refuses(text);

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    public void Refuses_bytes_that_are_not_UTF_8(byte[] bytes)
    {
        byte[] body = [.. "<a>é<!-- "u8, .. bytes, .. " --></a>"u8];

        Assert.Equal(10, Assert.Throws<BodyFormatException>(() => XmlReading.Skip(body)).BytePosition);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Refuses_other_encodings(string encoding)
    {
        var body = Encoding.GetEncoding(encoding).GetBytes("<a>text</a>");

        Assert.Contains("encoding", Assert.Throws<BodyFormatException>(() => XmlReading.Skip(body)).Message, StringComparison.Ordinal);
        body = [.. Encoding.GetEncoding(encoding).GetPreamble(), .. body];
        Assert.Contains("encoding", Assert.Throws<BodyFormatException>(() => XmlReading.Skip(body)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ISO-8859-1")]
    [InlineData("UTF-16")]
    [InlineData("UTF-7")]
    [InlineData("")]
    public void Refuses_declarations_of_other_encodings(string encoding)
    {
        var exception = XmlReading.Refuses("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a/>");

        Assert.Equal(("The body has another encoding than UTF-8.", 30), (exception.Message, exception.BytePosition));
    }

    [Theory]
    [InlineData("<!DOCTYPE a><a/>", 0)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", 21)]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1/'>]><a>&x;</a>", 0)]
    [InlineData("<!DOCTYPE l [<!ENTITY l0 'lol'><!ENTITY l1 '&l0;&l0;&l0;&l0;'><!ENTITY l2 '&l1;&l1;&l1;&l1;'>]><l>&l2;</l>", 0)]
    public void Refuses_document_type_definitions(string text, int position)
    {
        var exception = XmlReading.Refuses(text);

        Assert.Equal(("The body has a document type definition, which is not allowed.", position), (exception.Message, exception.BytePosition));
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("<!-- proxy --><HTML/>")]
    public void Refuses_pages_of_proxies(string text) => Assert.Equal("The body is an HTML page.", XmlReading.Refuses(text).Message);

    [Fact]
    public void Reads_128_levels_and_no_more()
    {
        XmlReading.Skip(Nested(128));

        Assert.Equal(128 * 3, XmlReading.Refuses(Nested(129)).BytePosition);

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<a b='")]
    [InlineData("<!-- ")]
    [InlineData("<![CDATA[")]
    [InlineData("&#x41")]
    [InlineData("<?a ")]
    public void A_hundred_thousand_repetitions_end_in_a_format_error(string text) =>
        XmlReading.Refuses("<r>" + string.Concat(Enumerable.Repeat(text, 100_000)));

    [Fact]
    public void A_body_that_ends_early_is_malformed_wherever_it_ends()
    {
        var whole = Encoding.UTF8.GetBytes(SampleReading.Sample);
        var end = SampleReading.Sample.LastIndexOf("<!-- end", StringComparison.Ordinal);
        end = Encoding.UTF8.GetByteCount(SampleReading.Sample.AsSpan(0, end));
        for (var length = 0; length < end; length++)
        {
            var part = whole[..length];
            Assert.Throws<BodyFormatException>(() => XmlReading.Skip(part));
            Assert.Throws<BodyFormatException>(() => XmlReading.Read(part, (ref XmlBodyReader xml) => SampleReading.Read(ref xml)));
        }
    }

    [Fact]
    public void The_end_is_checked_after_a_part_has_been_read()
    {
        XmlReading.Read("<a><b/><c><d/></c> text</a>", (ref XmlBodyReader xml) => xml.NextMember(out _));
        XmlReading.Fails("<a><b/><c><d></c></a>", (ref XmlBodyReader xml) => xml.NextMember(out _));
    }

    [Fact]
    public void A_body_that_is_not_read_is_not_checked() => XmlReading.Read("not XML", (ref XmlBodyReader _) => true);
}
