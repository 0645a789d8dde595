using System;
using System.Buffers.Binary;
using System.Text.Unicode;

namespace DataZoneGen.Core;

/// <summary>Enumerates the headers of an event message.</summary>
internal ref struct EventHeaderCursor(ReadOnlySpan<byte> headers)
{
    private ReadOnlySpan<byte> _rest = headers;

    /// <summary>Reads the next header.</summary>
    /// <exception cref="WireFormatException">The next header is malformed.</exception>
    public bool Next(out EventHeader header)
    {
        if (_rest.IsEmpty)
        {
            header = default;
            return false;
        }

        var name = Take(Take(1)[0]);
        if (name.IsEmpty || !Utf8.IsValid(name))
        {
            throw new WireFormatException("The event message has a header whose name is not valid.");
        }

        var type = (EventHeaderType)Take(1)[0];
        var length = type switch
        {
            EventHeaderType.True or EventHeaderType.False => 0,
            EventHeaderType.Byte => sizeof(sbyte),
            EventHeaderType.Int16 => sizeof(short),
            EventHeaderType.Int32 => sizeof(int),
            EventHeaderType.Int64 or EventHeaderType.Timestamp => sizeof(long),
            EventHeaderType.Blob or EventHeaderType.Text => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort))),
            EventHeaderType.Uuid => 16,
            _ => throw new WireFormatException("The event message has a header of an unknown type."),
        };
        header = new EventHeader(name, type, Take(length));
        return true;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new WireFormatException("The headers of the event message are truncated.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
