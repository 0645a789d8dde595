using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>
/// Compares forms: the pairs in any order, a name as often as it was recorded. Values are text. Only where both values are numbers or both are dates, other
/// forms of the same value are equal.
/// </summary>
internal static partial class FormBodyComparer
{
    public static void Compare(byte[] expected, byte[] actual, Differences differences)
    {
        var wanted = Parse(expected).ToLookup(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        var sent = Parse(actual).ToLookup(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        foreach (var name in wanted.Select(static group => group.Key).Union(sent.Select(static group => group.Key)))
        {
            if (wanted[name].Count() != sent[name].Count() || !wanted[name].Zip(sent[name]).All(static pair => AreEqual(pair.First, pair.Second)))
            {
                differences.Expect("body." + name, Show(wanted[name]), Show(sent[name]));
            }
        }
    }

    /// <summary>Reads the pairs of a form.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(byte[] body) => Encoding.UTF8.GetString(body)
        .Split('&')
        .Select(static pair => pair.Split('=', 2))
        .Select(static pair => KeyValuePair.Create(Decode(pair[0]), pair.Length < 2 ? "" : Decode(pair[1])))
        .ToList();

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static bool AreEqual(string expected, string actual) =>
        expected == actual
        || (Number(expected) is { } number && Number(actual) is { } other && (number.Equals(other) || ((float)number).Equals((float)other)))
        || (Date().IsMatch(expected) && Date().IsMatch(actual)
            && DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture) == DateTimeOffset.Parse(actual, CultureInfo.InvariantCulture));

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? Show(IEnumerable<string> values) => values.Any() ? string.Join(" & ", values) : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex Date();
}
