using System;
using System.Globalization;

namespace DataZoneGen.Wire;

/// <summary>Reads instants in the forms in which services write them, all of their digits.</summary>
internal static class WireTimestampReader
{
    private const int TickDigits = 7;
    private const int IsoTimeAt = 10;

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
            || !TryDate(Digits(text[..4]), Digits(text.Slice(5, 2)), Digits(text.Slice(8, 2)), out var date)
            || !TryTime(text[11..], out var time, out var rest)
            || !TryOffset(rest, out var offset))
        {
            return false;
        }

        return TryMake(date.Ticks + time.Ticks - offset.Ticks, out value);
    }

    /// <summary><c>Fri, 02 Jan 2026 03:04:05 GMT</c>, perhaps with a fraction of the second.</summary>
    private static bool TryParseHttpDate(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 29 || text[3] != ',' || text[4] != ' ' || text[7] != ' ' || text[11] != ' ' || text[16] != ' '
            || !TryDate(Digits(text.Slice(12, 4)), Month(text.Slice(8, 3)), Digits(text.Slice(5, 2)), out var date)
            || !TryTime(text[17..], out var time, out var rest)
            || !(rest.SequenceEqual(" GMT"u8) || rest.SequenceEqual(" UTC"u8)))
        {
            return false;
        }

        return TryMake(date.Ticks + time.Ticks, out value);
    }

    private static bool TryMake(long ticks, out DateTimeOffset value)
    {
        var fits = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        value = fits ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return fits;
    }

    private static bool TryDate(int year, int month, int day, out DateTime date)
    {
        var isDate = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDate ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) : default;
        return isDate;
    }

    /// <summary><c>03:04:05</c> with or without a fraction, of which 7 digits are kept.</summary>
    private static bool TryTime(ReadOnlySpan<byte> text, out TimeSpan time, out ReadOnlySpan<byte> rest)
    {
        time = default;
        rest = default;
        if (text.Length < 8 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        var (hour, minute, second) = (Digits(text[..2]), Digits(text.Slice(3, 2)), Digits(text.Slice(6, 2)));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        time = new TimeSpan(hour, minute, second);
        rest = text[8..];
        return rest.IsEmpty || rest[0] != '.' || TryFraction(ref rest, ref time);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, ref TimeSpan time)
    {
        rest = rest[1..];
        var length = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        length = length < 0 ? rest.Length : length;
        var ticks = 0;
        for (var index = 0; index < TickDigits; index++)
        {
            ticks = (ticks * 10) + (index < length ? rest[index] - '0' : 0);
        }

        time += TimeSpan.FromTicks(ticks);
        rest = rest[length..];
        return length > 0;
    }

    /// <summary>Nothing, <c>Z</c>, <c>+01</c>, <c>+0100</c> or <c>+01:00</c>.</summary>
    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
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
        var (hours, minutes) = (Digits(text.Slice(1, 2)), rest.IsEmpty ? 0 : Digits(rest));
        if (hours is < 0 or > 23 || minutes is < 0 or > 59 || rest.Length is not (0 or 2))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    /// <summary>The number that a few digits spell; -1 when one is none.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            value = (value * 10) + digit - '0';
        }

        return value;
    }

    private static int Month(ReadOnlySpan<byte> name)
        => "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(name) is >= 0 and var at && at % 3 == 0 ? (at / 3) + 1 : 0;
}
