using System;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Xml;

public class AllocationTests
{
    private const int Rounds = 1_000;

    [Fact]
    public void Writing_allocates_nothing()
    {
        var writer = new XmlBodyWriter(new Utf8Buffer());

        Assert.Equal(0, Measure(() => Write(writer)));
    }

    [Fact]
    public void Reading_allocates_its_strings_and_nothing_else()
    {
        var buffer = new Utf8Buffer();
        Write(new XmlBodyWriter(buffer));
        var body = buffer.Written.ToArray();

        Assert.Equal(Measure(static () => GC.KeepAlive(new string("café".AsSpan()))), Measure(() => Read(body)));
    }

    [Fact]
    public void References_take_one_buffer_for_the_whole_body()
    {
        var body = "<r><a>&lt;</a><a>&gt;</a><a>&amp;</a></r>"u8.ToArray();
        var one = "<r><a>&lt;</a></r>"u8.ToArray();

        Assert.Equal(Measure(() => Read(one)), Measure(() => Read(body)));
    }

    private static long Measure(Action action) => AllocatedBytes.Of(() =>
    {
        for (var round = 0; round < Rounds; round++)
        {
            action();
        }
    });

    private static void Write(XmlBodyWriter xml)
    {
        xml.Reset();
        xml.Name("root"u8, ""u8, "http://namespace"u8);
        xml.BeginObject();
        xml.String("text"u8, "café");
        xml.Name("list"u8);
        xml.BeginArray("member"u8);
        xml.Int32(1_000);
        xml.Double(0.5);
        xml.EndArray();
        xml.FlattenedName("map"u8);
        xml.BeginMap("entry"u8, "key"u8, "value"u8);
        xml.Key("k");
        xml.Boolean(true);
        xml.EndMap();
        xml.Timestamp("time"u8, DateTimeOffset.UnixEpoch, TimestampFormat.Iso8601);
        xml.EndObject();
    }

    private static void Read(byte[] body)
    {
        var xml = new XmlBodyReader(body);
        while (xml.NextMember(out var name))
        {
            if (name.Is("text"u8))
            {
                xml.String();
            }
            else if (name.Is("list"u8))
            {
                while (xml.NextElement())
                {
                    xml.Double();
                }
            }
            else if (name.Is("a"u8))
            {
                xml.Utf8String();
            }
            else if (name.Is("time"u8))
            {
                xml.Timestamp();
            }
            else
            {
                xml.Skip();
            }
        }

        xml.End();
    }
}
