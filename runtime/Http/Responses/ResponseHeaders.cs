using System;
using System.Net.Http;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>Reads the headers of responses without normalization.</summary>
internal static class ResponseHeaders
{
    private const int MaxWeekdayLength = 9;

    /// <summary>
    /// Finds the value of a header that should occur once. If a proxy adds its own, as another header or in a comma-separated list, returns the first value
    /// that is not empty; <see langword="null"/> if there is none.
    /// </summary>
    public static string? FindFirst(HttpResponseMessage message, string name)
    {
        if (!message.Headers.NonValidated.TryGetValues(name, out var values) && !message.Content.Headers.NonValidated.TryGetValues(name, out values))
        {
            return null;
        }

        foreach (var value in values)
        {
            for (var rest = value.AsSpan(); !rest.IsEmpty;)
            {
                var comma = rest.IndexOf(',');
                var item = (comma < 0 ? rest : rest[..comma]).Trim();
                if (!item.IsEmpty)
                {
                    return item.Length == value.Length ? value : item.ToString();
                }

                rest = comma < 0 ? [] : rest[(comma + 1)..];
            }
        }

        return null;
    }

    /// <summary>Finds the first value of a header with an HTTP date, which has a comma after the day of the week.</summary>
    public static DateTimeOffset? FindFirstDate(HttpResponseMessage message, string name)
    {
        if (!message.Headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            var text = value.AsSpan();
            var comma = text.IndexOf(',');
            if (comma is >= 0 and <= MaxWeekdayLength)
            {
                var next = text[(comma + 1)..].IndexOf(',');
                comma = next < 0 ? -1 : comma + 1 + next;
            }

            text = (comma < 0 ? text : text[..comma]).Trim();
            return text.Length > 0
                && char.IsAsciiLetter(text[0])
                && WireTimestampReader.TryParse(Encoding.UTF8.GetBytes(text.ToString()), out var date) ? date : null;
        }

        return null;
    }

    /// <summary>Gets the request id of the service, under any of the names that services use.</summary>
    public static string? GetRequestId(HttpResponseMessage message)
        => FindFirst(message, "x-amzn-requestid") ?? FindFirst(message, "x-amzn-request-id") ?? FindFirst(message, "x-amz-request-id");

    /// <summary>Gets the extended request id that some services send, for AWS Support.</summary>
    public static string? GetExtendedRequestId(HttpResponseMessage message) => FindFirst(message, "x-amz-id-2");
}
