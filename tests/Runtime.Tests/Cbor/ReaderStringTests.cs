using System;
using System.Linq;
using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

public class ReaderStringTests
{
    [Theory]
    [InlineData("60", "")]
    [InlineData("63 616263", "abc")]
    [InlineData("6A 636166C3A9F09F9880 00", "café😀\0")]
    [InlineData("78 03 616263", "abc")]
    [InlineData("79 0003 616263", "abc")]
    [InlineData("7A 00000003 616263", "abc")]
    [InlineData("7B 0000000000000003 616263", "abc")]
    [InlineData("7F FF", "")]
    [InlineData("7F 6161 60 7802C3A9 6162 FF", "aéb")]
    [InlineData("C0 6161", "a")]
    public void Text_strings_of_all_lengths_are_read(string hex, string expected)
    {
        Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.String()));
        Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.StringOrNull()));
        Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Utf8String().ToString()));
    }

    [Theory]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void Long_strings_are_read(int length)
    {
        foreach (var text in new[] { new string('x', length), new string('é', length) })
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            byte[] head = [0x7A, .. Enumerable.Reverse(BitConverter.GetBytes(utf8.Length))];

            Assert.Equal(text, CborReading.Read([.. head, .. utf8], (ref CborBodyReader cbor) => cbor.String()));
            Assert.Equal(utf8, CborReading.Read([0x5A, .. head[1..], .. utf8], (ref CborBodyReader cbor) => cbor.Blob()).ToArray());
        }
    }

    [Theory]
    [InlineData("40", "")]
    [InlineData("43 00FF01", "00FF01")]
    [InlineData("58 02 0102", "0102")]
    [InlineData("5F FF", "")]
    [InlineData("5F 4101 40 590002 0203 FF", "010203")]
    [InlineData("D6 4101", "01")]
    public void Byte_strings_are_read(string hex, string expected)
        => Assert.Equal(expected, Convert.ToHexString(CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Blob()).Span));

    [Fact]
    public void A_blob_does_not_reference_the_body()
    {
        byte[] body = [0x41, 1];

        var blob = CborReading.Read(body, (ref CborBodyReader cbor) => cbor.Blob());
        body[1] = 2;

        Assert.Equal(1, blob.Span[0]);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("F5")]
    [InlineData("41 61")]
    [InlineData("80")]
    [InlineData("A0")]
    [InlineData("FB 3FF8000000000000")]
    public void Another_type_is_not_a_string(string hex)
    {
        CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.String());
        CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Utf8String().Length);
        Assert.Null(CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.StringOrNull()));
    }

    [Theory]
    [InlineData("61 61")]
    [InlineData("00")]
    [InlineData("80")]
    public void Another_type_is_not_a_blob(string hex) => CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Blob());

    [Theory]
    [InlineData("F4", false)]
    [InlineData("F5", true)]
    [InlineData("D9D9F7 F5", true)]
    public void Booleans_are_read(string hex, bool expected) => Assert.Equal(expected, CborReading.Member(hex, (ref CborBodyReader cbor) => cbor.Boolean()));

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("64 74727565")]
    [InlineData("F3")]
    [InlineData("F8FF")]
    public void Another_type_is_not_a_boolean(string hex) => CborReading.Omits(hex, (ref CborBodyReader cbor) => cbor.Boolean());
}
