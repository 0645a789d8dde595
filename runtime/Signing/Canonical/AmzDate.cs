using System;
using System.Globalization;

namespace DataZoneGen.Core;

/// <summary>The second in which a request is signed, in the two forms in which a signature needs it.</summary>
internal sealed class AmzDate
{
    private static volatile AmzDate? s_latest;

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

    /// <summary>When the second begins.</summary>
    public DateTimeOffset Instant => new(_second * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    /// <summary>The second that an instant falls into. Many requests are signed within one second, so the latest is kept.</summary>
    public static AmzDate At(DateTimeOffset instant)
    {
        var second = instant.UtcTicks / TimeSpan.TicksPerSecond;
        var latest = s_latest;
        return latest is not null && latest._second == second ? latest : s_latest = new AmzDate(second);
    }
}
