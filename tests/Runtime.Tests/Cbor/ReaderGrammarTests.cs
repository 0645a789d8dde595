using System;
using System.Linq;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

public class ReaderGrammarTests
{
    [Theory]
    [InlineData("00")]
    [InlineData("17")]
    [InlineData("1800")]
    [InlineData("1BFFFFFFFFFFFFFFFF")]
    [InlineData("3BFFFFFFFFFFFFFFFF")]
    [InlineData("40")]
    [InlineData("5FFF")]
    [InlineData("5F 41FF 40 FF")]
    [InlineData("60")]
    [InlineData("7B 0000000000000001 61")]
    [InlineData("7F 6161 60 FF")]
    [InlineData("80")]
    [InlineData("9F FF")]
    [InlineData("9B 0000000000000001 00")]
    [InlineData("A0")]
    [InlineData("BF FF")]
    [InlineData("BF 6161 00 FF")]
    [InlineData("A1 01 02")]
    [InlineData("A1 80 A0")]
    [InlineData("A2 6161 00 6161 00")]
    [InlineData("C1 00")]
    [InlineData("C2 40")]
    [InlineData("DB FFFFFFFFFFFFFFFF 00")]
    [InlineData("D9D9F7 C1 C1 80")]
    [InlineData("E0")]
    [InlineData("F3")]
    [InlineData("F4")]
    [InlineData("F7")]
    [InlineData("F820")]
    [InlineData("F8FF")]
    [InlineData("F97C01")]
    [InlineData("FA00000000")]
    [InlineData("FB0000000000000000")]
    public void Accepts_well_formed_values(string hex) => CborReading.Skip(CborReading.Bytes(hex));

    [Theory]
    [InlineData("", 0)]
    [InlineData("FF", 0)]
    [InlineData("00 00", 1)]
    [InlineData("1C", 0)]
    [InlineData("1D", 0)]
    [InlineData("1E", 0)]
    [InlineData("1F", 0)]
    [InlineData("3F", 0)]
    [InlineData("5C", 0)]
    [InlineData("7D", 0)]
    [InlineData("9E", 0)]
    [InlineData("BC", 0)]
    [InlineData("DC 00", 0)]
    [InlineData("DF 00", 0)]
    [InlineData("FC", 0)]
    [InlineData("F800", 0)]
    [InlineData("F81F", 0)]
    [InlineData("81 FF", 1)]
    [InlineData("A1 FF 00", 1)]
    [InlineData("A1 00 FF", 2)]
    [InlineData("BF 00 FF", 2)]
    [InlineData("C1 FF", 1)]
    [InlineData("9F C1 FF", 2)]
    [InlineData("5F 6161 FF", 1)]
    [InlineData("7F 4161 FF", 1)]
    [InlineData("5F 5F 4161 FF FF", 1)]
    [InlineData("7F 7F 6161 FF FF", 1)]
    [InlineData("5F 00 FF", 1)]
    [InlineData("5F C1 4161 FF", 1)]
    [InlineData("C1", 1)]
    [InlineData("18", 1)]
    [InlineData("19 00", 2)]
    [InlineData("1A 000000", 4)]
    [InlineData("1B 00000000000000", 8)]
    [InlineData("FB 00000000000000", 8)]
    [InlineData("9F 00", 2)]
    [InlineData("5F 4161", 3)]
    public void Rejects_malformed_values(string hex, int position)
    {
        var body = CborReading.Bytes(hex);

        Assert.Equal(position, Assert.Throws<BodyFormatException>(() => CborReading.Skip(body)).BytePosition);
    }

    [Theory]
    [InlineData("42 00")]
    [InlineData("62 61")]
    [InlineData("58 FF")]
    [InlineData("5A 7FFFFFFF")]
    [InlineData("7A FFFFFFFF")]
    [InlineData("5B 7FFFFFFFFFFFFFFF")]
    [InlineData("7B FFFFFFFFFFFFFFFF")]
    [InlineData("82 00")]
    [InlineData("9A 7FFFFFFF 00")]
    [InlineData("9B FFFFFFFFFFFFFFFF 00")]
    [InlineData("A1 00")]
    [InlineData("A2 0000 00")]
    [InlineData("BA 7FFFFFFF 0000")]
    [InlineData("BB 8000000000000000 0000")]
    public void A_length_beyond_the_end_of_the_body_is_rejected_at_its_position(string hex)
    {
        foreach (var read in Readings)
        {
            var body = CborReading.Bytes("9F" + hex + "FF");
            body = body[..^1];
            var exception = Assert.Throws<BodyFormatException>(() => CborReading.Read(body, (ref CborBodyReader cbor) =>
            {
                while (cbor.NextElement())
                {
                    read(ref cbor);
                }

                return true;
            }));

            Assert.Equal(1, exception.BytePosition);
            Assert.Contains("length", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("5A 7FFFFFFF 00")]
    [InlineData("5F 5A 7FFFFFFF 00")]
    [InlineData("7A 7FFFFFFF 61")]
    [InlineData("7F 7A 7FFFFFFF 61")]
    [InlineData("9A 7FFFFFFF 00")]
    [InlineData("BA 7FFFFFFF 0000")]
    public void Memory_does_not_follow_a_declared_length(string hex)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var read in Readings)
        {
            Assert.Throws<BodyFormatException>(() => CborReading.Read(hex, read));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("61 FF")]
    [InlineData("62 C0AF")]
    [InlineData("62 E282")]
    [InlineData("63 EDA080")]
    [InlineData("64 F5808080")]
    [InlineData("7F 61E2 628281 FF")]
    public void Rejects_text_strings_that_are_not_UTF_8(string hex)
    {
        var body = CborReading.Bytes(hex);

        foreach (var read in TextReadings)
        {
            var exception = Assert.Throws<BodyFormatException>(() => CborReading.Read<object?>([0xA1, 0x61, 0x61, .. body], (ref CborBodyReader cbor) =>
            {
                cbor.NextMember(out _);
                return read(ref cbor);
            }));
            Assert.Contains("UTF-8", exception.Message, StringComparison.Ordinal);
        }

        Assert.Throws<BodyFormatException>(() => CborReading.Read<object?>([0xA1, .. body, 0], (ref CborBodyReader cbor) => cbor.NextMember(out _)));
        Assert.Throws<BodyFormatException>(() => CborReading.Read<object?>([0xA1, .. body, 0], (ref CborBodyReader cbor) => cbor.NextEntry(out _)));
    }

    [Theory]
    [InlineData(0x81)]
    [InlineData(0x9F)]
    public void Reads_128_levels_and_no_more(byte first)
    {
        foreach (var read in new CborRead<bool>[] { Skip, ReadNested })
        {
            CborReading.Read(Nested(128), read);

            var exception = Assert.Throws<BodyFormatException>(() => CborReading.Read(Nested(129), read));
            Assert.Equal(128, exception.BytePosition);
        }

        byte[] Nested(int depth) => [.. Enumerable.Repeat(first, depth - 1), 0x80, .. Enumerable.Repeat((byte)0xFF, first == 0x9F ? depth - 1 : 0)];
    }

    [Fact]
    public void The_depth_counts_levels_that_have_been_entered_and_those_that_are_skipped()
        => Assert.Throws<BodyFormatException>(() => CborReading.Read([.. Enumerable.Repeat((byte)0x81, 128), 0x80], (ref CborBodyReader cbor) =>
        {
            for (var level = 0; level < 100; level++)
            {
                cbor.NextElement();
            }

            cbor.Skip();
            return true;
        }));

    [Theory]
    [InlineData("81")]
    [InlineData("9F")]
    [InlineData("A100")]
    [InlineData("BF00")]
    [InlineData("A1")]
    [InlineData("C1")]
    [InlineData("5F")]
    public void A_hundred_thousand_levels_do_not_overflow_the_stack(string hex)
    {
        var body = Enumerable.Repeat(CborReading.Bytes(hex), 100_000).SelectMany(static bytes => bytes).ToArray();

        Assert.Throws<BodyFormatException>(() => CborReading.Skip(body));
        Assert.Throws<BodyFormatException>(() => CborReading.Read(body, ReadNested));
    }

    [Fact]
    public void A_body_that_ends_early_is_malformed_wherever_it_ends()
    {
        var whole = SampleReading.Bytes;
        CborReading.Skip(whole);
        CborReading.Read(whole, (ref CborBodyReader cbor) => SampleReading.Read(ref cbor));
        for (var length = 0; length < whole.Length; length++)
        {
            var part = whole[..length];
            Assert.Throws<BodyFormatException>(() => CborReading.Skip(part));
            Assert.Throws<BodyFormatException>(() => CborReading.Read(part, (ref CborBodyReader cbor) => SampleReading.Read(ref cbor)));
        }
    }

    private static readonly CborRead<bool>[] Readings =
        [
            Skip,
            static (ref CborBodyReader cbor) => cbor.String().Length > 0,
            static (ref CborBodyReader cbor) => cbor.Utf8String().Length > 0,
            static (ref CborBodyReader cbor) => cbor.Blob().Length > 0,
            static (ref CborBodyReader cbor) => cbor.Int32() > 0,
            static (ref CborBodyReader cbor) => cbor.NextElement(),
            static (ref CborBodyReader cbor) => cbor.NextMember(out _),
            static (ref CborBodyReader cbor) => cbor.NextEntry(out _),
        ];

    private static readonly CborRead<object?>[] TextReadings =
        [
            static (ref CborBodyReader cbor) => Skip(ref cbor),
            static (ref CborBodyReader cbor) => cbor.String(),
            static (ref CborBodyReader cbor) => cbor.StringOrNull(),
            static (ref CborBodyReader cbor) => cbor.Utf8String().ToString(),
            static (ref CborBodyReader cbor) => cbor.Int32(),
        ];

    private static bool Skip(ref CborBodyReader cbor)
    {
        cbor.Skip();
        return true;
    }

    /// <summary>Enters all arrays, in one loop.</summary>
    private static bool ReadNested(ref CborBodyReader cbor)
    {
        var depth = 0;
        while (cbor.NextElement())
        {
            depth++;
        }

        for (; depth > 0; depth--)
        {
            cbor.NextElement();
        }

        return true;
    }
}
