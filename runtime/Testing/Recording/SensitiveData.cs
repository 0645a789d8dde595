using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Finds and masks what must not be in a file: sensitive members of an operation, credentials, tokens and signatures.</summary>
internal sealed class SensitiveData
{
    /// <summary>The text in place of a masked one. It is also valid Base64, for members that are blobs.</summary>
    public const string Mask = "redacted";

    /// <summary>Members that are secret even where a model does not say so.</summary>
    private static readonly string[] Secrets =
    [
        "SecretAccessKey", "SessionToken", "SecurityToken", "AccessToken", "RefreshToken", "IdToken", "WebIdentityToken", "SAMLAssertion", "AuthorizationToken",
        "ClientSecret", "Password", "PrivateKey", "SecretString", "SecretBinary", "bearerToken",
    ];

    private static readonly string[] SecretWords = ["token", "secret", "password", "authorization", "signature", "credential", "cookie", "sse-c", "customer-key"];

    private readonly HashSet<string> _names;
    private readonly FakeOperation _operation;

    public SensitiveData(FakeOperation operation)
    {
        _operation = operation;
        _names = new HashSet<string>(Secrets, StringComparer.OrdinalIgnoreCase);
        _names.UnionWith(operation.SensitiveNames);
        MasksBodies = _names.Remove("");
        HasNames = operation.SensitiveNames.Count > 0;
    }

    /// <summary>Whether bodies of the operation are sensitive as a whole.</summary>
    public bool MasksBodies { get; }

    /// <summary>Whether the operation has sensitive members.</summary>
    public bool HasNames { get; }

    /// <summary>Masks the value of a header.</summary>
    public string Apply(string header, string value) => _names.Contains(header) || Array.Exists(SecretWords, word => IsPartOf(header, word)) ? Mask : value;

    /// <summary>Masks the labels and parameters of a target, and removes the parameters of a signature.</summary>
    public string ApplyToTarget(FakeRequest request)
    {
        var query = request.Query.ToString().Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(static parameter => !parameter.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase))
            .Select(parameter => IsSensitive(parameter, out var name) ? name + "=" + Mask : parameter)
            .ToList();
        var path = request.Path.ToString();
        foreach (var label in _names)
        {
            if (FindLabel(request, label) is { Length: > 0 } secret)
            {
                path = string.Join('/', path.Split('/').Select(segment => Uri.UnescapeDataString(segment) == secret ? Mask : segment));
            }
        }

        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    /// <summary>Masks the sensitive members of a document.</summary>
    /// <param name="node">The document, which the method changes.</param>
    /// <param name="getMemberName">Returns the name of the member for the name of a property; <see langword="null"/> if they are the same.</param>
    public JsonNode? Apply(JsonNode? node, Func<string, string>? getMemberName = null)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    members[name] = _names.Contains(getMemberName?.Invoke(name) ?? name) ? MaskAll(value) : Apply(Detach(members, name, value), getMemberName);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Apply(item, getMemberName);
                }

                break;
        }

        return node;
    }

    /// <summary>Masks the sensitive elements and attributes of a document.</summary>
    public void Apply(XDocument document)
    {
        foreach (var element in document.Descendants().Where(element => _names.Contains(element.Name.LocalName)).ToList())
        {
            foreach (var text in element.DescendantNodes().OfType<XText>().Where(static text => !string.IsNullOrWhiteSpace(text.Value)).ToList())
            {
                text.Value = Mask;
            }
        }

        foreach (var attribute in document.Descendants().Attributes().Where(attribute => _names.Contains(attribute.Name.LocalName)).ToList())
        {
            attribute.Value = Mask;
        }
    }

    private bool IsSensitive(string parameter, out string name)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        name = equals < 0 ? parameter : parameter[..equals];
        return _names.Contains(Uri.UnescapeDataString(name));
    }

    private string? FindLabel(FakeRequest request, string name) =>
        _operation.SensitiveNames.Contains(name) ? _operation.Template.FindLabel(request.Path, request.EndpointLabel, name) : null;

    private static JsonNode? Detach(JsonObject members, string name, JsonNode? value)
    {
        members[name] = null;
        return value;
    }

    /// <summary>Masks all values, and keeps the structure, so that the document can still be read as the model has it.</summary>
    private static JsonNode? MaskAll(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => new JsonObject(members.Select(static member => KeyValuePair.Create(member.Key, MaskAll(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(MaskAll)]),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.Number => JsonValue.Create(0),
            JsonValueKind.True or JsonValueKind.False => JsonValue.Create(false),
            _ => JsonValue.Create(Mask),
        },
    };

    private static bool IsPartOf(string header, string word) => header.Contains(word, StringComparison.OrdinalIgnoreCase);
}
