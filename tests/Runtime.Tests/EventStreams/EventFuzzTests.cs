using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.EventStreams;

/// <summary>Whatever bytes come: events, or one of the exceptions that callers know, in bounded time and memory.</summary>
public class EventFuzzTests
{
    private const int Rounds = 3000;

    [Fact]
    public async Task Flipped_bits_are_found()
    {
        var random = new Random(1);
        var stream = Sample();
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = (byte[])stream.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));

            // A checksum covers every byte, so a flipped bit never goes unnoticed.
            Assert.IsType<AwsMalformedResponseException>(await ReadAsync(bytes));
        }
    }

    [Fact]
    public async Task Streams_that_end_anywhere_give_events_or_are_malformed()
    {
        var stream = Sample();
        for (var length = 0; length < stream.Length; length++)
        {
            Assert.True(await ReadAsync(stream[..length]) is null or AwsMalformedResponseException or AwsServiceException);
        }
    }

    [Fact]
    public async Task Random_headers_and_payloads_with_true_checksums_give_events_or_typed_exceptions()
    {
        var random = new Random(2);
        for (var round = 0; round < Rounds; round++)
        {
            Assert.True(await ReadAsync(Damaged(random)) is null or AwsMalformedResponseException or AwsServiceException);
        }
    }

    [Fact]
    public async Task Random_bytes_are_malformed()
    {
        var random = new Random(3);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            Assert.IsType<AwsMalformedResponseException>(await ReadAsync(bytes));
        }
    }

    [Theory]
    [InlineData(uint.MaxValue, 0)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(int.MaxValue, 16)]
    [InlineData(24 * 1024 * 1024 + 17, 0)]
    [InlineData(1024 * 1024, 128 * 1024 + 1)]
    [InlineData(15, 0)]
    [InlineData(0, 0)]
    [InlineData(20, 8)]
    public async Task Lengths_that_cannot_be_are_refused_at_once(uint total, uint headers)
    {
        Assert.IsType<AwsMalformedResponseException>(await ReadAsync(Prelude(total, headers)));
    }

    [Fact]
    public async Task Memory_grows_with_what_has_come_whatever_length_is_claimed()
    {
        byte[] bytes = [.. Prelude(24 * 1024 * 1024 + 16, 0), .. new byte[1000]];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.IsType<AwsMalformedResponseException>(await ReadAsync(bytes));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024 * 1024);
    }

    [Fact]
    public async Task The_longest_message_is_read()
    {
        var chunk = new TestEvent.Chunk(new byte[24 * 1024 * 1024]);

        Assert.Null(await ReadAsync(TestMessages.Event(chunk)));
    }

    [Fact]
    public void A_message_of_very_many_headers_takes_no_time_to_speak_of()
    {
        var writer = new EventWriter();
        for (var number = 0; writer.EncodedHeaders.Length < 127 * 1024; number++)
        {
            writer.HeaderBoolean(BitConverter.GetBytes(0x20202020 + (number & 0x3F) + ((number & 0xFC0) << 2) + ((number & 0x3F000) << 4)), value: true);
        }

        var bytes = new Utf8Buffer();
        writer.WriteTo(bytes);

        Assert.Equal(writer.EncodedHeaders.Length, EventMessage.Decode(bytes.Written).Headers.Length);
    }

    private static byte[] Sample() =>
    [
        .. TestMessages.Event(new TestEvent.Item("one", 1, new byte[] { 1, 2, 3 })),
        .. TestMessages.Event(new TestEvent.Chunk(new byte[40])),
        .. TestMessages.Event(new TestEvent.Item("two", null)),
    ];

    /// <summary>A message with damage that no checksum tells of.</summary>
    private static byte[] Damaged(Random random)
    {
        var message = TestMessages.Event(new TestEvent.Item("one", 1, new byte[] { 1, 2, 3 }));
        var headersLength = BinaryPrimitives.ReadInt32BigEndian(message.AsSpan(4));
        var inside = message.AsSpan(EventMessage.PreludeLength..^4).ToArray();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            inside[random.Next(inside.Length)] = (byte)random.Next(256);
        }

        var split = random.Next(4) == 0 ? random.Next(inside.Length) : headersLength;
        var bytes = new Utf8Buffer();
        EventMessage.Encode(inside.AsSpan(0, split), inside.AsSpan(split), bytes);
        return bytes.Written.ToArray();
    }

    private static byte[] Prelude(uint total, uint headers)
    {
        var bytes = new byte[EventMessage.PreludeLength];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, total);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), headers);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(8), Crc32.Compute(bytes.AsSpan(0, 8)));
        return bytes;
    }

    /// <summary>What reading ends with; null when it reaches the end.</summary>
    private static async Task<Exception?> ReadAsync(byte[] bytes)
    {
        using var client = TestClient.Over(new StubHandler(() => TestMessages.Answer(new MemoryStream(bytes))));
        using var response = await client.CallAsync(Watch.Reading, new WatchRequest());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await Record.ExceptionAsync(async () => await response.Events.CountAsync(patience.Token));
    }
}
