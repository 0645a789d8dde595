using System.Collections.Generic;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>What the check of a case found, each with the place it was found at. None means that it was passed.</summary>
internal sealed class Differences
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    /// <summary>Why the case cannot be checked; null when it is.</summary>
    public string? SkipReason { get; private set; }

    public bool Any => _all.Count > 0;

    public void Skip(string reason) => SkipReason = reason;

    public void Add(string place, string difference) => _all.Add(place + ": " + difference);

    public void Expect<T>(string place, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Add(place, "expected " + Show(expected) + ", got " + Show(actual));
        }
    }

    private static string Show<T>(T value) => value switch
    {
        null => "nothing",
        string text => "\"" + text + "\"",
        _ => value.ToString() ?? "",
    };
}
