using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

/// <summary>
/// DataZone's models in both vocabularies, as plain JSON. They are of different dates: <see cref="Level"/> takes away what only
/// one of them has. It knows where a fact stands in each of them and nothing of how the generator reads it.
/// </summary>
internal sealed class ModelPair
{
    private readonly SortedSet<string> _differing = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];

    private ModelPair(JsonObject c2j, JsonObject smithy)
    {
        C2J = c2j;
        Smithy = smithy;
        SmithyShapes = smithy["shapes"]!.AsObject().ToDictionary(static s => s.Key[(s.Key.IndexOf('#', StringComparison.Ordinal) + 1)..], static s => s.Value!.AsObject());
    }

    public JsonObject C2J { get; }

    public JsonObject Smithy { get; }

    /// <summary>The operations that both models have.</summary>
    public IReadOnlyList<string> Operations => [.. SmithyShapes
        .Where(s => TypeOf(s.Value) == "operation" && C2J["operations"]!.AsObject().ContainsKey(s.Key))
        .Select(static s => s.Key)
        .Order(StringComparer.Ordinal)];

    /// <summary>What was taken away, one line each.</summary>
    public IReadOnlyList<string> Differences => _differences;

    private Dictionary<string, JsonObject> SmithyShapes { get; }

    private JsonObject Service => SmithyShapes.Values.Single(static s => TypeOf(s) == "service");

    public static ModelPair Load() => new(
        JsonNode.Parse(File.ReadAllText(ReferenceModels.C2J))!.AsObject(), JsonNode.Parse(File.ReadAllText(ReferenceModels.Smithy))!.AsObject());

    /// <summary>The rules of the Smithy model, so that both clients can have the same.</summary>
    public string EndpointRules() => Service["traits"]!["smithy.rules#endpointRuleSet"]!.ToJsonString();

    /// <summary>Takes away members, requirements, limits, values, deprecations and errors that only one of the models has.</summary>
    public void Level()
    {
        foreach (var operation in Operations)
        {
            LevelErrors(operation);
        }

        foreach (var (name, node) in C2J["shapes"]!.AsObject())
        {
            if (!SmithyShapes.TryGetValue(name, out var smithy))
            {
                continue;
            }

            var c2j = node!.AsObject();
            if (TypeOf(c2j) == "structure" && TypeOf(smithy) is "structure" or "union")
            {
                LevelMembers(name, c2j, smithy);
            }
            else if (TypeOf(smithy) == "enum")
            {
                LevelValues(name, c2j, smithy);
            }
        }
    }

    /// <summary>Whether an operation reaches a shape, in either model, from which something was taken away.</summary>
    public bool Differs(string operation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([operation]);
        while (waiting.Count > 0)
        {
            var name = waiting.Dequeue();
            if (_differing.Contains(name))
            {
                return true;
            }

            var references = References(C2J["operations"]![name] ?? C2J["shapes"]![name], "shape").Concat(References(SmithyShapes.GetValueOrDefault(name), "target"));
            foreach (var reference in references.Where(seen.Add))
            {
                waiting.Enqueue(reference);
            }
        }

        return false;
    }

    /// <summary>In Smithy an operation responses with errors of its own and with those of its service.</summary>
    private void LevelErrors(string operation)
    {
        var (c2j, smithy) = (C2J["operations"]![operation]!["errors"]!.AsArray(), SmithyShapes[operation]["errors"]?.AsArray() ?? []);
        var common = References(Service["errors"], "target").ToHashSet();
        var left = References(c2j, "shape").ToHashSet();
        foreach (var error in c2j.Where(error => !References(error, "shape").All(name => common.Contains(name) || References(smithy, "target").Contains(name))).ToList())
        {
            Note(operation, error!["shape"] + " is an error in C2J alone");
            c2j.Remove(error);
        }

        foreach (var error in smithy.Where(error => !References(error, "target").All(left.Contains)).ToList())
        {
            Note(operation, error!["target"] + " is an error in Smithy alone");
            smithy.Remove(error);
        }
    }

    private void LevelMembers(string name, JsonObject c2j, JsonObject smithy)
    {
        var (left, right) = (c2j["members"]!.AsObject(), smithy["members"]?.AsObject() ?? []);
        Intersect(name, left, right, static member => member.Key, static member => member.Key);
        var required = c2j["required"]?.AsArray().Select(static r => r!.GetValue<string>()).ToHashSet() ?? [];
        foreach (var (member, value) in right)
        {
            var traits = value!["traits"]?.AsObject() ?? [];
            if (required.Contains(member) != traits.ContainsKey("smithy.api#required"))
            {
                Note(name, member + " is required in one");
                required.Remove(member);
                traits.Remove("smithy.api#required");
            }

            if ((left[member]!["deprecated"]?.GetValue<bool>() ?? false) != traits.ContainsKey("smithy.api#deprecated"))
            {
                Note(name, member + " is deprecated in one");
                left[member]!.AsObject().Remove("deprecated");
                traits.Remove("smithy.api#deprecated");
            }

            LevelLimits(name, member, left[member]!.AsObject(), value!["target"]!.GetValue<string>(), traits);
        }

        c2j["required"] = new JsonArray([.. required.Where(left.ContainsKey).Select(static member => (JsonNode)member)]);
    }

    /// <summary>
    /// A limit on a member, which C2J alone has, shows in the member's shape: its name is put together of those of owner, member and
    /// type. Code knows no limits, so it does not differ by them.
    /// </summary>
    private void LevelLimits(string owner, string member, JsonObject c2j, string target, JsonObject traits)
    {
        var hasLimits = new[] { "length", "range", "pattern" }.Any(limit => traits.ContainsKey("smithy.api#" + limit));
        if (!hasLimits && c2j["shape"]!.GetValue<string>() == owner + char.ToUpperInvariant(member[0]) + member[1..] + "String")
        {
            _differences.Add(owner + ": " + member + " has a limit in C2J alone");
            c2j["shape"] = target.Split('#')[^1];
        }
    }

    private void LevelValues(string name, JsonObject c2j, JsonObject smithy)
    {
        var values = c2j["enum"]!.AsArray().ToDictionary(static v => v!.GetValue<string>(), static v => (JsonNode?)v!.DeepClone());
        var left = new JsonObject(values);
        Intersect(name, left, smithy["members"]!.AsObject(), static value => value.Key, static member => member.Value!["traits"]!["smithy.api#enumValue"]!.GetValue<string>());
        c2j["enum"] = new JsonArray([.. left.Select(static value => (JsonNode)value.Key)]);
    }

    private void Intersect(
        string name, JsonObject left, JsonObject right, Func<KeyValuePair<string, JsonNode?>, string> leftName, Func<KeyValuePair<string, JsonNode?>, string> rightName)
    {
        var both = left.Select(leftName).Intersect(right.Select(rightName)).ToHashSet();
        foreach (var entry in left.Where(entry => !both.Contains(leftName(entry))).ToList())
        {
            Note(name, entry.Key + " is in C2J alone");
            left.Remove(entry.Key);
        }

        foreach (var entry in right.Where(entry => !both.Contains(rightName(entry))).ToList())
        {
            Note(name, entry.Key + " is in Smithy alone");
            right.Remove(entry.Key);
        }
    }

    private void Note(string shape, string difference)
    {
        _differing.Add(shape);
        _differences.Add(shape + ": " + difference);
    }

    /// <summary>Every name that a definition refers to: the values of all fields of that name below it, but for those in traits.</summary>
    private static IEnumerable<string> References(JsonNode? node, string field) => node switch
    {
        JsonObject value => value.SelectMany(entry =>
            entry.Key == "traits" ? []
            : entry.Key == field && entry.Value is JsonValue name && name.GetValueKind() == JsonValueKind.String ? [name.GetValue<string>().Split('#')[^1]]
            : References(entry.Value, field)),
        JsonArray array => array.SelectMany(item => References(item, field)),
        _ => [],
    };

    private static string? TypeOf(JsonObject shape) => shape["type"]?.GetValue<string>();
}
