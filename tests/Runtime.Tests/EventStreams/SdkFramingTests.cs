using System;
using Amazon.Runtime.EventStreams;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.EventStreams;

/// <summary>The framing of AWSSDK.Core and ours understand each other.</summary>
public class SdkFramingTests
{
    private const int Rounds = 500;

    [Fact]
    public void The_sdk_reads_what_we_write()
    {
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var (text, number, blob) = (random.Next().ToString("X", null), random.NextInt64(), Bytes(random, 300));
            var instant = DateTimeOffset.FromUnixTimeMilliseconds(random.NextInt64(4_000_000_000_000));
            var bytes = TestMessages.Message(writer =>
            {
                writer.Event("item"u8);
                writer.HeaderString("text"u8, text);
                writer.HeaderInt64("number"u8, number);
                writer.HeaderInt16("short"u8, (short)number);
                writer.HeaderBoolean("flag"u8, number % 2 == 0);
                writer.HeaderBlob("blob"u8, blob);
                writer.HeaderTimestamp("instant"u8, instant);
                writer.Body(blob, "application/octet-stream");
            });

            var read = EventStreamMessage.FromBuffer(bytes, 0, bytes.Length);

            Assert.Equal(blob, read.Payload);
            Assert.Equal(
                ("event", "item", text, number, (short)number, number % 2 == 0, instant.UtcDateTime),
                (read.Headers[":message-type"].AsString(), read.Headers[":event-type"].AsString(), read.Headers["text"].AsString(), read.Headers["number"].AsInt64(),
                    read.Headers["short"].AsInt16(), read.Headers["flag"].AsBool(), read.Headers["instant"].AsTimestamp().ToUniversalTime()));
            Assert.Equal(blob, read.Headers["blob"].AsByteBuf());
        }
    }

    [Fact]
    public void We_read_what_the_sdk_writes()
    {
        var random = new Random(2);
        for (var round = 0; round < Rounds; round++)
        {
            var (text, number, blob) = (random.Next().ToString("X", null), random.Next(), Bytes(random, 300));
            var bytes = new EventStreamMessage([Header("text", h => h.SetString(text)), Header("number", h => h.SetInt32(number)), Header("blob", h => h.SetByteBuf(blob))], blob)
                .ToByteArray();

            var reader = new EventReader(EventMessage.Decode(bytes), "any"u8);

            Assert.Equal((text, number), (reader.HeaderString("text"u8), reader.HeaderInt32("number"u8)));
            Assert.Equal(blob, reader.HeaderBlob("blob"u8)!.Value.ToArray());
            Assert.Equal(blob, reader.Body.ToArray());
        }
    }

    private static EventStreamHeader Header(string name, Action<EventStreamHeader> set)
    {
        var header = new EventStreamHeader(name);
        set(header);
        return header;
    }

    private static byte[] Bytes(Random random, int longest)
    {
        var bytes = new byte[random.Next(longest)];
        random.NextBytes(bytes);
        return bytes;
    }
}
