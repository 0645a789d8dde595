using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Json;

public class WriterTests
{
    [Fact]
    public void Commas_go_between_and_nowhere_else()
        => Assert.Equal("""{"a":{},"b":[1,[],{"c":null}],"d":true}""", Write(json =>
        {
            json.BeginObject();
            json.Name("a"u8);
            json.BeginObject();
            json.EndObject();
            json.Name("b"u8);
            json.BeginArray();
            json.Int32(1);
            json.BeginArray();
            json.EndArray();
            json.BeginObject();
            json.Name("c");
            json.Null();
            json.EndObject();
            json.EndArray();
            json.Boolean("d"u8, true);
            json.EndObject();
        }));

    [Fact]
    public void Members_that_are_null_leave_no_trace()
        => Assert.Equal("{}", Write(json =>
        {
            json.BeginObject();
            json.String("a"u8, null);
            json.Int32("b"u8, null);
            json.Int64("c"u8, null);
            json.Boolean("d"u8, null);
            json.Single("e"u8, null);
            json.Double("f"u8, null);
            json.Timestamp("g"u8, null, TimestampFormat.Iso8601);
            json.Blob("h"u8, null);
            json.Document("i"u8, null);
            json.EndObject();
        }));

    [Fact]
    public void Values_have_the_forms_of_the_protocol()
        => Assert.Equal(
            """["s",-2147483648,9223372036854775807,false,0.1,1E+300,"AAEC",1767323045.678,"2026-01-02T03:04:05.678Z","Fri, 02 Jan 2026 03:04:05 GMT"]""",
            Write(json =>
            {
                var instant = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
                json.BeginArray();
                json.String("s");
                json.Int32(int.MinValue);
                json.Int64(long.MaxValue);
                json.Boolean(false);
                json.Single(0.1f);
                json.Double(1e300);
                json.Blob(new byte[] { 0, 1, 2 });
                json.Timestamp(instant, TimestampFormat.EpochSeconds);
                json.Timestamp(instant, TimestampFormat.Iso8601);
                json.Timestamp(instant, TimestampFormat.HttpDate);
                json.EndArray();
            }));

    [Fact]
    public void Numbers_that_JSON_lacks_are_words()
        => Assert.Equal("""["NaN","Infinity","-Infinity","NaN"]""", Write(json =>
        {
            json.BeginArray();
            json.Double(double.NaN);
            json.Double(double.PositiveInfinity);
            json.Single(float.NegativeInfinity);
            json.Single(float.NaN);
            json.EndArray();
        }));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("\"\\\n\r\t\b\f\u0001\u001f", "\"\\\"\\\\\\n\\r\\t\\u0008\\u000c\\u0001\\u001f\"")]
    [InlineData("é漢😀/\u007f", "\"é漢😀/\u007f\"")]
    public void Strings_are_escaped_where_they_must_be(string text, string expected)
    {
        Assert.Equal(expected, Write(json => json.String(text)));
        Assert.Equal("{" + expected + ":0}", Write(json =>
        {
            json.BeginObject();
            json.Name(text);
            json.Int32(0);
            json.EndObject();
        }));
    }

    // Not a case of the theory above: attributes cannot hold lone surrogates.
    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
        => Assert.Equal("\"\uFFFDx\uFFFD\"", Write(json => json.String("\ud800x\udc00")));

    [Fact]
    public void Documents_are_written_as_they_are()
        => Assert.Equal("""{"d":{"a":[1,null,"é"]},"n":null}""", Write(json =>
        {
            json.BeginObject();
            json.Document("d"u8, JsonElement.Parse("""{ "a": [1, null, "\u00e9"] }"""));
            json.Document("n"u8, default(JsonElement));
            json.EndObject();
        }));

    [Fact]
    public void What_is_written_is_read_back()
    {
        var random = new Random(3);
        var strings = Enumerable.Range(0, 500).Select(_ => new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0xD800))])).ToList();
        var body = Write(json =>
        {
            json.BeginArray();
            foreach (var text in strings)
            {
                json.String(text);
            }

            json.EndArray();
        });

        Assert.Equal(strings, JsonReading.Read(body, (ref JsonBodyReader json) =>
        {
            var read = new List<string>();
            while (json.NextElement())
            {
                read.Add(json.String());
            }

            return read;
        }));
    }

    [Fact]
    public void Doubles_are_written_so_that_they_read_back()
    {
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            var text = Write(json => json.Double(value));

            Assert.Equal(value, JsonReading.Read(text, (ref JsonBodyReader json) => json.Double()));
        }
    }

    [Fact]
    public void The_culture_of_the_thread_does_not_matter()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.Equal("-1.5", Write(json => json.Double(-1.5)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Write(Action<JsonBodyWriter> write)
    {
        var buffer = new Utf8Buffer();
        write(new JsonBodyWriter(buffer));
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
