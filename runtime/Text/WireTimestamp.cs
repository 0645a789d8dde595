using System;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Writes timestamps in the formats of services. <see cref="WireTimestampReader"/> reads them.</summary>
internal static class WireTimestamp
{
    private const int MillisecondsPerSecond = 1000;

    /// <summary>Writes a timestamp without quotes and with milliseconds; HTTP dates have seconds only.</summary>
    public static void Write(Utf8Buffer buffer, DateTimeOffset value, TimestampFormat format)
    {
        switch (format)
        {
            case TimestampFormat.EpochSeconds:
                WriteEpoch(buffer, value);
                break;
            case TimestampFormat.HttpDate:
                buffer.AddNumber(value, "R");
                break;
            default:
                WriteIso(buffer, value.UtcDateTime);
                break;
        }
    }

    /// <summary>Converts a timestamp to a text, for paths, queries and headers.</summary>
    public static string ToText(DateTimeOffset value, TimestampFormat format)
    {
        var buffer = new Utf8Buffer();
        Write(buffer, value, format);
        return Encoding.ASCII.GetString(buffer.Written);
    }

    private static void WriteEpoch(Utf8Buffer buffer, DateTimeOffset value)
    {
        var milliseconds = value.ToUnixTimeMilliseconds();
        if (milliseconds < 0)
        {
            buffer.Add((byte)'-');
            milliseconds = -milliseconds;
        }

        var (seconds, fraction) = Math.DivRem(milliseconds, MillisecondsPerSecond);
        buffer.AddNumber(seconds);
        if (fraction != 0)
        {
            buffer.Add((byte)'.');
            buffer.AddNumber(fraction, "D3");
        }
    }

    private static void WriteIso(Utf8Buffer buffer, DateTime utc)
        => buffer.AddNumber(utc, utc.Millisecond == 0 ? "yyyy'-'MM'-'dd'T'HH':'mm':'ss'Z'" : "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");
}
