using System;
using System.Globalization;
using System.Net.Http;

namespace DataZoneGen.Core;

/// <summary>How long a service asks to wait before the next attempt.</summary>
internal static class RetryAfter
{
    private const string Header = "Retry-After";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The wait by AWS's own header, in milliseconds, else by HTTP's, in seconds or up to a date; anything else in them counts for nothing.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="now">The time by which to measure a date, unless the answer is dated itself.</param>
    public static TimeSpan? Get(HttpResponseMessage response, DateTimeOffset now)
    {
        if (ulong.TryParse(ResponseHeaders.First(response, "x-amz-retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return TimeSpan.FromMilliseconds(Math.Min(milliseconds, Longest.TotalMilliseconds));
        }

        return int.TryParse(ResponseHeaders.First(response, Header), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : ResponseHeaders.FirstDate(response, Header) - (ResponseHeaders.FirstDate(response, "Date") ?? now);
    }
}
