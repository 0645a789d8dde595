using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataZoneGen.Wire;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>Compares an endpoint with a test's expectation of it: the URL to the letter, headers and properties as JSON.</summary>
internal static class EndpointComparer
{
    private const string DoubleEncoding = "disableDoubleEncoding";

    public static void Compare(JsonElement expected, ResolvedEndpoint actual, Differences differences)
    {
        differences.Expect("url", expected.GetProperty("url").GetString(), actual.Url.OriginalString);
        Expect("headers", Member(expected, "headers"), HeadersOf(actual), differences);
        Expect("properties", WithoutFalse(Member(expected, "properties")), PropertiesOf(actual), differences);
    }

    private static JsonObject Member(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? JsonObject.Create(value)! : [];

    /// <summary>What is not disabled need not be said.</summary>
    private static JsonObject WithoutFalse(JsonObject properties)
    {
        foreach (var scheme in (properties["authSchemes"] as JsonArray ?? []).OfType<JsonObject>().Where(static s => s[DoubleEncoding] is JsonValue value && !value.GetValue<bool>()))
        {
            scheme.Remove(DoubleEncoding);
        }

        return properties;
    }

    private static void Expect(string place, JsonObject expected, JsonObject actual, Differences differences)
    {
        if (!JsonNode.DeepEquals(expected, actual))
        {
            differences.Add(place, "expected " + expected.ToJsonString() + ", got " + actual.ToJsonString());
        }
    }

    private static JsonObject HeadersOf(ResolvedEndpoint endpoint) => new(endpoint.Headers
        .GroupBy(static header => header.Key)
        .Select(static group => KeyValuePair.Create<string, JsonNode?>(group.Key, new JsonArray([.. group.Select(static header => JsonValue.Create(header.Value))]))));

    private static JsonObject PropertiesOf(ResolvedEndpoint endpoint)
    {
        var properties = new JsonObject(endpoint.Properties.Select(static property => KeyValuePair.Create(property.Key, ToJson(property.Value))));
        if (endpoint.AuthSchemes.Count > 0)
        {
            properties["authSchemes"] = new JsonArray([.. endpoint.AuthSchemes.Select(SchemeOf)]);
        }

        return properties;
    }

    private static JsonObject SchemeOf(EndpointAuthScheme scheme)
    {
        var json = new JsonObject { ["name"] = scheme.Name };
        Add("signingName", scheme.SigningName);
        Add("signingRegion", scheme.SigningRegion);
        Add("signingRegionSet", scheme.SigningRegionSet.Count == 0 ? null : ToJson(scheme.SigningRegionSet));
        Add(DoubleEncoding, scheme.DisableDoubleEncoding ? true : null);
        Add("disableNormalizePath", scheme.DisableNormalizePath ? true : null);
        return json;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }
    }

    private static JsonNode? ToJson(object? value) => JsonSerializer.SerializeToNode(value);
}
