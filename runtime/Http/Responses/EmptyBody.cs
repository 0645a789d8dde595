using System;

namespace DataZoneGen.Core;

/// <summary>The bodies that are read instead of an empty one: objects without members.</summary>
internal static class EmptyBody
{
    public static ReadOnlySpan<byte> Json => "{}"u8;

    public static ReadOnlySpan<byte> Cbor => [0xA0];

    public static ReadOnlySpan<byte> Xml => "<_/>"u8;
}
