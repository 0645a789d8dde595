using System;
using System.Buffers;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>Percent-encoding by the rules of AWS: all characters except <c>A-Z a-z 0-9 - . _ ~</c> are encoded as <c>%XX</c> in uppercase.</summary>
internal static class PercentEncoding
{
    private const string UnreservedCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> Unreserved = SearchValues.Create(UnreservedCharacters);
    private static readonly SearchValues<byte> UnreservedBytes = SearchValues.Create(Encoding.ASCII.GetBytes(UnreservedCharacters));
    private static readonly SearchValues<byte> UnreservedBytesAndSlash = SearchValues.Create(Encoding.ASCII.GetBytes(UnreservedCharacters + "/"));

    /// <summary>Encodes a text. A lone surrogate is encoded as U+FFFD.</summary>
    public static void Write(Utf8Buffer buffer, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (text.IndexOfAnyExcept(Unreserved) is >= 0 and var at)
        {
            buffer.AddAscii(text[..at]);
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                WriteEscape(buffer, value);
            }

            text = text[(at + length)..];
        }

        buffer.AddAscii(text);
    }

    /// <summary>Encodes bytes.</summary>
    public static void Write(Utf8Buffer buffer, ReadOnlySpan<byte> bytes) => Write(buffer, bytes, UnreservedBytes);

    /// <summary>Encodes the bytes of a path, except its slashes.</summary>
    public static void WritePath(Utf8Buffer buffer, ReadOnlySpan<byte> bytes) => Write(buffer, bytes, UnreservedBytesAndSlash);

    private static void Write(Utf8Buffer buffer, ReadOnlySpan<byte> bytes, SearchValues<byte> unreserved)
    {
        while (bytes.IndexOfAnyExcept(unreserved) is >= 0 and var at)
        {
            buffer.Add(bytes[..at]);
            WriteEscape(buffer, bytes[at]);
            bytes = bytes[(at + 1)..];
        }

        buffer.Add(bytes);
    }

    private static void WriteEscape(Utf8Buffer buffer, byte value)
    {
        buffer.Add((byte)'%');
        buffer.Add(HexDigit(value >> 4));
        buffer.Add(HexDigit(value & 15));
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
