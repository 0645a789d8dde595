using System;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Xml;

public class WriterTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Fact]
    public void Writes_members_of_all_types() => AssertWritten(
        "<r><s>a</s><i>1</i><l>-9223372036854775808</l><b>true</b><c>false</c><f>1.5</f><d>-Infinity</d><n>NaN</n><x>dmFsdWU=</x></r>",
        static xml =>
        {
            xml.Name("r"u8);
            xml.BeginObject();
            xml.String("s"u8, "a");
            xml.Int32("i"u8, 1);
            xml.Int64("l"u8, long.MinValue);
            xml.Boolean("b"u8, true);
            xml.Boolean("c"u8, false);
            xml.Single("f"u8, 1.5f);
            xml.Double("d"u8, double.NegativeInfinity);
            xml.Double("n"u8, double.NaN);
            xml.Blob("x"u8, (ReadOnlyMemory<byte>?)"value"u8.ToArray());
            xml.EndObject();
        });

    [Fact]
    public void Null_members_are_not_written() => AssertWritten("<r/>", static xml =>
    {
        xml.Name("r"u8);
        xml.BeginObject();
        xml.String("s"u8, null);
        xml.Int32("i"u8, null);
        xml.Int64("l"u8, null);
        xml.Boolean("b"u8, null);
        xml.Single("f"u8, null);
        xml.Double("d"u8, null);
        xml.Blob("x"u8, null);
        xml.Timestamp("t"u8, null, TimestampFormat.Iso8601);
        xml.EndObject();
    });

    [Theory]
    [InlineData(TimestampFormat.Iso8601, "2026-01-02T03:04:05.678Z")]
    [InlineData(TimestampFormat.EpochSeconds, "1767323045.678")]
    [InlineData(TimestampFormat.HttpDate, "Fri, 02 Jan 2026 03:04:05 GMT")]
    public void Writes_timestamps_in_all_formats(TimestampFormat format, string expected) => AssertWritten("<t>" + expected + "</t>", xml => xml.Timestamp("t"u8, Time, format));

    [Theory]
    [InlineData("", "")]
    [InlineData("<&>\"'", "&lt;&amp;&gt;\"'")]
    [InlineData("a\r\n\tb", "a&#xD;\n\tb")]
    [InlineData(" ünï 😀 ]]>", " ünï 😀 ]]&gt;")]
    public void Escapes_text(string value, string expected)
    {
        AssertWritten("<s>" + expected + "</s>", xml => xml.String("s"u8, value));
        Assert.Equal(value, XmlReading.Read("<s>" + expected + "</s>", static (ref XmlBodyReader xml) => xml.String()));
    }

    [Theory]
    [InlineData("a\0b", "0000")]
    [InlineData("\u001F", "001F")]
    [InlineData("\uFFFE", "FFFE")]
    public void Refuses_characters_that_XML_cannot_represent(string value, string code)
    {
        var exception = Assert.Throws<ArgumentException>(() => Write(xml => xml.String("secret"u8, value)));
        Assert.Equal("The value of 'secret' has the character U+" + code + ", which XML cannot represent.", exception.Message);
        Assert.Throws<ArgumentException>(() => Write(xml =>
        {
            xml.Name("r"u8);
            xml.BeginObject();
            xml.Attribute("a"u8, value);
        }));
    }

    [Fact]
    public void Writes_attributes_in_the_start_tag() => AssertWritten("<r><g a=\"&lt;&quot;&#xA;&#x9;'\" xsi:type=\"t\"><n>1</n></g></r>", static xml =>
    {
        xml.Name("r"u8);
        xml.BeginObject();
        xml.Name("g"u8);
        xml.BeginObject();
        xml.Attribute("a"u8, "<\"\n\t'");
        xml.Attribute("none"u8, null);
        xml.Attribute("xsi:type"u8, "t");
        xml.String("n"u8, "1");
        xml.EndObject();
        xml.EndObject();
    });

    [Fact]
    public void Declares_namespaces() => AssertWritten(
        "<r xmlns=\"http://r?a&amp;b\"><s xmlns:p=\"http://s\">1</s><l xmlns=\"http://l\"><i xmlns=\"http://i\">2</i></l><f xmlns:q=\"http://f\">3</f></r>",
        static xml =>
        {
            xml.Name("r"u8, ""u8, "http://r?a&b"u8);
            xml.BeginObject();
            xml.Name("s"u8, "p"u8, "http://s"u8);
            xml.String("1");
            xml.Name("l"u8, ""u8, "http://l"u8);
            xml.BeginArray("i"u8, ""u8, "http://i"u8);
            xml.String("2");
            xml.EndArray();
            xml.FlattenedName("f"u8, "q"u8, "http://f"u8);
            xml.BeginArray("i"u8, ""u8, "http://i"u8);
            xml.String("3");
            xml.EndArray();
            xml.EndObject();
        });

    [Fact]
    public void The_items_of_a_flattened_array_have_the_namespace_of_items_without_one_of_their_own() => AssertWritten("<r><f xmlns=\"http://i\">3</f></r>", static xml =>
    {
        xml.Name("r"u8);
        xml.BeginObject();
        xml.FlattenedName("f"u8);
        xml.BeginArray("i"u8, ""u8, "http://i"u8);
        xml.String("3");
        xml.EndArray();
        xml.EndObject();
    });

    [Fact]
    public void Writes_wrapped_and_flattened_arrays() => AssertWritten(
        "<r><a><member>1</member><member>2</member></a><b/><c><x>3</x></c><c/><e><l><m>4</m><m>5</m></l><l/></e><z>6</z></r>",
        static xml =>
        {
            xml.Name("r"u8);
            xml.BeginObject();
            xml.Name("a"u8);
            xml.BeginArray("member"u8);
            xml.Int32(1);
            xml.Int32(2);
            xml.EndArray();
            xml.Name("b"u8);
            xml.BeginArray("member"u8);
            xml.EndArray();
            xml.FlattenedName("c"u8);
            xml.BeginArray("member"u8);
            xml.BeginObject();
            xml.Int32("x"u8, 3);
            xml.EndObject();
            xml.BeginObject();
            xml.EndObject();
            xml.EndArray();
            xml.FlattenedName("d"u8);
            xml.BeginArray("member"u8);
            xml.EndArray();
            xml.Name("e"u8);
            xml.BeginArray("l"u8);
            xml.BeginArray("m"u8);
            xml.Int64(4);
            xml.Int64(5);
            xml.EndArray();
            xml.BeginArray("m"u8);
            xml.EndArray();
            xml.EndArray();
            xml.Int32("z"u8, 6);
            xml.EndObject();
        });

    [Fact]
    public void Writes_wrapped_and_flattened_maps() => AssertWritten(
        "<r><a><entry><key>&lt;</key><value>1</value></entry><entry><key/><value><x>2</x></value></entry></a><b/>".Replace("<key/>", "<key></key>", StringComparison.Ordinal)
            + "<c><K xmlns=\"http://k\">k</K><V xmlns:v=\"http://v\"><entry><key>i</key><value>3</value></entry></V></c><c><K xmlns=\"http://k\">l</K><V xmlns:v=\"http://v\"/></c></r>",
        static xml =>
        {
            xml.Name("r"u8);
            xml.BeginObject();
            xml.Name("a"u8);
            xml.BeginMap("entry"u8, "key"u8, "value"u8);
            xml.Key("<");
            xml.Int32(1);
            xml.Key("");
            xml.BeginObject();
            xml.Int32("x"u8, 2);
            xml.EndObject();
            xml.EndMap();
            xml.Name("b"u8);
            xml.BeginMap("entry"u8, "key"u8, "value"u8);
            xml.EndMap();
            xml.FlattenedName("c"u8);
            xml.BeginMap("entry"u8, "K"u8, ""u8, "http://k"u8, "V"u8, "v"u8, "http://v"u8);
            xml.Key("k");
            xml.BeginMap("entry"u8, "key"u8, "value"u8);
            xml.Key("i");
            xml.Int32(3);
            xml.EndMap();
            xml.Key("l");
            xml.BeginMap("entry"u8, "key"u8, "value"u8);
            xml.EndMap();
            xml.EndMap();
            xml.FlattenedName("d"u8);
            xml.BeginMap("entry"u8, "key"u8, "value"u8);
            xml.EndMap();
            xml.EndObject();
        });

    [Fact]
    public void Objects_of_any_depth_are_ended() => AssertWritten(
        string.Concat(Enumerable.Repeat("<a>", 40)) + "<b>1</b>" + string.Concat(Enumerable.Repeat("</a>", 40)),
        static xml =>
        {
            for (var depth = 0; depth < 40; depth++)
            {
                xml.Name("a"u8);
                xml.BeginObject();
            }

            xml.Int32("b"u8, 1);
            for (var depth = 0; depth < 40; depth++)
            {
                xml.EndObject();
            }
        });

    [Fact]
    public void A_writer_can_be_reused_after_a_failure()
    {
        var buffer = new Utf8Buffer();
        var writer = new XmlBodyWriter(buffer);
        writer.Name("r"u8);
        writer.BeginObject();
        writer.FlattenedName("f"u8);
        writer.Reset();
        writer.Name("a"u8);
        writer.BeginArray("i"u8);
        writer.Int32(1);
        writer.EndArray();

        Assert.Equal("<a><i>1</i></a>", Encoding.UTF8.GetString(buffer.Written));
    }

    private static void AssertWritten(string expected, Action<XmlBodyWriter> write)
    {
        var text = Write(write);
        XDocument.Parse(text.Replace("xsi:", "", StringComparison.Ordinal));
        Assert.Equal(expected, text);
    }

    private static string Write(Action<XmlBodyWriter> write)
    {
        var buffer = new Utf8Buffer();
        write(new XmlBodyWriter(buffer));
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
