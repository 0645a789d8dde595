using System.Collections.Generic;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

public class ReaderStructureTests
{
    [Theory]
    [InlineData("A0", "")]
    [InlineData("BF FF", "")]
    [InlineData("D9D9F7 A1 6162 01", "b")]
    [InlineData("A3 6161 F6 6162 01 6163 F7", "b")]
    [InlineData("BF 6161 F6 6162 01 6163 F7 FF", "b")]
    [InlineData("A1 6161 C1 F6", "")]
    [InlineData("A2 6161 00 6161 01", "a,a")]
    [InlineData("A1 7F 6161 6162 FF 01", "ab")]
    [InlineData("A1 7801 61 01", "a")]
    [InlineData("A1 C1 6161 01", "a")]
    public void Members_that_are_null_are_skipped(string hex, string names) => Assert.Equal(names, CborReading.Read(hex, Names));

    [Theory]
    [InlineData("A2 01 6178 6161 00")]
    [InlineData("BF 20 A0 6161 00 FF")]
    [InlineData("A2 4161 F6 6161 00")]
    [InlineData("A2 8101 9F00FF 6161 00")]
    [InlineData("A3 F6 F6 F93C00 00 6161 00")]
    public void Members_whose_name_is_not_a_text_string_are_skipped(string hex) => Assert.Equal("a", CborReading.Read(hex, Names));

    [Fact]
    public void Unknown_members_of_any_type_can_be_skipped()
        => Assert.Equal(
            "a,b,c,d,e,f,known",
            CborReading.Read(
                "BF 6161 8201 9FF6A0FF 6162 A1656B6E6F776E 6178 6163 5F4100FF 6164 FB3FF8000000000000 6165 F5 6166 DA00010000E0 656B6E6F776E 00 FF", Names));

    [Fact]
    public void Values_after_a_nested_value_belong_to_the_outer_one()
        => Assert.Equal("a(b(c,d),e(),f),g", CborReading.Read("A2 6161 BF 6162 A2 6163 00 6164 00 6165 A0 6166 00 FF 6167 00", static (ref CborBodyReader cbor) => NestedNames(ref cbor, "abe")));

    // More levels than the reader keeps in place.
    [Theory]
    [InlineData("A2", "")]
    [InlineData("BF", "FF")]
    public void Each_of_many_levels_continues_after_the_inner_one(string start, string end)
    {
        const int Depth = 40;
        var hex = "A0";
        var names = "";
        for (var level = 0; level < Depth; level++)
        {
            names = "a(" + names + "),b";
            hex = start + "6161" + hex + "616200" + end;
        }

        Assert.Equal(names, CborReading.Read(hex, static (ref CborBodyReader cbor) => NestedNames(ref cbor, "a")));
    }

    [Theory]
    [InlineData("85 F6 01 F7 02 F6")]
    [InlineData("9F F6 01 F7 02 F6 FF")]
    [InlineData("9B 0000000000000005 F6 01 F7 02 F6")]
    public void A_dense_list_loses_its_nulls(string hex)
        => Assert.Equal([1, 2], CborReading.Read(hex, static (ref CborBodyReader cbor) =>
        {
            var list = new List<int>();
            while (cbor.NextElement())
            {
                list.Add(cbor.Int32());
            }

            return list;
        }));

    [Theory]
    [InlineData("83 F6 01 F7")]
    [InlineData("9F F6 01 F7 FF")]
    public void A_sparse_list_keeps_its_nulls(string hex)
        => Assert.Equal([null, 1, null], CborReading.Read(hex, static (ref CborBodyReader cbor) =>
        {
            var list = new List<int?>();
            while (cbor.NextElement(out var isNull))
            {
                list.Add(isNull ? null : cbor.Int32());
            }

            return list;
        }));

    [Theory]
    [InlineData("A2 6161 F6 6162 6178")]
    [InlineData("BF 6161 F7 7F6162FF 6178 FF")]
    public void A_dense_map_loses_its_nulls(string hex)
        => Assert.Equal(new Dictionary<string, string> { ["b"] = "x" }, CborReading.Read(hex, static (ref CborBodyReader cbor) =>
        {
            var map = new Dictionary<string, string>();
            while (cbor.NextEntry(out var key))
            {
                map[key] = cbor.String();
            }

            return map;
        }));

    [Theory]
    [InlineData("A2 6161 F6 6162 6178")]
    [InlineData("BF 6161 F7 6162 6178 FF")]
    public void A_sparse_map_keeps_its_nulls(string hex)
        => Assert.Equal(new Dictionary<string, string?> { ["a"] = null, ["b"] = "x" }, CborReading.Read(hex, static (ref CborBodyReader cbor) =>
        {
            var map = new Dictionary<string, string?>();
            while (cbor.NextEntry(out var key, out var isNull))
            {
                map[key] = isNull ? null : cbor.String();
            }

            return map;
        }));

    [Fact]
    public void The_last_of_entries_with_the_same_key_counts()
        => Assert.Equal(new Dictionary<string, int> { ["a"] = 2 }, CborReading.Read("A2 6161 01 6161 02", static (ref CborBodyReader cbor) =>
        {
            var map = new Dictionary<string, int>();
            while (cbor.NextEntry(out var key))
            {
                map[key] = cbor.Int32();
            }

            return map;
        }));

    [Theory]
    [InlineData("A1 01 02")]
    [InlineData("A1 4161 02")]
    public void The_key_of_a_map_must_be_a_text_string(string hex)
        => Assert.Equal(1, CborReading.Fails(hex, static (ref CborBodyReader cbor) => cbor.NextEntry(out _)).BytePosition);

    [Theory]
    [InlineData("80")]
    [InlineData("6178")]
    [InlineData("F6")]
    public void The_error_says_what_was_expected(string hex)
        => Assert.Contains("a map", CborReading.Fails(hex, Names).Message, System.StringComparison.Ordinal);

    [Fact]
    public void Bytes_after_the_end_are_an_error() => Assert.Equal(1, CborReading.Fails("A0 A0", Names).BytePosition);

    [Fact]
    public void An_untouched_body_has_no_end_to_check() => Assert.True(CborReading.Read("A0", static (ref CborBodyReader _) => true));

    private static string Names(ref CborBodyReader cbor)
    {
        var names = new List<string>();
        while (cbor.NextMember(out var name))
        {
            names.Add(name.ToString());
            cbor.Skip();
        }

        return string.Join(",", names);
    }

    /// <summary>Reads maps of maps. The members with these names are maps; the others are skipped.</summary>
    private static string NestedNames(ref CborBodyReader cbor, string maps)
    {
        var names = new List<string>();
        while (cbor.NextMember(out var name))
        {
            var text = name.ToString();
            if (maps.Contains(text, System.StringComparison.Ordinal))
            {
                text += "(" + NestedNames(ref cbor, maps) + ")";
            }
            else
            {
                cbor.Skip();
            }

            names.Add(text);
        }

        return string.Join(",", names);
    }
}
