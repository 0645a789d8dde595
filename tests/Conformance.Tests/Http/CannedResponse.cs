using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>An response that a vector gives for the service.</summary>
internal sealed record CannedResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>An response without content: enough where only the request matters.</summary>
    public static readonly CannedResponse Empty = new(200, [], []);

    /// <summary>Reads an response; the two kinds of vectors name the status differently.</summary>
    public static CannedResponse From(JsonElement response)
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
        return new CannedResponse(status.GetInt32(), headers, BodyOf(response));
    }

    /// <summary>The body of a request or response in a vector: text, or base64 for what is no UTF-8.</summary>
    public static byte[] BodyOf(JsonElement message) =>
        message.TryGetProperty("bodyBase64", out var bytes) ? bytes.GetBytesFromBase64()
        : message.TryGetProperty("body", out var body) && body.GetString() is { } text ? Encoding.UTF8.GetBytes(text)
        : [];

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
