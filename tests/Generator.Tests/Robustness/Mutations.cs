using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Tests.Robustness;

/// <summary>Random corruptions of a text, from a seeded generator so that failures are reproducible.</summary>
internal static class Mutations
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e999", "123456789012345678901234567890", "\"\"", "\"x\"", "\"class\"", "\"\\u0000\"", "{}", "[]", "[null]", "{\"\":{}}",
    ];

    private static readonly Func<string, Random, string>[] OfText = [Truncate, FlipBytes, Delete, Repeat, ReplaceValue, DuplicateLine, SwapWords, Nest];

    private static readonly Func<string, Random, string>[] OfSense = [ReplaceValue, DuplicateLine, SwapWords, SwapWords, SwapWords];

    /// <summary>Corrupts a text in one to four ways. Most results are not valid JSON.</summary>
    public static string Of(string text, Random random) => Apply(OfText, text, random);

    /// <summary>Corrupts names and values of JSON in one to four ways. Most results are still valid JSON.</summary>
    public static string OfMeaning(string text, Random random) => Apply(OfSense, text, random);

    private static string Apply(Func<string, Random, string>[] ways, string text, Random random)
    {
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            text = ways[random.Next(ways.Length)](text, random);
        }

        return text;
    }

    private static string Truncate(string text, Random random) => text[..random.Next(text.Length + 1)];

    private static string FlipBytes(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var count = random.Next(1, 4); count > 0 && bytes.Length > 0; count--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string Delete(string text, Random random)
    {
        var (start, length) = Range(text, random);
        return text.Remove(start, length);
    }

    private static string Repeat(string text, Random random)
    {
        var (start, length) = Range(text, random);
        return text.Insert(start, text.Substring(start, length));
    }

    /// <summary>Replaces a value: a string, number or word between a colon and the next comma or brace.</summary>
    private static string ReplaceValue(string text, Random random)
    {
        var colons = Positions(text, ':');
        if (colons.Count == 0)
        {
            return text;
        }

        var start = colons[random.Next(colons.Count)] + 1;
        var end = text.AsSpan(start).IndexOfAny(',', '}', '\n');
        return end < 0 ? text : text[..start] + " " + Values[random.Next(Values.Length)] + text[(start + end)..];
    }

    private static string DuplicateLine(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var line = lines[random.Next(lines.Count)];
        lines.Insert(random.Next(lines.Count + 1), line);
        return string.Join('\n', lines);
    }

    /// <summary>Replaces a quoted word with another, for example a shape with a shape or a type with a type.</summary>
    private static string SwapWords(string text, Random random)
    {
        var words = text.Split('"');
        if (words.Length < 4)
        {
            return text;
        }

        var (from, to) = (1 + (2 * random.Next(words.Length / 2)), 1 + (2 * random.Next(words.Length / 2)));
        words[to] = words[from];
        return string.Join('"', words);
    }

    private static string Nest(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var depth = random.Next(1, 400);
        return text.Insert(at, string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{\"a\":", depth)));
    }

    private static (int Start, int Length) Range(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        return (start, Math.Min(random.Next(1, 40), text.Length - start));
    }

    private static List<int> Positions(string text, char c) => [.. Enumerable.Range(0, text.Length).Where(i => text[i] == c)];
}
