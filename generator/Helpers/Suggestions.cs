using System;
using System.Collections.Generic;

namespace DataZoneGen.Generator;

/// <summary>Finds the name that a misspelled name probably stands for.</summary>
internal static class Suggestions
{
    /// <summary>Returns the end of a message that suggests the most similar name; empty if there is none.</summary>
    public static string Sentence(string typed, IEnumerable<string> names) => For(typed, names) is { } name ? "; did you mean '" + name + "'?" : "";

    /// <summary>Returns the most similar name by edit distance; null if no name is similar enough.</summary>
    public static string? For(string typed, IEnumerable<string> names)
    {
        string? best = null;
        var bestDistance = Math.Max(2, typed.Length / 3) + 1;
        foreach (var name in names)
        {
            var distance = Distance(typed.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(name, best) < 0))
            {
                best = name;
                bestDistance = distance;
            }
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
