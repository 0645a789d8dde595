using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>
/// A message of <c>application/vnd.amazon.eventstream</c>: two lengths with a checksum, headers, payload, and a checksum of the whole message.
/// </summary>
/// <remarks>
/// Tests compare this code with the types of AWSSDK.Core. The runtime does not use those types: they allocate a dictionary, an object for each header
/// and an array (2.2 kB for a message of 150 bytes), check the lengths only when the whole message has been received, throw exceptions of many types
/// for malformed headers, and would add a dependency on the SDK.
/// </remarks>
internal readonly ref struct EventMessage
{
    public const int PreludeLength = 12;

    private const int ChecksumLength = sizeof(uint);
    private const int MinLength = PreludeLength + ChecksumLength;
    private const int MaxHeaderBytes = 128 * 1024;
    private const int MaxPayloadBytes = 24 * 1024 * 1024;
    private const int MaxLinearSearchHeaders = 16;

    private EventMessage(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> payload)
    {
        Headers = headers;
        Payload = payload;
    }

    public ReadOnlySpan<byte> Headers { get; }

    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Reads the length of a message from its prelude.</summary>
    /// <exception cref="WireFormatException">The prelude is malformed, or the message is longer than the protocol allows.</exception>
    public static int GetLength(ReadOnlySpan<byte> prelude)
    {
        if (Crc32.Compute(prelude[..(PreludeLength - ChecksumLength)]) != BinaryPrimitives.ReadUInt32BigEndian(prelude[(PreludeLength - ChecksumLength)..]))
        {
            throw new WireFormatException("The checksum of the event message's prelude does not match.");
        }

        var total = BinaryPrimitives.ReadUInt32BigEndian(prelude);
        var headers = HeadersLength(prelude);
        if (headers > MaxHeaderBytes || total < MinLength + headers || total - MinLength - headers > MaxPayloadBytes)
        {
            throw new WireFormatException("The event message declares an invalid length.");
        }

        return (int)total;
    }

    /// <summary>Decodes a message.</summary>
    /// <exception cref="WireFormatException">The message is malformed.</exception>
    public static EventMessage Decode(ReadOnlySpan<byte> message)
    {
        if (message.Length < MinLength || GetLength(message[..PreludeLength]) != message.Length)
        {
            throw new WireFormatException("The event message does not have the length that it declares.");
        }

        var checksum = message[^ChecksumLength..];
        if (Crc32.Compute(message[..^ChecksumLength]) != BinaryPrimitives.ReadUInt32BigEndian(checksum))
        {
            throw new WireFormatException("The checksum of the event message does not match.");
        }

        var payloadStart = PreludeLength + (int)HeadersLength(message);
        var decoded = new EventMessage(message[PreludeLength..payloadStart], message[payloadStart..^ChecksumLength]);
        decoded.ValidateHeaders();
        return decoded;
    }

    /// <summary>Encodes a message into a buffer.</summary>
    /// <exception cref="ArgumentException">The message is longer than the protocol allows.</exception>
    public static void Encode(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> payload, Utf8Buffer target)
    {
        if (headers.Length > MaxHeaderBytes || payload.Length > MaxPayloadBytes)
        {
            throw new ArgumentException($"The event is too long. Its headers may have at most {MaxHeaderBytes} bytes, its payload {MaxPayloadBytes}.");
        }

        var start = target.Length;
        AddUInt32(target, (uint)(MinLength + headers.Length + payload.Length));
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

    /// <summary>Gets a header with a text.</summary>
    /// <exception cref="WireFormatException">There is no such header, or it is not a text.</exception>
    public ReadOnlySpan<byte> GetText(ReadOnlySpan<byte> name) =>
        TryFind(name, out var header) && header.Type == EventHeaderType.Text
            ? header.Value
            : throw new WireFormatException($"The event message has no header '{Encoding.UTF8.GetString(name)}', or the header is not a string.");

    private static uint HeadersLength(ReadOnlySpan<byte> prelude) => BinaryPrimitives.ReadUInt32BigEndian(prelude[sizeof(uint)..]);

    private static void AddUInt32(Utf8Buffer target, uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(target.GetSpan(sizeof(uint)), value);
        target.Advance(sizeof(uint));
    }

    /// <summary>Validates all headers, so that later reads cannot fail, and checks that their names are unique.</summary>
    private void ValidateHeaders()
    {
        HashSet<string>? names = null;
        var count = 0;
        for (var cursor = new EventHeaderCursor(Headers); cursor.Next(out var header); count++)
        {
            // A linear search is fastest for few headers; a set limits the time for many.
            if (count >= MaxLinearSearchHeaders)
            {
                names ??= GetFirstNames();
            }

            if (names is null ? IsInFirst(count, header.Name) : count >= MaxLinearSearchHeaders && !names.Add(Encoding.UTF8.GetString(header.Name)))
            {
                throw new WireFormatException("The event message has two headers with the same name.");
            }
        }
    }

    private bool IsInFirst(int count, ReadOnlySpan<byte> name)
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

    /// <summary>Returns the names of the first headers.</summary>
    private HashSet<string> GetFirstNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var cursor = new EventHeaderCursor(Headers);
        while (names.Count < MaxLinearSearchHeaders && cursor.Next(out var header))
        {
            names.Add(Encoding.UTF8.GetString(header.Name));
        }

        return names;
    }
}
