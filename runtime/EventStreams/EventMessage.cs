using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>
/// A message of <c>application/vnd.amazon.eventstream</c>: two lengths with a checksum, headers, payload, and a checksum of it all.
/// </summary>
/// <remarks>
/// AWSSDK.Core has types for this, which tests compare this code with. They are not used: they copy a message into a dictionary, an object
/// for each header and another array (2.2 kB for 150 bytes), cannot check the lengths before the whole message is there, tell of malformed
/// headers by exceptions of many kinds, and would bring in the assembly that a client otherwise loads for its credentials only, if at all.
/// </remarks>
internal readonly ref struct EventMessage
{
    public const int PreludeLength = 12;

    private const int ChecksumLength = sizeof(uint);
    private const int SmallestLength = PreludeLength + ChecksumLength;
    private const int MaxHeaderBytes = 128 * 1024;
    private const int MaxPayloadBytes = 24 * 1024 * 1024;
    private const int FewHeaders = 16;

    private EventMessage(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> payload)
    {
        Headers = headers;
        Payload = payload;
    }

    public ReadOnlySpan<byte> Headers { get; }

    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>The length of the message that begins with these bytes.</summary>
    /// <exception cref="WireFormatException">No message begins so, or one longer than the protocol allows.</exception>
    public static int LengthOf(ReadOnlySpan<byte> prelude)
    {
        if (Crc32.Compute(prelude[..(PreludeLength - ChecksumLength)]) != BinaryPrimitives.ReadUInt32BigEndian(prelude[(PreludeLength - ChecksumLength)..]))
        {
            throw new WireFormatException("The checksum at the beginning of an event does not match.");
        }

        var total = BinaryPrimitives.ReadUInt32BigEndian(prelude);
        var headers = HeadersLength(prelude);
        if (headers > MaxHeaderBytes || total < SmallestLength + headers || total - SmallestLength - headers > MaxPayloadBytes)
        {
            throw new WireFormatException("An event gives lengths of itself that cannot be.");
        }

        return (int)total;
    }

    /// <summary>Takes a whole message apart.</summary>
    /// <exception cref="WireFormatException">It is malformed.</exception>
    public static EventMessage Decode(ReadOnlySpan<byte> message)
    {
        if (message.Length < SmallestLength || LengthOf(message[..PreludeLength]) != message.Length)
        {
            throw new WireFormatException("An event is not as long as it says.");
        }

        var checksum = message[^ChecksumLength..];
        if (Crc32.Compute(message[..^ChecksumLength]) != BinaryPrimitives.ReadUInt32BigEndian(checksum))
        {
            throw new WireFormatException("The checksum of an event does not match.");
        }

        var payloadStart = PreludeLength + (int)HeadersLength(message);
        var decoded = new EventMessage(message[PreludeLength..payloadStart], message[payloadStart..^ChecksumLength]);
        decoded.CheckHeaders();
        return decoded;
    }

    /// <summary>Adds a message to a buffer.</summary>
    /// <exception cref="ArgumentException">It would be longer than the protocol allows.</exception>
    public static void Encode(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> payload, Utf8Buffer target)
    {
        if (headers.Length > MaxHeaderBytes || payload.Length > MaxPayloadBytes)
        {
            throw new ArgumentException($"An event is too long: its headers may have {MaxHeaderBytes} bytes, its payload {MaxPayloadBytes}.");
        }

        var start = target.Length;
        AddUInt32(target, (uint)(SmallestLength + headers.Length + payload.Length));
        AddUInt32(target, (uint)headers.Length);
        AddUInt32(target, Crc32.Compute(target.Written[start..]));
        target.Add(headers);
        target.Add(payload);
        AddUInt32(target, Crc32.Compute(target.Written[start..]));
    }

    public bool TryFind(ReadOnlySpan<byte> name, out EventHeader header)
    {
        var cursor = new EventHeaderCursor(Headers);
        while (cursor.Next(out header))
        {
            if (header.Name.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static uint HeadersLength(ReadOnlySpan<byte> prelude) => BinaryPrimitives.ReadUInt32BigEndian(prelude[sizeof(uint)..]);

    private static void AddUInt32(Utf8Buffer target, uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(target.GetSpan(sizeof(uint)), value);
        target.Advance(sizeof(uint));
    }

    /// <summary>Reads all headers once, so that nobody meets a malformed one later on, and sees that each has a name of its own.</summary>
    private void CheckHeaders()
    {
        HashSet<string>? names = null;
        var count = 0;
        for (var cursor = new EventHeaderCursor(Headers); cursor.Next(out var header); count++)
        {
            // To compare each with each is quickest for the few that there are; a message of many must not take forever.
            if (count >= FewHeaders)
            {
                names ??= Names();
            }

            if (names is null ? IsAmongFirst(count, header.Name) : count >= FewHeaders && !names.Add(Encoding.UTF8.GetString(header.Name)))
            {
                throw new WireFormatException("An event has two headers of one name.");
            }
        }
    }

    private bool IsAmongFirst(int count, ReadOnlySpan<byte> name)
    {
        var cursor = new EventHeaderCursor(Headers);
        for (; count > 0 && cursor.Next(out var header); count--)
        {
            if (header.Name.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names of the first few headers.</summary>
    private HashSet<string> Names()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var cursor = new EventHeaderCursor(Headers);
        while (names.Count < FewHeaders && cursor.Next(out var header))
        {
            names.Add(Encoding.UTF8.GetString(header.Name));
        }

        return names;
    }
}
