using System;
using System.Globalization;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>Compares values that travel as text, in paths, queries and headers, by what their type makes of them.</summary>
internal static class TextComparer
{
    public static bool Matches(TypePlan? type, string expected, string actual) => type switch
    {
        _ when expected == actual => true,
        TimestampType => InstantsMatch(expected, actual),
        ScalarType { Kind: ScalarKind.Single } => Number(expected) is { } wanted && Number(actual) is { } sent && ((float)wanted).Equals((float)sent),
        ScalarType { Kind: ScalarKind.Double } => Number(expected) is { } wanted && wanted.Equals(Number(actual)),
        WireType { Element: { } element } => Matches(element, expected, actual),
        _ => false,
    };

    /// <summary>Whether both are the same timestamp in the same form: a number of seconds, or a date in letters or digits.</summary>
    private static bool InstantsMatch(string expected, string actual)
    {
        if (Number(expected) is { } seconds)
        {
            return Number(actual) is { } sent && Math.Round(seconds, 3).Equals(Math.Round(sent, 3));
        }

        return char.IsLetter(expected[0]) == (actual.Length > 0 && char.IsLetter(actual[0]))
            && Instant(expected) is { } instant
            && instant == Instant(actual);
    }

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
