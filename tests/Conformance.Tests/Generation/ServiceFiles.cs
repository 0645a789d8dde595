using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>The model of one service and what belongs to it: paginators, waiters, endpoint rules.</summary>
internal sealed record ServiceFiles(string Name, IReadOnlyList<string> Paths)
{
    public const string ModelFile = "service-2.json";

    private static readonly string[] Sidecars = ["paginators-1.json", "waiters-2.json", "endpoint-rule-set-1.json"];

    public string Model => Paths[0];

    /// <summary>The protocol that the client must use, in the words of the model; null if the generator is to choose.</summary>
    public string? Protocol { get; init; }

    /// <summary>Whether the fake of the service is generated with the client.</summary>
    public bool HasFake { get; init; }

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

    /// <summary>The files of a service whose model is in the first folder. What belongs to it may be there or in another one.</summary>
    public static ServiceFiles InFolders(string name, params IEnumerable<string> folders) => new(
        name,
        [
            .. folders.Take(1).Select(static folder => Path.Combine(folder, ModelFile)),
            .. Sidecars.SelectMany(file => folders.Select(folder => Path.Combine(folder, file))).Where(File.Exists).DistinctBy(Path.GetFileName),
        ]);

    /// <summary>The metadata of a model. Nothing else is parsed: models have megabytes.</summary>
    public static JsonElement ReadMetadata(string model)
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
                return JsonElement.ParseValue(ref reader);
            }

            reader.Skip();
        }

        throw new InvalidDataException("The model has no metadata: " + model);
    }
}
