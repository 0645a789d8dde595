using System;
using System.Formats.Cbor;
using System.Linq;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Values;
using Xunit;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>The comparison of CBOR bodies takes all forms of a value for the same, and can fail.</summary>
public sealed class CborBodyTests
{
    private static readonly byte[] Expected = Map(writer =>
    {
        writer.WriteTextString("bread");
        writer.WriteStartMap(3);
        writer.WriteTextString("flour");
        writer.WriteTextString("RYE");
        writer.WriteTextString("weight");
        writer.WriteDouble(0.1);
        writer.WriteTextString("sliced");
        writer.WriteBoolean(true);
        writer.WriteEndMap();
    });

    private readonly Differences _differences = new();

    [Fact]
    public void LengthsOrderAndWidthsAreFree()
    {
        Compare(Expected, Map(static writer =>
        {
            writer.WriteTextString("bread");
            writer.WriteStartMap(null);
            writer.WriteTextString("sliced");
            writer.WriteBoolean(true);
            writer.WriteTextString("weight");
            writer.WriteSingle(0.1f);
            writer.WriteTextString("flour");
            writer.WriteStartIndefiniteLengthTextString();
            writer.WriteTextString("R");
            writer.WriteTextString("YE");
            writer.WriteEndIndefiniteLengthTextString();
            writer.WriteEndMap();
        }));
        Assert.Empty(_differences.All);
    }

    [Theory]
    [InlineData("flour", "WHEAT", 0.1f, true, "body.bread.flour")]
    [InlineData("flower", "RYE", 0.1f, true, "body.bread.flour")]
    [InlineData("flour", "RYE", 0.2f, true, "body.bread.weight")]
    [InlineData("flour", "RYE", 0.1f, false, "body.bread.sliced")]
    public void AnotherValueIsReported(string member, string flour, float weight, bool sliced, string place)
    {
        Compare(Expected, Map(writer =>
        {
            writer.WriteTextString("bread");
            writer.WriteStartMap(3);
            writer.WriteTextString(member);
            writer.WriteTextString(flour);
            writer.WriteTextString("weight");
            writer.WriteSingle(weight);
            writer.WriteTextString("sliced");
            writer.WriteBoolean(sliced);
            writer.WriteEndMap();
        }));
        Assert.StartsWith(place + ":", _differences.All[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1767323045.678", true)]
    [InlineData("1767323045.6781", true)]
    [InlineData("1767323045.679", false)]
    [InlineData("1767323045", false)]
    public void TimestampsAreComparedToTheMillisecond(string seconds, bool isSame)
    {
        Compare(Timestamp("1767323045.678"), Timestamp(seconds));
        Assert.Equal(isSame, !_differences.Any);

        static byte[] Timestamp(string seconds) => Map(writer =>
        {
            writer.WriteTextString("due");
            writer.WriteTag(CborTag.UnixTimeSeconds);
            writer.WriteDouble(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public void KindsAreNotMixed()
    {
        Action<CborWriter>[] values =
        [
            static writer => writer.WriteInt32(1),
            static writer => writer.WriteTextString("1"),
            static writer => writer.WriteByteString("1"u8),
            static writer => writer.WriteBoolean(true),
            static writer => writer.WriteNull(),
            static writer => writer.WriteSimpleValue(CborSimpleValue.Undefined),
            static writer =>
            {
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteInt32(1);
            },
            static writer =>
            {
                writer.WriteStartArray(0);
                writer.WriteEndArray();
            },
            static writer =>
            {
                writer.WriteStartMap(0);
                writer.WriteEndMap();
            },
        ];
        var bodies = values.Select(static value => Map(writer =>
        {
            writer.WriteTextString("note");
            value(writer);
        })).ToList();
        foreach (var (expected, actual) in bodies.SelectMany(expected => bodies.Select(actual => (expected, actual))))
        {
            var differences = new Differences();
            Comparer(differences).Body(expected, actual);
            Assert.Equal(expected == actual, !differences.Any);
        }
    }

    [Fact]
    public void WholeNumbersAndFloatsAreComparedByValue()
    {
        Compare(Number(static writer => writer.WriteInt32(8)), Number(static writer => writer.WriteDouble(8)));
        Assert.Empty(_differences.All);
        Compare(Number(static writer => writer.WriteInt32(8)), Number(static writer => writer.WriteDouble(8.5)));
        Assert.Single(_differences.All);

        static byte[] Number(Action<CborWriter> write) => Map(writer =>
        {
            writer.WriteTextString("count");
            write(writer);
        });
    }

    [Fact]
    public void AMemberThatIsSentTwiceIsReported()
    {
        Compare(Twice(1), Twice(2));
        Assert.Equal(["body.note: the member is sent twice"], _differences.All);

        static byte[] Twice(int times) => Map(writer =>
        {
            for (var i = 0; i < times; i++)
            {
                writer.WriteTextString("note");
                writer.WriteNull();
            }
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("7B7D")]
    [InlineData("A0A0")]
    [InlineData("A1")]
    [InlineData("A1616EC24101")]
    public void WhatIsNotExactlyOneItemIsReported(string body)
    {
        Compare([0xA0], Convert.FromHexString(body));
        Assert.Single(_differences.All);
    }

    private static byte[] Map(Action<CborWriter> write)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(null);
        write(writer);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static RequestComparer Comparer(Differences differences) =>
        new(Bakery.Client.Plan, Bakery.Order, differences) { Format = BodyFormat.Of("smithy-rpc-v2-cbor") };

    private void Compare(byte[] expected, byte[] actual) => Comparer(_differences).Body(expected, actual);
}
