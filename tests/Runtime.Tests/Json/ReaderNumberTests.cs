using System;
using System.Globalization;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Json;

public class ReaderNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("1500", 1500)]
    [InlineData("1500.0", 1500)]
    [InlineData("1.5e3", 1500)]
    [InlineData("150000E-2", 1500)]
    [InlineData("-1.50e+3", -1500)]
    [InlineData("0.0e99999999999999999999", 0)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("922337203685477580700e-2", long.MaxValue)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("\"1.5e3\"", 1500)]
    public void Integers_are_exact_however_they_are_spelled(string text, long expected)
        => Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.Int64()));

    [Theory]
    [InlineData("1.5")]
    [InlineData("15e-1")]
    [InlineData("1e-400")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1e19")]
    [InlineData("1e99999999999999999999")]
    [InlineData("\"1,500\"")]
    [InlineData("\"1.5\"")]
    [InlineData("\"9223372036854775808\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void What_is_not_a_64_bit_integer_is_left_out(string text) => JsonReading.Omits(text, (ref JsonBodyReader json) => json.Int64());

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    public void Int32_takes_its_whole_range(string text, int expected)
        => Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.Int32()));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("\"2147483648\"")]
    public void Int32_takes_no_more_than_its_range(string text) => JsonReading.Omits(text, (ref JsonBodyReader json) => json.Int32());

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("-1.7976931348623157e308", double.MinValue)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("123", 123)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("\"1.5\"", 1.5)]
    [InlineData("\"-2e3\"", -2000)]
    public void Doubles_are_the_nearest(string text, double expected)
        => Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.Double()));

    [Theory]
    [InlineData("\"1,5\"")]
    [InlineData("\"one\"")]
    [InlineData("\"\"")]
    [InlineData("false")]
    [InlineData("[]")]
    public void What_is_not_a_double_is_left_out(string text)
    {
        JsonReading.Omits(text, (ref JsonBodyReader json) => json.Double());
        JsonReading.Omits(text, (ref JsonBodyReader json) => json.Single());
    }

    [Fact]
    public void Singles_are_rounded_once()
    {
        // Rounded to a double first, this number would round up to the wrong single.
        const string Text = "1.00000017881393432617187499";

        Assert.Equal(float.Parse(Text, CultureInfo.InvariantCulture), JsonReading.Read(Text, (ref JsonBodyReader json) => json.Single()));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    public void Booleans_are_words_or_stand_for_them(string text, bool expected)
        => Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.Boolean()));

    [Theory]
    [InlineData("2")]
    [InlineData("1.5")]
    [InlineData("\"yes\"")]
    [InlineData("\"\"")]
    [InlineData("[true]")]
    public void Nothing_else_is_a_boolean(string text) => JsonReading.Omits(text, (ref JsonBodyReader json) => json.Boolean());

    [Theory]
    [InlineData("truE")]
    [InlineData("-")]
    [InlineData("01")]
    [InlineData("[1")]
    [InlineData("\"1")]
    [InlineData("\"\\x\"")]
    public void What_is_no_JSON_is_malformed_whatever_is_expected(string text)
    {
        JsonReading.Fails("{\"a\":" + text + "}", (ref JsonBodyReader json) => json.NextMember(out _) && json.Boolean());
        JsonReading.Fails("{\"a\":" + text + "}", (ref JsonBodyReader json) => json.NextMember(out _) && json.Int64() > 0);
        JsonReading.Fails("{\"a\":" + text + "}", (ref JsonBodyReader json) => json.NextMember(out _) && json.Double() > 0);
        JsonReading.Fails("{\"a\":" + text + "}", (ref JsonBodyReader json) => json.NextMember(out _) && json.Timestamp() > default(DateTimeOffset));
        JsonReading.Fails("{\"a\":" + text + "}", (ref JsonBodyReader json) => json.NextMember(out _) && json.String().Length > 0 && !json.NextMember(out _));
        JsonReading.Fails("{\"a\":" + text + "}", (ref JsonBodyReader json) => json.NextMember(out _) && !json.NextMember(out _));
    }

    [Fact]
    public void Random_integers_come_back()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var expected = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            var text = expected.ToString(CultureInfo.InvariantCulture);

            Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.Int64()));
            Assert.Equal(expected, JsonReading.Read(text + ".000e0", (ref JsonBodyReader json) => json.Int64()));
        }
    }
}
