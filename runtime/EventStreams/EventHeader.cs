using System;

namespace DataZoneGen.Core;

/// <summary>The types of event headers, with their values on the wire.</summary>
internal enum EventHeaderType : byte
{
    True = 0,
    False = 1,
    Byte = 2,
    Int16 = 3,
    Int32 = 4,
    Int64 = 5,
    Blob = 6,
    Text = 7,
    Timestamp = 8,
    Uuid = 9,
}

/// <summary>A header of an event message. The value is in wire format, without its length.</summary>
internal readonly ref struct EventHeader(ReadOnlySpan<byte> name, EventHeaderType type, ReadOnlySpan<byte> value)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public EventHeaderType Type { get; } = type;

    public ReadOnlySpan<byte> Value { get; } = value;
}
