using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.EventStreams;

public class XmlEventTests
{
    [Fact]
    public void An_event_has_a_payload_in_XML()
    {
        var reader = new EventReader(EventMessage.Decode(Encode(41)), "Progress"u8);

        Assert.Equal("application/xml", reader.HeaderString(":content-type"u8));
        Assert.Equal("<Progress><BytesScanned>41</BytesScanned></Progress>", Encoding.UTF8.GetString(reader.Body));
        Assert.True(reader.Xml.NextMember(out var name));
        Assert.Equal(("BytesScanned", 41), (name.ToString(), reader.Xml.Int32()));
        Assert.False(reader.Xml.NextMember(out _));
    }

    [Fact]
    public void An_empty_payload_is_read_as_an_empty_element()
    {
        var buffer = new Utf8Buffer();
        new EventWriter().WriteTo(buffer);
        var reader = new EventReader(EventMessage.Decode(buffer.Written.ToArray()), "End"u8);

        Assert.False(reader.Xml.NextMember(out _));
    }

    [Fact]
    public void A_writer_writes_further_events()
    {
        var writer = new EventWriter();
        var first = Encode(1, writer);

        // An event that its serializer could not complete.
        writer.Xml.Name("Stats"u8);
        writer.Xml.BeginObject();

        Assert.Equal(first, Encode(1, writer));
        Assert.NotEqual(first, Encode(2, writer));
    }

    private static byte[] Encode(int bytes, EventWriter? writer = null)
    {
        writer ??= new EventWriter();
        writer.Reset();
        writer.Event("Progress"u8);
        var xml = writer.Xml;
        xml.Name("Progress"u8);
        xml.BeginObject();
        xml.Int32("BytesScanned"u8, bytes);
        xml.EndObject();
        var buffer = new Utf8Buffer();
        writer.WriteTo(buffer);
        return [.. buffer.Written];
    }
}
