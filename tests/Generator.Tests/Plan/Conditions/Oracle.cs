using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>
/// A JMESPath interpreter for these tests. It evaluates JSON, and the tests compare its results with those of generated code. Where the
/// specification requires an error, it returns null.
/// </summary>
internal static class Oracle
{
    /// <summary>Evaluates an acceptor of a waiter for a document.</summary>
    public static Func<object?, bool> Matcher(Acceptor acceptor)
    {
        var search = OracleParser.Parse(acceptor.Path);
        var wanted = Convert(JsonSerializer.Deserialize<JsonElement>(acceptor.Expected));
        return acceptor.Matcher switch
        {
            "path" => document => AreEqual(search(document), wanted),
            "pathAny" => document => search(document) is List<object?> any && any.Exists(item => AreEqual(item, wanted)),
            _ => document => search(document) is List<object?> { Count: > 0 } all && all.TrueForAll(item => AreEqual(item, wanted)),
        };
    }

    /// <summary>JSON as lists, dictionaries, strings, numbers, booleans and null.</summary>
    public static object? Convert(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(static p => p.Name, static p => Convert(p.Value), StringComparer.Ordinal),
        JsonValueKind.Array => json.EnumerateArray().Select(Convert).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static bool IsTrue(object? value) => value is not (null or false or "" or List<object?> { Count: 0 } or Dictionary<string, object?> { Count: 0 });

    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(static p => AreEqual(p.First, p.Second)),
        (Dictionary<string, object?> a, Dictionary<string, object?> b) =>
            a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var other) && AreEqual(entry.Value, other)),
        _ => Equals(left, right),
    };

    public static object? Compare(string op, object? left, object? right) => (op, left, right) switch
    {
        ("==", _, _) => AreEqual(left, right),
        ("!=", _, _) => !AreEqual(left, right),
        ("<", double a, double b) => a < b,
        ("<=", double a, double b) => a <= b,
        (">", double a, double b) => a > b,
        (">=", double a, double b) => a >= b,
        _ => null,
    };

    public static object? Field(object? value, string name) => value is Dictionary<string, object?> members && members.TryGetValue(name, out var member) ? member : null;

    public static object? ElementAt(object? value, int index) =>
        value is List<object?> list && (index < 0 ? list.Count + index : index) is var position && position >= 0 && position < list.Count ? list[position] : null;

    public static object? Flatten(object? value) =>
        value is List<object?> list ? list.SelectMany(static item => item as List<object?> ?? [item]).ToList() : null;

    public static object? Project(object? value, Func<object?, object?> right) =>
        value is List<object?> list ? list.Select(right).Where(static item => item is not null).ToList() : null;

    public static object? Slice(object? value, int? start, int? stop, int? step)
    {
        if (value is not List<object?> list)
        {
            return null;
        }

        var by = step ?? 1;
        int Clamp(int? bound, int otherwise) => bound is not { } at ? otherwise : Math.Clamp(at < 0 ? list.Count + at : at, by < 0 ? -1 : 0, by < 0 ? list.Count - 1 : list.Count);
        var taken = new List<object?>();
        var end = Clamp(stop, by < 0 ? -1 : list.Count);
        for (var i = Clamp(start, by < 0 ? list.Count - 1 : 0); by < 0 ? i > end : i < end; i += by)
        {
            taken.Add(list[i]);
        }

        return taken;
    }

    public static object? Call(string function, object?[] arguments) => (function, arguments) switch
    {
        ("abs", [double number]) => Math.Abs(number),
        ("ceil", [double number]) => Math.Ceiling(number),
        ("floor", [double number]) => Math.Floor(number),
        ("avg", [List<object?> { Count: > 0 } list]) => list.Cast<double>().Sum() / list.Count,
        ("sum", [List<object?> list]) => list.Cast<double>().Sum(),
        ("max", [List<object?> { Count: > 0 } list]) => Sort(list)[^1],
        ("min", [List<object?> { Count: > 0 } list]) => Sort(list)[0],
        ("sort", [List<object?> list]) => Sort(list),
        ("reverse", [List<object?> list]) => Enumerable.Reverse(list).ToList(),
        ("contains", [string text, string part]) => text.Contains(part, StringComparison.Ordinal),
        ("contains", [List<object?> list, var item]) => list.Exists(i => AreEqual(i, item)),
        ("contains", [string, not null]) => false,
        ("starts_with", [string text, string part]) => text.StartsWith(part, StringComparison.Ordinal),
        ("ends_with", [string text, string part]) => text.EndsWith(part, StringComparison.Ordinal),
        ("join", [string glue, List<object?> list]) => string.Join(glue, list.Cast<string>()),
        ("keys", [Dictionary<string, object?> map]) => map.Keys.Cast<object?>().ToList(),
        ("values", [Dictionary<string, object?> map]) => map.Values.ToList(),
        ("length", [string text]) => (double)text.EnumerateRunes().Count(),
        ("length", [List<object?> list]) => (double)list.Count,
        ("length", [Dictionary<string, object?> map]) => (double)map.Count,
        ("not_null", var all) => Array.Find(all, static a => a is not null),
        _ => null,
    };

    private static List<object?> Sort(List<object?> list) =>
        list.All(static i => i is string) ? [.. list.Cast<string>().Order(StringComparer.Ordinal)] : [.. list.Cast<double>().Order().Cast<object?>()];
}
