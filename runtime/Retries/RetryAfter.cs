using System;
using System.Globalization;
using System.Net.Http;

namespace DataZoneGen.Core;

/// <summary>The delay before the next attempt that a service requests.</summary>
internal static class RetryAfter
{
    private const string Header = "Retry-After";

    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(1);

    /// <summary>Reads the delay from the header of AWS, in milliseconds, or from the header of HTTP, in seconds or as a date. Other values are ignored.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">The current time, for a date in a response that has no <c>Date</c> header.</param>
    public static TimeSpan? Get(HttpResponseMessage response, DateTimeOffset now)
    {
        if (ulong.TryParse(ResponseHeaders.FindFirst(response, "x-amz-retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return TimeSpan.FromMilliseconds(Math.Min(milliseconds, MaxDelay.TotalMilliseconds));
        }

        return int.TryParse(ResponseHeaders.FindFirst(response, Header), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : ResponseHeaders.FindFirstDate(response, Header) - (ResponseHeaders.FindFirstDate(response, "Date") ?? now);
    }
}
