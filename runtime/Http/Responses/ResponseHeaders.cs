using System;
using System.Net.Http;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>The headers of a response, as the server wrote them.</summary>
internal static class ResponseHeaders
{
    private const int MaxWeekdayLength = 9;

    /// <summary>The value of a header, several joined by a comma and a blank; <see langword="null"/> when there is none.</summary>
    public static string? Find(HttpResponseMessage message, string name)
        => message.Headers.NonValidated.TryGetValues(name, out var values) || message.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    /// <summary>
    /// The value of a header of which there should be one: the first that is not empty, of several headers and of a list separated by commas, as
    /// they come about where a proxy adds its own. <see langword="null"/> when there is none.
    /// </summary>
    public static string? First(HttpResponseMessage message, string name)
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

    /// <summary>The same for a date of HTTP, which has a comma of its own after the day of the week.</summary>
    public static DateTimeOffset? FirstDate(HttpResponseMessage message, string name)
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

    /// <summary>The service's id of the request, under any of the names that services use.</summary>
    public static string? RequestId(HttpResponseMessage message)
        => First(message, "x-amzn-requestid") ?? First(message, "x-amzn-request-id") ?? First(message, "x-amz-request-id");

    /// <summary>A second id that some services give besides, which their support asks for as well.</summary>
    public static string? ExtendedRequestId(HttpResponseMessage message) => First(message, "x-amz-id-2");
}
