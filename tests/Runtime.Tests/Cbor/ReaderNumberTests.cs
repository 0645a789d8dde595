using System;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

public class ReaderNumberTests
{
    [Theory]
    [InlineData("00", 0)]
    [InlineData("17", 23)]
    [InlineData("18 18", 24)]
    [InlineData("18 05", 5)]
    [InlineData("19 0005", 5)]
    [InlineData("1A 00000005", 5)]
    [InlineData("1B 0000000000000005", 5)]
    [InlineData("20", -1)]
    [InlineData("37", -24)]
    [InlineData("38 18", -25)]
    [InlineData("3B 0000000000000000", -1)]
    [InlineData("1A 7FFFFFFF", int.MaxValue)]
    [InlineData("3A 7FFFFFFF", int.MinValue)]
    [InlineData("F9 4400", 4)]
    [InlineData("FA C0400000", -3)]
    [InlineData("FB 41DFFFFFFFC00000", int.MaxValue)]
    [InlineData("FB 8000000000000000", 0)]
    [InlineData("D82A 05", 5)]
    public void Integers_of_all_widths_are_read(string hex, int expected)
    {
        Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Int32()));
        Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Int64()));
    }

    [Theory]
    [InlineData("1B 7FFFFFFFFFFFFFFF", long.MaxValue)]
    [InlineData("3B 7FFFFFFFFFFFFFFF", long.MinValue)]
    [InlineData("1A 80000000", 2_147_483_648)]
    [InlineData("3A 80000000", -2_147_483_649)]
    [InlineData("FB C3E0000000000000", long.MinValue)]
    public void Longs_are_not_integers_of_32_bits(string hex, long expected)
    {
        Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Int64()));
        CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Int32());
    }

    [Theory]
    [InlineData("1B 8000000000000000")]
    [InlineData("1B FFFFFFFFFFFFFFFF")]
    [InlineData("3B 8000000000000000")]
    [InlineData("3B FFFFFFFFFFFFFFFF")]
    [InlineData("F9 3E00")]
    [InlineData("F9 7C00")]
    [InlineData("F9 7E00")]
    [InlineData("FB 43E0000000000000")]
    [InlineData("FB C3E0000000000001")]
    [InlineData("C2 41 01")]
    [InlineData("C3 41 01")]
    [InlineData("C4 82 00 01")]
    [InlineData("C5 82 00 01")]
    [InlineData("61 31")]
    [InlineData("41 01")]
    [InlineData("F5")]
    [InlineData("F0")]
    [InlineData("F8 20")]
    [InlineData("A0")]
    public void Other_values_are_not_integers(string hex)
    {
        CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Int32());
        CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Int64());
    }

    [Theory]
    [InlineData("F9 0000", 0)]
    [InlineData("F9 3E00", 1.5)]
    [InlineData("F9 0001", 5.960464477539063e-8)]
    [InlineData("F9 7BFF", 65504)]
    [InlineData("F9 7C00", double.PositiveInfinity)]
    [InlineData("F9 FC00", double.NegativeInfinity)]
    [InlineData("F9 7C01", double.NaN)]
    [InlineData("FA 40F40000", 7.625)]
    [InlineData("FA 7F800000", double.PositiveInfinity)]
    [InlineData("FA 7FC00000", double.NaN)]
    [InlineData("FB 3FF8000000000000", 1.5)]
    [InlineData("FB FFF0000000000000", double.NegativeInfinity)]
    [InlineData("00", 0)]
    [InlineData("38 63", -100)]
    [InlineData("1A 01000000", 16_777_216)]
    [InlineData("D82A F9 3E00", 1.5)]
    public void Numbers_of_all_sizes_are_floating_point_numbers(string hex, double expected)
    {
        Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Double()));
        Assert.Equal((float)expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Single()));
    }

    [Theory]
    [InlineData("FB 3FF1C71C71C71C72", 1.1111111111111112)]
    [InlineData("FB 7FEFFFFFFFFFFFFF", double.MaxValue)]
    [InlineData("1B 0020000000000001", 9_007_199_254_740_992)]
    [InlineData("1B FFFFFFFFFFFFFFFF", 18_446_744_073_709_551_615)]
    [InlineData("3B FFFFFFFFFFFFFFFF", -18_446_744_073_709_551_616.0)]
    [InlineData("3B 0000000000000400", -1025)]
    public void Numbers_are_rounded_to_the_nearest(string hex, double expected)
    {
        Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Double()));
        Assert.Equal((float)expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Single()));
    }

    [Theory]
    [InlineData("C2 41 01")]
    [InlineData("C4 82 00 01")]
    [InlineData("63 4E614E")]
    [InlineData("F4")]
    [InlineData("80")]
    public void Other_values_are_not_numbers(string hex)
    {
        CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Single());
        CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Double());
        CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Timestamp());
    }

    [Theory]
    [InlineData("C1 00", 0)]
    [InlineData("C1 1A 69573655", 1_767_323_221_000)]
    [InlineData("1A 69573655", 1_767_323_221_000)]
    [InlineData("C1 1B 0000000069573655", 1_767_323_221_000)]
    [InlineData("C1 20", -1_000)]
    [InlineData("C1 F9 3E00", 1_500)]
    [InlineData("C1 FA 3FC00000", 1_500)]
    [InlineData("C1 FB 41CC37DB380FBE77", 946_845_296_123)]
    [InlineData("FB 41CC37DB380FBE77", 946_845_296_123)]
    [InlineData("FB C1CC37DB380FBE77", -946_845_296_123)]
    [InlineData("C1 1B 0000003AFFF4417F", 253_402_300_799_000)]
    [InlineData("C1 C1 00", 0)]
    [InlineData("1B 0000019B7C4DC8B0", 1_767_317_031_088)]
    public void Timestamps_are_numbers_with_or_without_a_tag(string hex, long milliseconds)
        => Assert.Equal(
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Timestamp()));

    [Theory]
    [InlineData("C1 F9 7E00")]
    [InlineData("C1 F9 7C00")]
    [InlineData("C1 FB 7FEFFFFFFFFFFFFF")]
    [InlineData("C1 FB 4530000000000000")]
    [InlineData("C1 FB 47EFFFFFE0000000")]
    [InlineData("C1 1B FFFFFFFFFFFFFFFF")]
    [InlineData("C1 3B FFFFFFFFFFFFFFFF")]
    [InlineData("C1 61 31")]
    [InlineData("C0 74 323032362D30312D30325430333A30343A30355A")]
    public void Other_values_are_not_timestamps(string hex) => CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Timestamp());
}
