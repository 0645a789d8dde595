using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace DataZoneGen.Wire;

/// <summary>The headers of a response, as the server wrote them.</summary>
internal static class ResponseHeaders
{
    private const int LongestWeekday = 9;

    /// <summary>The value of a header, several joined by a comma and a blank; <see langword="null"/> when there is none.</summary>
    public static string? Find(HttpResponseMessage message, string name)
        => message.Headers.NonValidated.TryGetValues(name, out var values) || message.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    /// <summary>The service's id of the request, under any of the names that services use.</summary>
    public static string? RequestId(HttpResponseMessage message)
        => Find(message, "x-amzn-requestid") ?? Find(message, "x-amzn-request-id") ?? Find(message, "x-amz-request-id");

    /// <summary>A second id that some services give besides, which their support asks for as well.</summary>
    public static string? ExtendedRequestId(HttpResponseMessage message) => Find(message, "x-amz-id-2");

    public static T? Parse<T>(HttpResponseMessage message, string name)
        where T : struct, ISpanParsable<T>
        => Find(message, name) is not { } text ? null
            : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
            : throw Malformed(name);

    public static bool? ParseBoolean(HttpResponseMessage message, string name)
        => Find(message, name) is not { } text ? null
            : bool.TryParse(text, out var value) ? value
            : throw Malformed(name);

    public static DateTimeOffset? ParseTimestamp(HttpResponseMessage message, string name, TimestampFormat format)
        => Find(message, name) is not { } text ? null
            : WireTimestampReader.TryParse(Encoding.UTF8.GetBytes(text), format, out var value) ? value
            : throw Malformed(name);

    public static List<T>? ParseList<T>(HttpResponseMessage message, string name, Func<string, T> parse) =>
        Find(message, name) is { } text ? HeaderText.Split(text).ConvertAll(item => parse(item)) : null;

    /// <summary>HTTP dates have a comma of their own, after the day of the week.</summary>
    public static List<DateTimeOffset>? ParseTimestamps(HttpResponseMessage message, string name, TimestampFormat format)
    {
        if (Find(message, name) is not { } text)
        {
            return null;
        }

        var parts = HeaderText.Split(text);
        var instants = new List<DateTimeOffset>();
        for (var index = 0; index < parts.Count; index++)
        {
            var part = format == TimestampFormat.HttpDate && index + 1 < parts.Count && parts[index].Length <= LongestWeekday
                ? parts[index] + ", " + parts[++index]
                : parts[index];
            instants.Add(WireTimestampReader.TryParse(Encoding.UTF8.GetBytes(part), format, out var value) ? value : throw Malformed(name));
        }

        return instants;
    }

    public static Dictionary<string, string> WithPrefix(HttpResponseMessage message, string prefix)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(message.Headers.NonValidated, prefix, found);
        Collect(message.Content.Headers.NonValidated, prefix, found);
        return found;
    }

    public static string? ParseJson(HttpResponseMessage message, string name)
    {
        if (Find(message, name) is not { } text)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : throw Malformed(name);
    }

    private static void Collect(HttpHeadersNonValidated headers, string prefix, Dictionary<string, string> found)
    {
        foreach (var header in headers)
        {
            if (header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                found[header.Key[prefix.Length..]] = header.Value.ToString();
            }
        }
    }

    private static WireFormatException Malformed(string name)
        => new($"The header '{name}' does not have the form that the service's model promises.");
}
