using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>Creates random responses of <see cref="ThingModel"/>. Required members are always set, others often not.</summary>
internal sealed class RandomThings(Random random)
{
    private static readonly JsonElement Shapes = JsonSerializer.Deserialize<JsonElement>(ThingModel.Service).GetProperty("shapes");

    private static readonly string[] Texts = ["", "a", "b", "ab", "ACTIVE", "large", "\U0001F600"];

    public JsonNode Next() => Value("GetThingOutput")!;

    private JsonNode? Value(string shape)
    {
        var model = Shapes.GetProperty(shape);
        return model.GetProperty("type").GetString() switch
        {
            "structure" when model.TryGetProperty("document", out _) => new JsonObject { ["any"] = 1 },
            "structure" when model.TryGetProperty("union", out _) => Union(model),
            "structure" => Structure(model),
            "list" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Element(model, "member"))]),
            "map" => new JsonObject(Texts.Where(_ => random.Next(4) == 0).Select(key => new KeyValue(key, Element(model, "value")).Pair)),
            "string" when model.TryGetProperty("enum", out var known) => random.Next(6) == 0 ? "OTHER" : known[random.Next(known.GetArrayLength())].GetString(),
            "string" => Texts[random.Next(Texts.Length)],
            "boolean" => random.Next(2) == 0,
            "double" or "float" => random.Next(-4, 9) / 2.0,
            "timestamp" => 1_500_000_000 + random.Next(1000),
            "blob" => random.Next(2) == 0 ? "" : "AAAA",
            _ => random.Next(-1, 4),
        };
    }

    private JsonNode? Element(JsonElement collection, string part) =>
        collection.TryGetProperty("sparse", out _) && random.Next(3) == 0 ? null : Value(collection.GetProperty(part).GetProperty("shape").GetString()!);

    private JsonObject Structure(JsonElement model)
    {
        var required = model.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(static n => n.GetString()).ToHashSet() : [];
        var members = model.GetProperty("members").EnumerateObject().Where(m => required.Contains(m.Name) || random.Next(4) > 0);
        return new JsonObject(members.Select(m => new KeyValue(m.Name, Value(m.Value.GetProperty("shape").GetString()!)).Pair));
    }

    private JsonObject Union(JsonElement model)
    {
        var variants = model.GetProperty("members").EnumerateObject().ToList();
        var chosen = random.Next(variants.Count + 1);
        return chosen == variants.Count ? new JsonObject { ["future"] = "a" }
            : new JsonObject { [variants[chosen].Name] = Value(variants[chosen].Value.GetProperty("shape").GetString()!) };
    }

    private readonly record struct KeyValue(string Key, JsonNode? Value)
    {
        public System.Collections.Generic.KeyValuePair<string, JsonNode?> Pair => new(Key, Value);
    }
}
