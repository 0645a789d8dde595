using System;
using System.Globalization;
using System.Net.Http;
using System.Text;

namespace DataZoneGen.Wire;

/// <summary>The headers of a response, as the server wrote them.</summary>
internal static class ResponseHeaders
{
    /// <summary>The value of a header, several joined by a comma and a blank; <see langword="null"/> when there is none.</summary>
    public static string? Find(HttpResponseMessage message, string name)
        => message.Headers.NonValidated.TryGetValues(name, out var values) || message.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    /// <summary>The service's id of the request, under any of the names that services use.</summary>
    public static string? RequestId(HttpResponseMessage message)
        => Find(message, "x-amzn-requestid") ?? Find(message, "x-amzn-request-id") ?? Find(message, "x-amz-request-id");

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

    private static WireFormatException Malformed(string name) => new($"The header '{name}' does not have the form that the service's model promises.");
}
