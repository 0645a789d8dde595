using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>The namespace that an XML element declares.</summary>
/// <param name="Uri">The URI of the namespace.</param>
/// <param name="Prefix">The prefix; empty for the default namespace.</param>
internal readonly record struct XmlNamespace(string Uri, string Prefix)
{
    /// <summary>Reads a namespace: an object with <c>uri</c> and <c>prefix</c>, or only the URI; null if there is none.</summary>
    public static XmlNamespace? Read(JsonObject owner, string field, ModelSource source)
    {
        if (owner[field] is JsonString uri)
        {
            return new XmlNamespace(uri.Value, "");
        }

        return source.Object(owner, field) is { } value && source.String(value, "uri") is { } text
            ? new XmlNamespace(text, source.String(value, "prefix") ?? "")
            : null;
    }
}
