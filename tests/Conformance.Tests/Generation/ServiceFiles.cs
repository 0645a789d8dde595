using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>The model of one service and what belongs to it: paginators, waiters, endpoint rules.</summary>
internal sealed record ServiceFiles(string Name, IReadOnlyList<string> Paths)
{
    private static readonly string[] Sidecars = ["paginators-1.json", "waiters-2.json", "endpoint-rule-set-1.json"];

    public string Model => Paths[0];

    /// <summary>The text of the model where it is on no disk; null where it is a file.</summary>
    public string? Text { get; private init; }

    /// <summary>A model that was put together for a case, with files that stand beside it.</summary>
    public static ServiceFiles Inline(string name, string text, params string[] sidecars) => new(name, [name + ".json", .. sidecars]) { Text = text };

    /// <summary>The files of a service as the package ships them: one for each operation, and others.</summary>
    public static ServiceFiles Shipped(string name, string folder) => new(
        name,
        [
            Path.Combine(folder, "service.json"),
            .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Where(static file => Path.GetFileName(file) != "service.json").Order(StringComparer.Ordinal),
        ]);

    /// <summary>The files of a service whose model stands in a folder of its own; its endpoint rules may stand in another one.</summary>
    public static ServiceFiles InFolder(string name, string folder, string endpointFolder) => new(
        name,
        [
            Path.Combine(folder, "service-2.json"),
            .. Sidecars.Select(file => Path.Combine(folder, file)).Append(Path.Combine(endpointFolder, Sidecars[^1]))
                .Where(File.Exists).DistinctBy(Path.GetFileName),
        ]);

    /// <summary>Whether a model is of a service that speaks restJson1. Only the metadata is read: models have megabytes.</summary>
    public static bool SpeaksRestJson(string model)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(model), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("metadata"))
            {
                reader.Read();
                return SpeaksRestJson(JsonElement.ParseValue(ref reader));
            }

            reader.Skip();
        }

        return false;
    }

    private static bool SpeaksRestJson(JsonElement metadata) =>
        (metadata.TryGetProperty("protocols", out var all) && all.EnumerateArray().Any(static p => p.ValueEquals("rest-json")))
        || (metadata.TryGetProperty("protocol", out var one) && one.ValueEquals("rest-json"));
}
