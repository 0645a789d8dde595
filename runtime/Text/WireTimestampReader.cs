using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace DataZoneGen.Core;

/// <summary>
/// Parses timestamps in all formats that services send, whatever format the model specifies: epoch seconds, ISO 8601, and the three formats of HTTP
/// dates. The formats are unambiguous.
/// </summary>
internal static class WireTimestampReader
{
    private const int DateLength = 10;
    private const int MinMonthLength = 28;
    private const int NotANumber = -10_000;

    // The year 2000 in milliseconds. As seconds, such numbers are after the year 9999.
    private const decimal MinMilliseconds = 946_684_800_000;

    private static readonly decimal MinTick = DateTimeOffset.MinValue.Ticks - DateTimeOffset.UnixEpoch.Ticks;
    private static readonly decimal MaxTick = DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks;

    /// <summary>Parses a timestamp in any format, with or without spaces around it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value) =>
        TryParseTrimmed(text, out value) || (text.Trim((byte)' ') is var trimmed && trimmed.Length < text.Length && TryParseTrimmed(trimmed, out value));

    private static bool TryParseTrimmed(ReadOnlySpan<byte> text, out DateTimeOffset value) =>
        text.Length >= DateLength && text[4] == '-' && text[7] == '-' ? TryParseIso(text, out value)
            : text.Length > 0 && char.IsAsciiLetter((char)text[0]) ? TryParseHttpDate(text, out value)
            : TryParseEpoch(text, out value);

    /// <summary>
    /// Parses epoch seconds, which may be negative, and may have a fraction or an exponent. Numbers that are too large for seconds are milliseconds, which
    /// some services send.
    /// </summary>
    public static bool TryParseEpoch(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return TryConvertEpoch(number, out value);
        }

        value = default;
        return false;
    }

    /// <summary>Converts epoch seconds, or milliseconds if the number is too large for seconds.</summary>
    public static bool TryConvertEpoch(decimal number, out DateTimeOffset value)
    {
        if (Math.Abs(number) <= MaxTick)
        {
            var ticks = decimal.Round(number * (number >= MinMilliseconds ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerSecond));
            if (ticks >= MinTick && ticks <= MaxTick)
            {
                value = DateTimeOffset.UnixEpoch.AddTicks((long)ticks);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>
    /// Parses <c>2026-01-02T03:04:05</c> with an optional fraction, and <c>Z</c>, an offset or nothing, which means UTC. Seconds and time are optional.
    /// </summary>
    private static bool TryParseIso(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryCreateDate(ParseFourDigits(text, 0), ParseTwoDigits(text, 5), ParseTwoDigits(text, 8), out var date))
        {
            return false;
        }

        if (text.Length == DateLength)
        {
            return TryCreate(date, out value);
        }

        return text[DateLength] is (byte)'T' or (byte)'t' or (byte)' '
            && TryParseTime(text[(DateLength + 1)..], out var time, out var rest)
            && TryParseOffset(rest, out var offset)
            && TryCreate(date + time - offset, out value);
    }

    /// <summary>
    /// Parses <c>Fri, 02 Jan 2026 03:04:05 GMT</c>, <c>Friday, 02-Jan-26 03:04:05 GMT</c> or <c>Fri Jan  2 03:04:05 2026</c>. The day of the week is
    /// ignored.
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

    /// <summary>Parses <c>02 Jan 2026 03:04:05 GMT</c> or <c>02-Jan-26 03:04:05 GMT</c>, with an optional fraction of the second.</summary>
    private static bool TryParseDayFirst(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        var day = TakeNumber(ref text);
        return TryTakeSeparator(ref text)
            && TryTakeMonth(ref text, out var month)
            && TryTakeSeparator(ref text)
            && TryCreateDate(TakeYear(ref text), month, day, out var date)
            && TryTakeSeparator(ref text)
            && TryParseTime(text, out var time, out var rest)
            && TryParseZone(rest.TrimStart((byte)' '), out var offset)
            && TryCreate(date + time - offset, out value);
    }

    /// <summary>Parses <c>Jan  2 03:04:05 2026</c>.</summary>
    private static bool TryParseMonthFirst(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryTakeMonth(ref text, out var month))
        {
            return false;
        }

        text = text.TrimStart((byte)' ');
        var day = TakeNumber(ref text);
        if (!TryTakeSeparator(ref text) || !TryParseTime(text, out var time, out var rest))
        {
            return false;
        }

        rest = rest.TrimStart((byte)' ');
        return TryCreateDate(TakeYear(ref rest), month, day, out var date) && rest.IsEmpty && TryCreate(date + time, out value);
    }

    private static bool TryCreate(long ticks, out DateTimeOffset value)
    {
        var fits = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        value = fits ? new DateTimeOffset(new DateTime(ticks, DateTimeKind.Utc)) : default;
        return fits;
    }

    /// <summary>Returns the first tick of a day.</summary>
    private static bool TryCreateDate(int year, int month, int day, out long ticks)
    {
        var isValid = year >= 1 && month is >= 1 and <= 12 && day >= 1 && (day <= MinMonthLength || day <= DateTime.DaysInMonth(year, month));
        ticks = isValid ? new DateTime(year, month, day).Ticks : 0;
        return isValid;
    }

    /// <summary>Parses <c>03:04:05</c> with an optional fraction, of which 7 digits are used, or <c>03:04</c>.</summary>
    private static bool TryParseTime(ReadOnlySpan<byte> text, out long ticks, out ReadOnlySpan<byte> rest)
    {
        ticks = 0;
        rest = default;
        if (text.Length < 5 || text[2] != ':')
        {
            return false;
        }

        var hasSeconds = text.Length >= 8 && text[5] == ':';
        var (hour, minute, second) = (ParseTwoDigits(text, 0), ParseTwoDigits(text, 3), hasSeconds ? ParseTwoDigits(text, 6) : 0);
        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
        {
            return false;
        }

        ticks = ((((hour * 60) + minute) * 60) + second) * TimeSpan.TicksPerSecond;
        rest = text[(hasSeconds ? 8 : 5)..];
        return !hasSeconds || rest.IsEmpty || rest[0] != '.' || TryParseFraction(ref rest, ref ticks);
    }

    private static bool TryParseFraction(ref ReadOnlySpan<byte> rest, ref long ticks)
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

    /// <summary>Parses nothing, <c>GMT</c>, <c>UTC</c> or an offset.</summary>
    private static bool TryParseZone(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        return text.SequenceEqual("GMT"u8) || text.SequenceEqual("UTC"u8) || TryParseOffset(text, out ticks);
    }

    /// <summary>Parses nothing, <c>Z</c>, <c>+01</c>, <c>+0100</c> or <c>+01:00</c>.</summary>
    private static bool TryParseOffset(ReadOnlySpan<byte> text, out long ticks)
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

        var (hours, minutes) = (ParseTwoDigits(text, 1), rest.IsEmpty ? 0 : ParseTwoDigits(rest, 0));
        ticks = ((hours * 60) + minutes) * (text[0] == '-' ? -TimeSpan.TicksPerMinute : TimeSpan.TicksPerMinute);
        return (uint)hours <= 23 && (uint)minutes <= 59;
    }

    /// <summary>Parses four digits; negative if one is not a digit.</summary>
    private static int ParseFourDigits(ReadOnlySpan<byte> text, int at) => ParseTwoDigits(text, at) is >= 0 and var high ? (high * 100) + ParseTwoDigits(text, at + 2) : -1;

    /// <summary>Parses two digits; far below zero if one is not a digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ParseTwoDigits(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return (uint)tens <= 9 && (uint)ones <= 9 ? (tens * 10) + ones : NotANumber;
    }

    /// <summary>Parses one or two digits at the start; far below zero if there are none or more.</summary>
    private static int TakeNumber(ref ReadOnlySpan<byte> text) => TakeDigits(ref text) switch
    {
        { Length: 1 } digit => digit[0] - '0',
        { Length: 2 } digits => ParseTwoDigits(digits, 0),
        _ => NotANumber,
    };

    /// <summary>Parses a year with four digits, or with two digits, where 69 is the first year of the 20th century, as in POSIX.</summary>
    private static int TakeYear(ref ReadOnlySpan<byte> text) => TakeDigits(ref text) switch
    {
        { Length: 4 } digits => ParseFourDigits(digits, 0),
        { Length: 2 } digits => ParseTwoDigits(digits, 0) is >= 69 and var year ? 1900 + year : 2000 + ParseTwoDigits(digits, 0),
        _ => NotANumber,
    };

    private static ReadOnlySpan<byte> TakeDigits(ref ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var end ? end : text.Length;
        var digits = text[..length];
        text = text[length..];
        return digits;
    }

    private static bool TryTakeSeparator(ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)' ' or (byte)'-'))
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryTakeMonth(ref ReadOnlySpan<byte> text, out int month)
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
