using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

/// <summary>The members o and x are objects, l is a list of integers, L is a list of objects, and all others are integers.</summary>
public class UnreadableMembersTests
{
    [Theory]
    [InlineData("A2 6161 6178 6162 02", "b=2", 1)]
    [InlineData("BF 6161 6178 6162 02 FF", "b=2", 1)]
    [InlineData("A2 6161 C1 6178 6162 02", "b=2", 1)]
    [InlineData("A2 6161 A1 6163 00 6162 80", "", 2)]
    [InlineData("A2 616F A2 6161 6178 6162 01 6162 02", "o{b=1} b=2", 1)]
    [InlineData("A2 616F 01 6162 02", "b=2", 1)]
    [InlineData("A3 616F A1 6161 60 6178 A1 6161 60 6161 60", "o{} x{}", 3)]
    [InlineData("A2 616F A1 616F A1 6161 60 6162 02", "o{o{}} b=2", 1)]
    public void The_innermost_member_that_contains_the_value_is_omitted(string hex, string expected, int count) => AssertRead(hex, expected, count);

    [Theory]
    [InlineData("A2 616C 83 01 6178 03 6162 02", "b=2", 1)]
    [InlineData("A2 616C 9F 01 6178 6179 FF 6162 02", "b=2", 1)]
    [InlineData("A2 616C A0 6162 02", "b=2", 1)]
    public void A_list_with_an_element_that_cannot_be_read_is_omitted(string hex, string expected, int count) => AssertRead(hex, expected, count);

    [Theory]
    [InlineData("A2 614C 82 A1 6161 60 A1 6161 01 6162 02", "L[{} {a=1}] b=2", 1)]
    [InlineData("A2 614C 82 A1 6161 60 01 6162 02", "b=2", 1)]
    [InlineData("A2 614C 82 01 A1 6161 60 6162 02", "b=2", 1)]
    [InlineData("A2 614C 84 A1 6161 60 01 A1 6161 60 02 6162 60", "", 2)]
    [InlineData("A1 614C 81 A1 614C 82 01 A1 6161 60", "L[{}]", 1)]
    public void A_list_of_objects_is_omitted_only_if_an_element_is_not_an_object(string hex, string expected, int count) => AssertRead(hex, expected, count);

    [Fact]
    public void A_body_that_is_a_list_with_such_an_element_is_malformed()
    {
        var exception = CborReading.Fails("82 01 6178", static (ref CborBodyReader cbor) => ReadIntegers(ref cbor));

        Assert.Equal(2, exception.BytePosition);
    }

    [Fact]
    public void Nothing_is_read_again_if_all_values_can_be_read()
    {
        var cbor = new CborBodyReader(CborReading.Bytes("A1 6161 01"));
        ReadObject(ref cbor);

        Assert.Equal(0, cbor.OmitUnreadable());
        cbor.End();
    }

    [Fact]
    public void Many_members_are_omitted_in_linear_time()
    {
        const int Count = 300_000;
        var body = Enumerable.Repeat(CborReading.Bytes("6161 60"), Count).SelectMany(static bytes => bytes).Prepend((byte)0xBF).Append((byte)0xFF).ToArray();
        var cbor = new CborBodyReader(body);

        ReadObject(ref cbor);
        Assert.Equal(Count, cbor.OmitUnreadable());
        Assert.Equal("", ReadObject(ref cbor));
        Assert.Equal(0, cbor.OmitUnreadable());
    }

    private static void AssertRead(string hex, string expected, int count)
    {
        var cbor = new CborBodyReader(CborReading.Bytes(hex));
        ReadObject(ref cbor);
        cbor.End();
        Assert.Equal(count, cbor.OmitUnreadable());
        Assert.Equal(expected, ReadObject(ref cbor));
        cbor.End();
        Assert.Equal(0, cbor.OmitUnreadable());
    }

    private static string ReadObject(ref CborBodyReader cbor)
    {
        var members = new List<string>();
        while (cbor.NextMember(out var name))
        {
            var text = name.ToString();
            members.Add(text + text switch
            {
                "l" => "[" + ReadIntegers(ref cbor) + "]",
                "L" => "[" + ReadObjects(ref cbor) + "]",
                "o" or "x" => "{" + ReadObject(ref cbor) + "}",
                _ => "=" + cbor.Int32().ToString(CultureInfo.InvariantCulture),
            });
        }

        return string.Join(" ", members);
    }

    private static string ReadObjects(ref CborBodyReader cbor)
    {
        var items = new List<string>();
        while (cbor.NextElement())
        {
            items.Add("{" + ReadObject(ref cbor) + "}");
        }

        return string.Join(" ", items);
    }

    private static string ReadIntegers(ref CborBodyReader cbor)
    {
        var items = new List<int>();
        while (cbor.NextElement())
        {
            items.Add(cbor.Int32());
        }

        return string.Join(" ", items);
    }
}
