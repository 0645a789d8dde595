using System;
using System.Buffers.Binary;
using System.Linq;
using System.Reflection;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

public class WriterTests
{
    private static readonly DateTimeOffset Timestamp = new(2026, 1, 2, 3, 7, 1, TimeSpan.Zero);

    [Fact]
    public void Objects_and_arrays_have_indefinite_lengths()
        => AssertWritten("BF 6161 BF FF 6162 9F 01 9F FF BF 6163 F6 FF FF 6164 F5 FF", static cbor =>
        {
            cbor.BeginObject();
            cbor.Name("a"u8);
            cbor.BeginObject();
            cbor.EndObject();
            cbor.Name("b"u8);
            cbor.BeginArray();
            cbor.Int32(1);
            cbor.BeginArray();
            cbor.EndArray();
            cbor.BeginObject();
            cbor.Name("c");
            cbor.Null();
            cbor.EndObject();
            cbor.EndArray();
            cbor.Boolean("d"u8, true);
            cbor.EndObject();
        });

    [Fact]
    public void Members_that_are_null_are_not_written()
        => AssertWritten("BF FF", static cbor =>
        {
            cbor.BeginObject();
            cbor.String("a"u8, null);
            cbor.Int32("b"u8, null);
            cbor.Int64("c"u8, null);
            cbor.Boolean("d"u8, null);
            cbor.Single("e"u8, null);
            cbor.Double("f"u8, null);
            cbor.Timestamp("g"u8, null);
            cbor.Blob("h"u8, null);
            cbor.EndObject();
        });

    [Fact]
    public void Members_have_their_name_before_their_value()
        => AssertWritten("6161 6178 6162 01 6163 20 6164 F4 6165 FA3FC00000 6166 FB3FF8000000000000 6167 C100 6168 4105", static cbor =>
        {
            cbor.String("a"u8, "x");
            cbor.Int32("b"u8, 1);
            cbor.Int64("c"u8, -1);
            cbor.Boolean("d"u8, false);
            cbor.Single("e"u8, 1.5f);
            cbor.Double("f"u8, 1.5);
            cbor.Timestamp("g"u8, DateTimeOffset.UnixEpoch);
            cbor.Blob("h"u8, new byte[] { 5 });
        });

    [Theory]
    [InlineData(0, "00")]
    [InlineData(23, "17")]
    [InlineData(24, "1818")]
    [InlineData(255, "18FF")]
    [InlineData(256, "190100")]
    [InlineData(65_535, "19FFFF")]
    [InlineData(65_536, "1A00010000")]
    [InlineData(uint.MaxValue, "1AFFFFFFFF")]
    [InlineData(4_294_967_296, "1B0000000100000000")]
    [InlineData(long.MaxValue, "1B7FFFFFFFFFFFFFFF")]
    [InlineData(-1, "20")]
    [InlineData(-24, "37")]
    [InlineData(-25, "3818")]
    [InlineData(-256, "38FF")]
    [InlineData(-257, "390100")]
    [InlineData(int.MinValue, "3A7FFFFFFF")]
    [InlineData(long.MinValue, "3B7FFFFFFFFFFFFFFF")]
    public void Integers_are_as_short_as_possible(long value, string hex)
    {
        AssertWritten(hex, cbor => cbor.Int64(value));
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            AssertWritten(hex, cbor => cbor.Int32((int)value));
        }
    }

    [Fact]
    public void Floating_point_numbers_have_the_size_of_their_type()
        => AssertWritten("FA00000000 FB0000000000000000 FA7FC00000 FB7FF8000000000000 FAFF800000 FB7FF0000000000000 FA3DCCCCCD FB8000000000000000", static cbor =>
        {
            cbor.Single(0);
            cbor.Double(0);
            cbor.Single(float.NaN);
            cbor.Double(double.NaN);
            cbor.Single(float.NegativeInfinity);
            cbor.Double(double.PositiveInfinity);
            cbor.Single(0.1f);
            cbor.Double(-0.0);
        });

    [Theory]
    [InlineData(0, "C1 1A69573655")]
    [InlineData(0.0004, "C1 1A69573655")]
    [InlineData(0.5, "C1 FB41DA55CD95600000")]
    [InlineData(-1_767_323_221, "C1 00")]
    [InlineData(-1_767_323_222, "C1 20")]
    [InlineData(-1_767_323_222.5, "C1 FBBFF8000000000000")]
    public void Timestamps_are_epoch_seconds(double seconds, string hex)
        => AssertWritten(hex, cbor => cbor.Timestamp((Timestamp + TimeSpan.FromSeconds(seconds)).ToOffset(TimeSpan.FromHours(1))));

    [Fact]
    public void Timestamps_of_all_years_keep_their_milliseconds()
    {
        var random = new Random(7);
        var max = (long)(DateTimeOffset.MaxValue - DateTimeOffset.MinValue).TotalMilliseconds;
        for (var round = 0; round < 5_000; round++)
        {
            var value = DateTimeOffset.MinValue.AddMilliseconds(random.NextInt64(max));
            var expected = value.ToUnixTimeMilliseconds();
            var read = CborReading.Read(Write(cbor => cbor.Timestamp(value)), static (ref CborBodyReader cbor) => cbor.Timestamp());

            Assert.Equal(expected, read.ToUnixTimeMilliseconds());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(100_000)]
    public void Strings_of_all_lengths_are_definite(int length)
    {
        // The second and third text are longer in UTF-8, so that the length of their head is not that of their characters.
        foreach (var text in new[] { new string('x', length), new string('é', length), new string('漢', length), string.Concat(Enumerable.Repeat("😀", length / 2)) })
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            byte[] expected = [.. Head(0x60, utf8.Length), .. utf8];

            Assert.Equal(expected, Write(cbor => cbor.String(text)));
            Assert.Equal(expected, Write(cbor => cbor.Name(text)));
            Assert.Equal(expected, Write(cbor => cbor.Name(utf8)));
            Assert.Equal([.. Head(0x40, utf8.Length), .. utf8], Write(cbor => cbor.Blob(utf8)));
        }
    }

    // Not a case of the theory above: attributes cannot contain lone surrogates.
    [Fact]
    public void A_lone_surrogate_is_replaced()
        => AssertWritten("67 EFBFBD78EFBFBD", static cbor => cbor.String("\ud800x\udc00"));

    [Fact]
    public void A_null_string_is_rejected()
    {
        Assert.Throws<ArgumentNullException>(static () => Write(static cbor => cbor.String(null!)));
        Assert.Throws<ArgumentNullException>(static () => Write(static cbor => cbor.Name((string)null!)));
    }

    /// <summary>Generated code for both formats comes from the same templates.</summary>
    [Theory]
    [InlineData(typeof(JsonBodyReader), typeof(CborBodyReader))]
    [InlineData(typeof(JsonBodyWriter), typeof(CborBodyWriter))]
    public void The_methods_are_those_of_JSON_but_for_documents_and_timestamp_formats(Type json, Type cbor)
    {
        Assert.Equal(Methods(json).Where(static method => !method.StartsWith("Document(", StringComparison.Ordinal)), Methods(cbor));

        static string[] Methods(Type type) =>
        [
            .. type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(static method => method.Name + "(" + string.Join(", ", method.GetParameters().Where(static parameter => parameter.Name != "format")) + ")")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static byte[] Head(int type, int length)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return length switch
        {
            < 24 => [(byte)(type + length)],
            <= byte.MaxValue => [(byte)(type + 24), bytes[3]],
            <= ushort.MaxValue => [(byte)(type + 25), bytes[2], bytes[3]],
            _ => [(byte)(type + 26), .. bytes],
        };
    }

    private static void AssertWritten(string hex, Action<CborBodyWriter> write) => Assert.Equal(CborReading.Bytes(hex), Write(write));

    private static byte[] Write(Action<CborBodyWriter> write)
    {
        var buffer = new Utf8Buffer();
        write(new CborBodyWriter(buffer));
        return buffer.Written.ToArray();
    }
}
