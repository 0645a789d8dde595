using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The input of a recorded request in one form, without idempotency tokens. Requests with the same key have the same input.</summary>
internal static class RequestKey
{
    /// <summary>Returns the key of a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request, in which secrets are masked.</param>
    public static string Create(FakeOperation operation, RecordedRequest request)
    {
        var key = new StringBuilder(operation.Name).Append(' ').Append(request.Method).Append(' ').Append(request.Host);
        var question = request.Target.IndexOf('?', StringComparison.Ordinal);
        key.Append(question < 0 ? request.Target : request.Target[..question]);
        if (question >= 0)
        {
            var parameters = request.Target[(question + 1)..].Split('&')
                .Where(parameter => !IsToken(operation, Uri.UnescapeDataString(parameter.Split('=')[0])))
                .Order(StringComparer.Ordinal);
            key.Append('?').AppendJoin('&', parameters);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!IsToken(operation, name))
            {
                key.Append('\n').Append(name).Append(": ").Append(value);
            }
        }

        return key.Append('\n').Append(GetBody(operation, request.Body)).ToString();
    }

    private static string? GetBody(FakeOperation operation, RecordedBody body)
    {
        switch (body)
        {
            case { Format: RecordedBody.Json or RecordedBody.Cbor or RecordedBody.Form, Value: JsonObject members }:
                var sorted = new JsonObject(Sort(members.Where(member => !IsToken(operation, member.Key))));
                return sorted.ToJsonString();
            case { Format: RecordedBody.Xml, Value: { } xml }:
                var document = XDocument.Parse(xml.GetValue<string>());
                document.Root?.Elements().Where(element => IsToken(operation, element.Name.LocalName)).ToList().ForEach(static element => element.Remove());
                return document.ToString(SaveOptions.DisableFormatting);
            default:
                return body.Value?.ToJsonString();
        }
    }

    private static bool IsToken(FakeOperation operation, string name) => operation.TokenNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Sorts members by name, also within values. Items of lists keep their order.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Sort(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => KeyValuePair.Create(member.Key, Sort(member.Value)));

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => new JsonObject(Sort((IEnumerable<KeyValuePair<string, JsonNode?>>)members)),
        JsonArray items => new JsonArray([.. items.Select(Sort)]),
        _ => node.DeepClone(),
    };
}
