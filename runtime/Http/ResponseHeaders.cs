using System.Net.Http;

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

    /// <summary>A second id that some services give besides, which their support asks for as well.</summary>
    public static string? ExtendedRequestId(HttpResponseMessage message) => Find(message, "x-amz-id-2");
}
