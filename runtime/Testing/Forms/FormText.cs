using System;
using System.Text;

namespace DataZoneGen.Testing.Core;

/// <summary>The text of names and values in a form.</summary>
internal static class FormText
{
    /// <summary>Decodes a text into a buffer that is at least as long.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Decode(ReadOnlySpan<byte> encoded, Span<byte> target)
    {
        var length = 0;
        for (var index = 0; index < encoded.Length; index++)
        {
            var value = encoded[index];
            if (value == '+')
            {
                value = (byte)' ';
            }
            else if (value == '%' && index + 2 < encoded.Length && HexValue(encoded[index + 1]) is >= 0 and var high && HexValue(encoded[index + 2]) is >= 0 and var low)
            {
                value = (byte)((high << 4) | low);
                index += 2;
            }

            target[length++] = value;
        }

        return length;
    }

    /// <summary>Decodes a text to a string. Bytes that are not UTF-8 become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> encoded)
    {
        if (!encoded.ContainsAny((byte)'%', (byte)'+'))
        {
            return Encoding.UTF8.GetString(encoded);
        }

        var decoded = new byte[encoded.Length];
        return Encoding.UTF8.GetString(decoded, 0, Decode(encoded, decoded));
    }

    /// <summary>Takes the segment before the next dot, and the dot.</summary>
    public static ReadOnlySpan<byte> TakeSegment(scoped ref ReadOnlySpan<byte> name)
    {
        var end = name.IndexOf((byte)'.');
        var segment = end < 0 ? name : name[..end];
        name = end < 0 ? default : name[(end + 1)..];
        return segment;
    }

    /// <summary>Whether a segment is the number of an item: digits without a leading zero.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> segment) =>
        !segment.IsEmpty && segment[0] != '0' && !segment.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static int HexValue(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };
}
