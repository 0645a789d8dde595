using System;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Forms;

public class WriterTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Fact]
    public void Begins_with_the_operation_and_the_version() => AssertWritten("&a=1", static form => form.Int32("a"u8, 1));

    [Fact]
    public void Writes_members_of_all_types() => AssertWritten(
        "&s=a&i=1&l=-9223372036854775808&b=true&c=false&f=1.5&d=-Infinity&n=NaN&e=1E%2B20&x=dmFsdWU%3D",
        static form =>
        {
            form.String("s"u8, "a");
            form.Int32("i"u8, 1);
            form.Int64("l"u8, long.MinValue);
            form.Boolean("b"u8, true);
            form.Boolean("c"u8, false);
            form.Single("f"u8, 1.5f);
            form.Double("d"u8, double.NegativeInfinity);
            form.Double("n"u8, double.NaN);
            form.Double("e"u8, 1e20);
            form.Blob("x"u8, (ReadOnlyMemory<byte>?)"value"u8.ToArray());
        });

    [Fact]
    public void Null_members_are_not_written() => AssertWritten("", static form =>
    {
        form.String("s"u8, null);
        form.Int32("i"u8, null);
        form.Int64("l"u8, null);
        form.Boolean("b"u8, null);
        form.Single("f"u8, null);
        form.Double("d"u8, null);
        form.Blob("x"u8, null);
        form.Timestamp("t"u8, null, TimestampFormat.Iso8601);
    });

    [Theory]
    [InlineData("", "")]
    [InlineData("a b+c&d=e/%", "a%20b%2Bc%26d%3De%2F%25")]
    [InlineData("-._~é😀\n\0", "-._~%C3%A9%F0%9F%98%80%0A%00")]
    public void Encodes_text(string value, string expected) => AssertWritten("&s=" + expected, form => form.String("s"u8, value));

    [Theory]
    [InlineData(TimestampFormat.Iso8601, "2026-01-02T03%3A04%3A05.678Z")]
    [InlineData(TimestampFormat.EpochSeconds, "1767323045.678")]
    [InlineData(TimestampFormat.HttpDate, "Fri%2C%2002%20Jan%202026%2003%3A04%3A05%20GMT")]
    public void Writes_timestamps_in_all_formats(TimestampFormat format, string expected) => AssertWritten("&t=" + expected, form => form.Timestamp("t"u8, Time, format));

    [Fact]
    public void The_name_of_a_value_is_the_path_to_it() => AssertWritten("&a.b=1&a.c.d=2&a.e=3&f=4", static form =>
    {
        form.Name("a"u8);
        form.BeginObject();
        form.Int32("b"u8, 1);
        form.Name("c"u8);
        form.BeginObject();
        form.Int32("d"u8, 2);
        form.EndObject();
        form.Int32("e"u8, 3);
        form.EndObject();
        form.Int32("f"u8, 4);
    });

    [Fact]
    public void The_items_of_an_array_are_numbered() => AssertWritten("&a.member.1=x&a.member.2=y&b.1.c=z&b.2.c=w&d.i.1.m.1=1&d.i.1.m.2=2&d.i.2.m.1=3&e=5", static form =>
    {
        form.Name("a"u8);
        form.BeginArray("member"u8);
        form.String("x");
        form.String("y");
        form.EndArray();
        form.FlattenedName("b"u8);
        form.BeginArray("member"u8);
        form.BeginObject();
        form.String("c"u8, "z");
        form.EndObject();
        form.BeginObject();
        form.String("c"u8, "w");
        form.EndObject();
        form.EndArray();
        form.Name("d"u8);
        form.BeginArray("i"u8);
        form.BeginArray("m"u8);
        form.Int32(1);
        form.Int32(2);
        form.EndArray();
        form.BeginArray("m"u8);
        form.Int64(3);
        form.EndArray();
        form.EndArray();
        form.Int32("e"u8, 5);
    });

    [Fact]
    public void An_empty_array_has_a_name_without_a_value() => AssertWritten("&a=&b=&c.d=&e.i.1=", static form =>
    {
        form.Name("a"u8);
        form.BeginArray("member"u8);
        form.EndArray();
        form.FlattenedName("b"u8);
        form.BeginArray("member"u8);
        form.EndArray();
        form.Name("c"u8);
        form.BeginObject();
        form.Name("d"u8);
        form.BeginArray("member"u8);
        form.EndArray();
        form.EndObject();
        form.Name("e"u8);
        form.BeginArray("i"u8);
        form.BeginArray("m"u8);
        form.EndArray();
        form.EndArray();
    });

    [Fact]
    public void Arrays_of_EC2_are_flattened_and_leave_no_trace_if_they_are_empty() => AssertWritten("&A.1=x&A.2=y&C.1.1=z", static form =>
    {
        form.Name("A"u8);
        form.BeginArray();
        form.String("x");
        form.String("y");
        form.EndArray();
        form.Name("B"u8);
        form.BeginArray();
        form.EndArray();
        form.Name("C"u8);
        form.BeginArray();
        form.BeginArray();
        form.String("z");
        form.EndArray();
        form.EndArray();
    });

    [Fact]
    public void Writes_wrapped_and_flattened_maps() => AssertWritten(
        "&a.entry.1.key=k%26&a.entry.1.value=1&a.entry.2.key=&a.entry.2.value.x=2&b.1.K=i&b.1.V.entry.1.key=j&b.1.V.entry.1.value=3&b.2.K=l&b.2.V=4&z=5",
        static form =>
        {
            form.Name("a"u8);
            form.BeginMap("entry"u8, "key"u8, "value"u8);
            form.Key("k&");
            form.Int32(1);
            form.Key("");
            form.BeginObject();
            form.Int32("x"u8, 2);
            form.EndObject();
            form.EndMap();
            form.FlattenedName("b"u8);
            form.BeginMap("entry"u8, "K"u8, "V"u8);
            form.Key("i");
            form.BeginMap("entry"u8, "key"u8, "value"u8);
            form.Key("j");
            form.Int32(3);
            form.EndMap();
            form.Key("l");
            form.Int32(4);
            form.EndMap();
            form.Name("c"u8);
            form.BeginMap("entry"u8, "key"u8, "value"u8);
            form.EndMap();
            form.Int32("z"u8, 5);
        });

    [Fact]
    public void A_writer_can_be_reused_after_a_failure()
    {
        var buffer = new Utf8Buffer();
        var writer = new FormBodyWriter(buffer);
        writer.Action("A"u8, "1"u8);
        writer.BeginObject();
        writer.FlattenedName("f"u8);
        writer.Reset();
        writer.Action("B"u8, "2"u8);
        writer.BeginObject();
        writer.Name("a"u8);
        writer.BeginArray("i"u8);
        writer.Int32(1);
        writer.EndArray();
        writer.EndObject();

        Assert.Equal("Action=B&Version=2&a.i.1=1", Encoding.UTF8.GetString(buffer.Written));
    }

    private static void AssertWritten(string expected, Action<FormBodyWriter> write)
    {
        var buffer = new Utf8Buffer();
        var form = new FormBodyWriter(buffer);
        form.Action("Do"u8, "2020-01-08"u8);
        form.BeginObject();
        write(form);
        form.EndObject();
        Assert.Equal("Action=Do&Version=2020-01-08" + expected, Encoding.UTF8.GetString(buffer.Written));
    }
}
