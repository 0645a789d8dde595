using System;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

public class AllocationTests
{
    private const int Rounds = 1_000;

    private static readonly DateTimeOffset Timestamp = DateTimeOffset.UnixEpoch.AddMilliseconds(1_767_323_045_678);

    [Fact]
    public void Writing_allocates_nothing()
    {
        var buffer = new Utf8Buffer();
        var writer = new CborBodyWriter(buffer);
        Write(writer);

        Assert.Equal(0, Measure(() => Write(writer)));
    }

    [Fact]
    public void Reading_allocates_its_strings_and_nothing_else()
    {
        var buffer = new Utf8Buffer();
        Write(new CborBodyWriter(buffer));
        var body = buffer.Written.ToArray();
        var strings = Measure(static () =>
        {
            GC.KeepAlive(new string("text".AsSpan()));
            GC.KeepAlive(new string("café".AsSpan()));
        });

        Assert.Equal(strings, Measure(() => Read(body)));
    }

    private static long Measure(Action action) => AllocatedBytes.Of(() =>
    {
        for (var round = 0; round < Rounds; round++)
        {
            action();
        }
    });

    private static void Write(CborBodyWriter cbor)
    {
        cbor.Reset();
        cbor.BeginObject();
        cbor.Name("nested"u8);
        cbor.BeginArray();
        cbor.BeginArray();
        cbor.BeginObject();
        cbor.String("text"u8, "text");
        cbor.String("café"u8, "café");
        cbor.Int32("int"u8, 1_000);
        cbor.EndObject();
        cbor.EndArray();
        cbor.EndArray();
        cbor.Int64("long"u8, long.MaxValue);
        cbor.Single("single"u8, 0.1f);
        cbor.Double("double"u8, 0.1);
        cbor.Boolean("boolean"u8, true);
        cbor.Timestamp("timestamp"u8, Timestamp);
        cbor.String("unknown"u8, "skipped");
        cbor.EndObject();
    }

    private static void Read(byte[] body)
    {
        var cbor = new CborBodyReader(body);
        ReadObject(ref cbor);
        cbor.End();
        if (cbor.OmitUnreadable() > 0)
        {
            Assert.Fail("A member cannot be read.");
        }
    }

    private static void ReadObject(ref CborBodyReader cbor)
    {
        while (cbor.NextMember(out var name))
        {
            if (name.Is("nested"u8))
            {
                while (cbor.NextElement())
                {
                    while (cbor.NextElement(out _))
                    {
                        ReadObject(ref cbor);
                    }
                }
            }
            else if (name.Is("text"u8) || name.Is("café"u8))
            {
                cbor.String();
            }
            else if (name.Is("int"u8))
            {
                cbor.Int32();
            }
            else if (name.Is("long"u8))
            {
                cbor.Int64();
            }
            else if (name.Is("single"u8))
            {
                cbor.Single();
            }
            else if (name.Is("double"u8))
            {
                cbor.Double();
            }
            else if (name.Is("boolean"u8))
            {
                cbor.Boolean();
            }
            else if (name.Is("timestamp"u8))
            {
                cbor.Timestamp();
            }
            else
            {
                cbor.Skip();
            }
        }
    }
}
