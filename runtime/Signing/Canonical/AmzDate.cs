using System;
using System.Globalization;

namespace DataZoneGen.Core;

/// <summary>The time of a signature in seconds, in the two formats that a signature needs.</summary>
internal sealed class AmzDate
{
    private static volatile AmzDate? _latest;

    private readonly long _second;

    private AmzDate(long second)
    {
        _second = second;
        Text = new DateTime(second * TimeSpan.TicksPerSecond, DateTimeKind.Utc).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Day = Text[..8];
    }

    /// <summary>The value of <c>x-amz-date</c>: <c>20150830T123600Z</c>.</summary>
    public string Text { get; }

    /// <summary>The first part of the credential scope: <c>20150830</c>.</summary>
    public string Day { get; }

    /// <summary>The start of the second.</summary>
    public DateTimeOffset Timestamp => new(_second * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    /// <summary>Returns the second of a timestamp. The latest one is cached, because many requests are signed within a second.</summary>
    public static AmzDate From(DateTimeOffset timestamp)
    {
        var second = timestamp.UtcTicks / TimeSpan.TicksPerSecond;
        var latest = _latest;
        return latest is not null && latest._second == second ? latest : _latest = new AmzDate(second);
    }
}
