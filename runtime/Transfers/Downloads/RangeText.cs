using System.Net.Http.Headers;

namespace DataZoneGen.Core;

/// <summary>Reads the Content-Range header.</summary>
internal static class RangeText
{
    /// <summary>Reads a range of bytes; <see langword="null"/> if it is something else.</summary>
    public static ContentRangeHeaderValue? TryParse(string text) =>
        ContentRangeHeaderValue.TryParse(text, out var range) && range is { Unit: "bytes", HasRange: true } ? range : null;
}
