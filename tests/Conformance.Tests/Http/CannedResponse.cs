using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using DataZoneGen.Conformance.Tests.Values;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>A response that a vector gives for the service.</summary>
internal sealed record CannedResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>A response without content: enough where only the request matters.</summary>
    public static readonly CannedResponse Empty = new(200, [], []);

    /// <summary>Reads a response; the two kinds of vectors name the status differently.</summary>
    public static CannedResponse From(JsonElement response, BodyFormat? format = null)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (response.TryGetProperty("headers", out var all))
        {
            foreach (var header in all.EnumerateObject())
            {
                headers.Add(KeyValuePair.Create(header.Name, header.Value.GetString()!));
            }
        }

        var status = response.TryGetProperty("status", out var code) ? code : response.GetProperty("status_code");
        return new CannedResponse(status.GetInt32(), headers, BodyOf(response, format));
    }

    /// <summary>
    /// The body of a request or response in a vector. Recordings say whether it is text or base64; in protocol tests it follows from the format.
    /// </summary>
    public static byte[] BodyOf(JsonElement message, BodyFormat? format = null) =>
        message.TryGetProperty("bodyBase64", out var bytes) ? bytes.GetBytesFromBase64()
        : message.TryGetProperty("body", out var body) && body.GetString() is { } text ? (format ?? BodyFormat.Json).ToBytes(text)
        : [];

    /// <summary>The value of a header; null when there is none.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
