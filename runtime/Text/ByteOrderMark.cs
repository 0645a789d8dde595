using System;

namespace DataZoneGen.Core;

/// <summary>The byte order mark of UTF-8, which some servers send before a body.</summary>
internal static class ByteOrderMark
{
    /// <summary>Returns the text without its byte order mark, if it has one.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
