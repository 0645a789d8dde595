using System;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>Percent-encoding by the rules of AWS: all characters except <c>A-Z a-z 0-9 - . _ ~</c> are encoded as <c>%XX</c> in uppercase.</summary>
internal static class PercentEncoding
{
    // A bit for each ASCII character. The vector methods of the framework for sets of bytes would be compiled for the first call, and the texts are short.
    private const ulong Digits = 0x3FFUL << '0';
    private const ulong UnreservedBelow64 = Digits | 1UL << '-' | 1UL << '.';
    private const ulong UnreservedBelow64AndSlash = UnreservedBelow64 | 1UL << '/';
    private const ulong Letters = 0x3FFFFFF;
    private const ulong UnreservedFrom64 = Letters << ('A' - 64) | Letters << ('a' - 64) | 1UL << ('_' - 64) | 1UL << ('~' - 64);

    /// <summary>Encodes a text. A lone surrogate is encoded as U+FFFD.</summary>
    public static void Write(Utf8Buffer buffer, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            if (IsUnreserved(text[at], UnreservedBelow64))
            {
                at++;
                continue;
            }

            buffer.AddAscii(text[..at]);
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                WriteEscape(buffer, value);
            }

            text = text[(at + length)..];
            at = 0;
        }

        buffer.AddAscii(text);
    }

    /// <summary>Encodes bytes.</summary>
    public static void Write(Utf8Buffer buffer, ReadOnlySpan<byte> bytes) => Write(buffer, bytes, UnreservedBelow64);

    /// <summary>Encodes the bytes of a path, except its slashes.</summary>
    public static void WritePath(Utf8Buffer buffer, ReadOnlySpan<byte> bytes) => Write(buffer, bytes, UnreservedBelow64AndSlash);

    private static void Write(Utf8Buffer buffer, ReadOnlySpan<byte> bytes, ulong below64)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (IsUnreserved(bytes[at], below64))
            {
                at++;
                continue;
            }

            buffer.Add(bytes[..at]);
            WriteEscape(buffer, bytes[at]);
            bytes = bytes[(at + 1)..];
            at = 0;
        }

        buffer.Add(bytes);
    }

    private static bool IsUnreserved(int character, ulong below64) =>
        character < 128 && ((character < 64 ? below64 : UnreservedFrom64) >> (character & 63) & 1) != 0;

    private static void WriteEscape(Utf8Buffer buffer, byte value)
    {
        buffer.Add((byte)'%');
        buffer.Add(HexDigit(value >> 4));
        buffer.Add(HexDigit(value & 15));
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
