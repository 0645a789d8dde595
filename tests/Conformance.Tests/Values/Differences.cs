using System.Collections.Generic;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>What a comparison found, each with the place it was found at. None means that it was passed.</summary>
internal sealed class Differences
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public bool Any => _all.Count > 0;

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
