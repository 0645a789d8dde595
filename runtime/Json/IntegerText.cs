using System;

namespace DataZoneGen.Core;

/// <summary>Parses integers that are written with a fraction or an exponent in JSON: <c>1500.0</c>, <c>1.5e3</c>.</summary>
internal static class IntegerText
{
    // Exponents are limited to this value, which exceeds the number of digits of any body.
    private const long MaxExponent = 1L << 40;

    /// <summary>Converts a JSON number to an integer, without rounding.</summary>
    /// <returns><see langword="true"/> if the number is an integer in range; otherwise, <see langword="false"/>.</returns>
    public static bool TryParse(ReadOnlySpan<byte> number, out long value)
    {
        var negative = number[0] == '-';
        var whole = negative ? number[1..] : number;
        var exponent = 0L;
        if (whole.IndexOfAny((byte)'e', (byte)'E') is >= 0 and var e)
        {
            exponent = ParseExponent(whole[(e + 1)..]);
            whole = whole[..e];
        }

        ReadOnlySpan<byte> fraction = default;
        if (whole.IndexOf((byte)'.') is >= 0 and var point)
        {
            fraction = whole[(point + 1)..].TrimEnd((byte)'0');
            whole = whole[..point];
        }

        if (fraction.IsEmpty)
        {
            var significant = whole.TrimEnd((byte)'0');
            exponent += whole.Length - significant.Length;
            whole = significant;
        }

        return TryScale(whole.TrimStart((byte)'0'), fraction, exponent - fraction.Length, negative, out value);
    }

    private static long ParseExponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        var exponent = 0L;
        foreach (var digit in text.TrimStart("+-"u8))
        {
            exponent = Math.Min((exponent * 10) + digit - '0', MaxExponent);
        }

        return negative ? -exponent : exponent;
    }

    /// <summary>Multiplies digits, which do not end with a zero, by a power of ten.</summary>
    private static bool TryScale(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long exponent, bool negative, out long value)
    {
        value = 0;
        if (whole.IsEmpty && fraction.IsEmpty)
        {
            return true;
        }

        var limit = negative ? (UInt128)long.MaxValue + 1 : (UInt128)long.MaxValue;
        var magnitude = UInt128.Zero;
        if (exponent < 0 || !TryAdd(ref magnitude, whole, limit) || !TryAdd(ref magnitude, fraction, limit))
        {
            return false;
        }

        for (; exponent > 0 && magnitude <= limit; exponent--)
        {
            magnitude *= 10;
        }

        value = unchecked((long)(ulong)magnitude);
        value = negative ? unchecked(-value) : value;
        return magnitude <= limit;
    }

    private static bool TryAdd(ref UInt128 magnitude, ReadOnlySpan<byte> digits, UInt128 limit)
    {
        foreach (var digit in digits)
        {
            magnitude = (magnitude * 10) + (uint)(digit - '0');
            if (magnitude > limit)
            {
                return false;
            }
        }

        return true;
    }
}
