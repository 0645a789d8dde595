using System;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>Parses simple values that are written as text: strings of JSON and elements of XML. White space around numbers is ignored.</summary>
internal static class ScalarText
{
    /// <summary>Parses an integer. <c>1500.0</c> and <c>1.5e3</c> are valid integers.</summary>
    public static bool TryParseInteger(ReadOnlySpan<byte> text, out long value) =>
        (Utf8Parser.TryParse(text, out value, out var length) && length == text.Length)
        || long.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Parses a floating-point number, <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    public static bool TryParseNumber<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, INumberBase<T> => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Parses <c>true</c> and <c>false</c> in any case, 1 and 0.</summary>
    public static bool TryParseBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = text.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || text.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(text, "false"u8);
    }
}
