using System;
using System.Globalization;

namespace DataZoneGen.Wire;

/// <summary>Reads instants in the forms in which services write them, all of their digits.</summary>
internal static class WireTimestampReader
{
    private const int IsoTimeAt = 10;
    private const int ShortestMonth = 28;
    private const int NoNumber = -10_000;

    /// <summary>Reads any form; the forms cannot be mistaken for each other.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
        => text.Length > IsoTimeAt && (text[IsoTimeAt] | 0x20) == 't' ? TryParseIso(text, out value)
            : text.Length > 0 && char.IsAsciiLetter((char)text[0]) ? TryParseHttpDate(text, out value)
            : TryParseEpochSeconds(text, out value);

    /// <summary>Reads the form that a header is said to have.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, TimestampFormat format, out DateTimeOffset value) => format switch
    {
        TimestampFormat.Iso8601 => TryParseIso(text, out value),
        TimestampFormat.HttpDate => TryParseHttpDate(text, out value),
        _ => TryParseEpochSeconds(text, out value),
    };

    /// <summary>Seconds since 1970, perhaps negative, perhaps with a fraction or an exponent.</summary>
    public static bool TryParseEpochSeconds(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            value = DateTimeOffset.UnixEpoch.AddTicks((long)decimal.Round(seconds * TimeSpan.TicksPerSecond));
            return true;
        }

        value = default;
        return false;
    }

    /// <summary><c>2026-01-02T03:04:05</c>, a fraction, and <c>Z</c>, an offset or nothing, which means UTC.</summary>
    private static bool TryParseIso(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || (text[IsoTimeAt] | 0x20) != 't'
            || !TryDate(Four(text, 0), Two(text, 5), Two(text, 8), out var date)
            || !TryTime(text[11..], out var time, out var rest)
            || !TryOffset(rest, out var offset))
        {
            return false;
        }

        return TryMake(date + time - offset, out value);
    }

    /// <summary><c>Fri, 02 Jan 2026 03:04:05 GMT</c>, perhaps with a fraction of the second.</summary>
    private static bool TryParseHttpDate(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 29 || text[3] != ',' || text[4] != ' ' || text[7] != ' ' || text[11] != ' ' || text[16] != ' '
            || !TryDate(Four(text, 12), Month(text.Slice(8, 3)), Two(text, 5), out var date)
            || !TryTime(text[17..], out var time, out var rest)
            || !(rest.SequenceEqual(" GMT"u8) || rest.SequenceEqual(" UTC"u8)))
        {
            return false;
        }

        return TryMake(date + time, out value);
    }

    private static bool TryMake(long ticks, out DateTimeOffset value)
    {
        var fits = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        value = fits ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return fits;
    }

    /// <summary>The day's first tick.</summary>
    private static bool TryDate(int year, int month, int day, out long ticks)
    {
        var isDate = year >= 1 && month is >= 1 and <= 12 && day >= 1 && (day <= ShortestMonth || day <= DateTime.DaysInMonth(year, month));
        ticks = isDate ? new DateTime(year, month, day).Ticks : 0;
        return isDate;
    }

    /// <summary>The ticks of <c>03:04:05</c> with or without a fraction, of which 7 digits are kept.</summary>
    private static bool TryTime(ReadOnlySpan<byte> text, out long ticks, out ReadOnlySpan<byte> rest)
    {
        ticks = 0;
        rest = default;
        if (text.Length < 8 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        var (hour, minute, second) = (Two(text, 0), Two(text, 3), Two(text, 6));
        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
        {
            return false;
        }

        ticks = ((((hour * 60) + minute) * 60) + second) * TimeSpan.TicksPerSecond;
        rest = text[8..];
        return rest.IsEmpty || rest[0] != '.' || TryFraction(ref rest, ref ticks);
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

    private static int Month(ReadOnlySpan<byte> name)
        => "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(name) is >= 0 and var at && at % 3 == 0 ? (at / 3) + 1 : 0;
}
