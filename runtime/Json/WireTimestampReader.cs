using System;
using System.Globalization;

namespace DataZoneGen.Core;

/// <summary>
/// Reads timestamps in the forms in which services write them, whatever form the model names: epoch seconds, ISO 8601, the three forms of HTTP dates.
/// No text can be read in two ways.
/// </summary>
internal static class WireTimestampReader
{
    private const int DateLength = 10;
    private const int MinMonthLength = 28;
    private const int NoNumber = -10_000;

    // The year 2000 in milliseconds. Seconds of that size lie beyond the year 9999; what is between is neither in a useful way.
    private const decimal FirstMilliseconds = 946_684_800_000;

    private static readonly decimal FirstTick = DateTimeOffset.MinValue.Ticks - DateTimeOffset.UnixEpoch.Ticks;
    private static readonly decimal LastTick = DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks;

    /// <summary>Reads any form, with or without blanks around it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value) =>
        TryParseForm(text, out value) || (text.Trim((byte)' ') is var trimmed && trimmed.Length < text.Length && TryParseForm(trimmed, out value));

    private static bool TryParseForm(ReadOnlySpan<byte> text, out DateTimeOffset value) =>
        text.Length >= DateLength && text[4] == '-' && text[7] == '-' ? TryParseIso(text, out value)
            : text.Length > 0 && char.IsAsciiLetter((char)text[0]) ? TryParseHttpDate(text, out value)
            : TryParseEpoch(text, out value);

    /// <summary>
    /// Seconds since 1970, perhaps negative, perhaps with a fraction or an exponent. Some services send milliseconds: numbers too large for seconds.
    /// </summary>
    public static bool TryParseEpoch(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= LastTick)
        {
            var ticks = decimal.Round(number * (number >= FirstMilliseconds ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerSecond));
            if (ticks >= FirstTick && ticks <= LastTick)
            {
                value = DateTimeOffset.UnixEpoch.AddTicks((long)ticks);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary><c>2026-01-02T03:04:05</c>, a fraction, and <c>Z</c>, an offset or nothing, which means UTC; perhaps without seconds or the time of day.</summary>
    private static bool TryParseIso(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryDate(Four(text, 0), Two(text, 5), Two(text, 8), out var date))
        {
            return false;
        }

        if (text.Length == DateLength)
        {
            return TryCreate(date, out value);
        }

        return text[DateLength] is (byte)'T' or (byte)'t' or (byte)' '
            && TryTime(text[(DateLength + 1)..], out var time, out var rest)
            && TryOffset(rest, out var offset)
            && TryCreate(date + time - offset, out value);
    }

    /// <summary>
    /// <c>Fri, 02 Jan 2026 03:04:05 GMT</c>, <c>Friday, 02-Jan-26 03:04:05 GMT</c> or <c>Fri Jan  2 03:04:05 2026</c>. Nothing depends on the day of
    /// the week.
    /// </summary>
    private static bool TryParseHttpDate(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        var end = text.IndexOfAny((byte)',', (byte)' ');
        var rest = end < 0 ? [] : text[end..].TrimStart(", "u8);
        if (rest.IsEmpty)
        {
            return false;
        }

        return char.IsAsciiDigit((char)rest[0]) ? TryParseDayFirst(rest, out value) : TryParseMonthFirst(rest, out value);
    }

    /// <summary><c>02 Jan 2026 03:04:05 GMT</c> or <c>02-Jan-26 03:04:05 GMT</c>, perhaps with a fraction of the second.</summary>
    private static bool TryParseDayFirst(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        var day = TakeNumber(ref text);
        return TrySeparator(ref text)
            && TryMonth(ref text, out var month)
            && TrySeparator(ref text)
            && TryDate(TakeYear(ref text), month, day, out var date)
            && TrySeparator(ref text)
            && TryTime(text, out var time, out var rest)
            && TryZone(rest.TrimStart((byte)' '), out var offset)
            && TryCreate(date + time - offset, out value);
    }

    /// <summary><c>Jan  2 03:04:05 2026</c>.</summary>
    private static bool TryParseMonthFirst(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryMonth(ref text, out var month))
        {
            return false;
        }

        text = text.TrimStart((byte)' ');
        var day = TakeNumber(ref text);
        if (!TrySeparator(ref text) || !TryTime(text, out var time, out var rest))
        {
            return false;
        }

        rest = rest.TrimStart((byte)' ');
        return TryDate(TakeYear(ref rest), month, day, out var date) && rest.IsEmpty && TryCreate(date + time, out value);
    }

    private static bool TryCreate(long ticks, out DateTimeOffset value)
    {
        var fits = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        value = fits ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return fits;
    }

    /// <summary>The day's first tick.</summary>
    private static bool TryDate(int year, int month, int day, out long ticks)
    {
        var isDate = year >= 1 && month is >= 1 and <= 12 && day >= 1 && (day <= MinMonthLength || day <= DateTime.DaysInMonth(year, month));
        ticks = isDate ? new DateTime(year, month, day).Ticks : 0;
        return isDate;
    }

    /// <summary>The ticks of <c>03:04:05</c> with or without a fraction, of which 7 digits are kept, or of <c>03:04</c>.</summary>
    private static bool TryTime(ReadOnlySpan<byte> text, out long ticks, out ReadOnlySpan<byte> rest)
    {
        ticks = 0;
        rest = default;
        if (text.Length < 5 || text[2] != ':')
        {
            return false;
        }

        var hasSeconds = text.Length >= 8 && text[5] == ':';
        var (hour, minute, second) = (Two(text, 0), Two(text, 3), hasSeconds ? Two(text, 6) : 0);
        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
        {
            return false;
        }

        ticks = ((((hour * 60) + minute) * 60) + second) * TimeSpan.TicksPerSecond;
        rest = text[(hasSeconds ? 8 : 5)..];
        return !hasSeconds || rest.IsEmpty || rest[0] != '.' || TryFraction(ref rest, ref ticks);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, ref long ticks)
    {
        var unit = TimeSpan.TicksPerSecond;
        var index = 1;
        for (; index < rest.Length && char.IsAsciiDigit((char)rest[index]); index++)
        {
            unit /= 10;
            ticks += (rest[index] - '0') * unit;
        }

        rest = rest[index..];
        return index > 1;
    }

    /// <summary>Nothing, <c>GMT</c>, <c>UTC</c> or an offset.</summary>
    private static bool TryZone(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        return text.SequenceEqual("GMT"u8) || text.SequenceEqual("UTC"u8) || TryOffset(text, out ticks);
    }

    /// <summary>Nothing, <c>Z</c>, <c>+01</c>, <c>+0100</c> or <c>+01:00</c>.</summary>
    private static bool TryOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || (text.Length == 1 && (text[0] | 0x20) == 'z'))
        {
            return true;
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length < 3)
        {
            return false;
        }

        var rest = text[3..];
        rest = rest.Length == 3 && rest[0] == ':' ? rest[1..] : rest;
        if (rest.Length is not (0 or 2))
        {
            return false;
        }

        var (hours, minutes) = (Two(text, 1), rest.IsEmpty ? 0 : Two(rest, 0));
        ticks = ((hours * 60) + minutes) * (text[0] == '-' ? -TimeSpan.TicksPerMinute : TimeSpan.TicksPerMinute);
        return (uint)hours <= 23 && (uint)minutes <= 59;
    }

    /// <summary>The number that four digits spell; negative when one is none.</summary>
    private static int Four(ReadOnlySpan<byte> text, int at) => Two(text, at) is >= 0 and var high ? (high * 100) + Two(text, at + 2) : -1;

    /// <summary>The number that two digits spell; far below zero when one is none.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return (uint)tens <= 9 && (uint)ones <= 9 ? (tens * 10) + ones : NoNumber;
    }

    /// <summary>The number that the one or two digits at the beginning spell; far below zero when there are none, or more.</summary>
    private static int TakeNumber(ref ReadOnlySpan<byte> text) => TakeDigits(ref text) switch
    {
        { Length: 1 } digit => digit[0] - '0',
        { Length: 2 } digits => Two(digits, 0),
        _ => NoNumber,
    };

    /// <summary>The year that four digits spell, or two, of which 69 is the first in the twentieth century, as POSIX has it.</summary>
    private static int TakeYear(ref ReadOnlySpan<byte> text) => TakeDigits(ref text) switch
    {
        { Length: 4 } digits => Four(digits, 0),
        { Length: 2 } digits => Two(digits, 0) is >= 69 and var year ? 1900 + year : 2000 + Two(digits, 0),
        _ => NoNumber,
    };

    private static ReadOnlySpan<byte> TakeDigits(ref ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var end ? end : text.Length;
        var digits = text[..length];
        text = text[length..];
        return digits;
    }

    private static bool TrySeparator(ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)' ' or (byte)'-'))
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryMonth(ref ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        if (text.Length < 3 || "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(text[..3]) is not (>= 0 and var at) || at % 3 != 0)
        {
            return false;
        }

        month = (at / 3) + 1;
        text = text[3..];
        return true;
    }
}
