using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The headers of services that used the AWS query protocol before. They still send the error codes of that protocol.</summary>
internal static class QueryCompatibility
{
    /// <summary>Adds the header that asks for the error codes of the AWS query protocol.</summary>
    public static void AddMode(RequestWriter request) => request.DefaultHeader("x-amzn-query-mode", "true");

    /// <summary>Returns the error code of the AWS query protocol; <see langword="null"/> if the service sent none.</summary>
    public static string? FindCode(HttpResponseMessage message)
    {
        // The header has the code and the fault, such as "AWS.SimpleQueueService.NonExistentQueue;Sender".
        if (ResponseHeaders.FindFirst(message, "x-amzn-query-error") is not { } text)
        {
            return null;
        }

        var end = text.IndexOf(';', System.StringComparison.Ordinal);
        return end > 0 ? text[..end].Trim() : null;
    }
}
