using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>A request as the client handed it to the HTTP stack, to the byte.</summary>
internal sealed record CapturedRequest(string Method, string Host, string Path, string RawQuery)
{
    /// <summary>The URL without its query, as it was asked for.</summary>
    public string Url { get; init; } = "";

    /// <summary>All headers that the client set, names in lower case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public byte[] Body { get; init; } = [];

    /// <summary>The length that goes out in Content-Length; null when there is no content at all.</summary>
    public long? ContentLength { get; init; }

    /// <summary>Name and value of each query parameter, decoded, in the order of the wire.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static parameter => parameter.Split('=', 2))
        .Select(static parts => KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), parts.Length == 1 ? "" : Uri.UnescapeDataString(parts[1])))
        .ToList();

    public string? Header(string name)
    {
        var values = Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static h => h.Value).ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }

    public static async Task<CapturedRequest> FromAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var target = message.RequestUri!.PathAndQuery.Split('?', 2);
        var host = message.Headers.Host ?? message.RequestUri.Authority;
        return new CapturedRequest(message.Method.Method, host, target[0], target.ElementAtOrDefault(1) ?? "")
        {
            Url = message.RequestUri.Scheme + "://" + host + target[0],
            Headers =
            [
                .. message.Headers.NonValidated.SelectMany(static h => h.Value.Select(value => Header(h.Key, value))),
                .. message.Content?.Headers.NonValidated.SelectMany(static h => h.Value.Select(value => Header(h.Key, value))) ?? [],
            ],
            Body = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(cancellationToken),
            ContentLength = message.Content?.Headers.ContentLength,
        };
    }

    private static KeyValuePair<string, string> Header(string name, string value) =>
        KeyValuePair.Create(name.ToLower(CultureInfo.InvariantCulture), value);
}
