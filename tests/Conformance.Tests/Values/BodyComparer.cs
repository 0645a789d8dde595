using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>
/// Compares a body that was sent with one that was recorded, as values. Where the plan says so, texts and numbers are
/// compared as timestamps or single-precision numbers; the kind of value must be the recorded one all the same.
/// </summary>
internal sealed class BodyComparer(ClientPlan plan, Differences differences)
{
    public void Object(IEnumerable<PropertyPlan> properties, BodyValue expected, BodyValue actual, string path)
    {
        if (expected.Kind != BodyValueKind.Map)
        {
            Value(null, expected, actual, path);
            return;
        }

        var types = properties.ToDictionary(static p => p.WireName, static p => p.Type, StringComparer.Ordinal);
        Members(expected, actual, path, types.GetValueOrDefault);
    }

    public void Value(TypePlan? type, BodyValue expected, BodyValue actual, string path)
    {
        if (expected.Kind != actual.Kind)
        {
            differences.Add(path, $"expected {expected}, got {actual}");
            return;
        }

        switch (expected.Kind)
        {
            case BodyValueKind.Map when type is WireType { Kind: WireKind.Structure } structure:
                Object(plan.Structure(structure), expected, actual, path);
                break;
            case BodyValueKind.Map when type is WireType { Kind: WireKind.Union } union:
                Object(plan.Union(union).Variants, expected, actual, path);
                break;
            case BodyValueKind.Map:
                Members(expected, actual, path, _ => (type as WireType)?.Element);
                break;
            case BodyValueKind.List:
                Items((type as WireType)?.Element, expected, actual, path);
                break;
            default:
                if (!ScalarsMatch(type, expected, actual))
                {
                    differences.Add(path, $"expected {expected}, got {actual}");
                }

                break;
        }
    }

    private void Members(BodyValue expected, BodyValue actual, string path, Func<string, TypePlan?> typeOf)
    {
        if (actual.Kind != BodyValueKind.Map)
        {
            differences.Add(path, $"expected {expected}, got {actual}");
            return;
        }

        var rest = new Dictionary<string, BodyValue>(StringComparer.Ordinal);
        foreach (var (name, _) in actual.Members.Where(member => !rest.TryAdd(member.Key, member.Value)))
        {
            differences.Add(path + "." + name, "the member is sent twice");
        }

        foreach (var (name, wanted) in expected.Members)
        {
            if (rest.Remove(name, out var value))
            {
                Value(typeOf(name), wanted, value, path + "." + name);
            }
            else
            {
                differences.Add(path + "." + name, $"expected {wanted}, got nothing");
            }
        }

        foreach (var (name, value) in rest)
        {
            differences.Add(path + "." + name, "expected nothing, got " + value);
        }
    }

    private void Items(TypePlan? type, BodyValue expected, BodyValue actual, string path)
    {
        differences.Expect(path + ".length", expected.Items.Count, actual.Items.Count);
        foreach (var (index, (wanted, sent)) in expected.Items.Zip(actual.Items).Index())
        {
            Value(type, wanted, sent, path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]");
        }
    }

    private static bool ScalarsMatch(TypePlan? type, BodyValue expected, BodyValue actual) => expected.Kind switch
    {
        _ when expected.Text == actual.Text => true,
        BodyValueKind.Text when type is TimestampType => TextComparer.Matches(type, expected.Text, actual.Text),
        BodyValueKind.Timestamp => Math.Round(Double(expected), 3).Equals(Math.Round(Double(actual), 3)),
        BodyValueKind.Number when type is ScalarType { Kind: ScalarKind.Single } => Single(expected).Equals(Single(actual)),
        BodyValueKind.Number when type is ScalarType { Kind: ScalarKind.Double } => Double(expected).Equals(Double(actual)),
        BodyValueKind.Number => NumbersMatch(expected, actual),
        _ => false,
    };

    private static bool NumbersMatch(BodyValue expected, BodyValue actual) =>
        BigInteger.TryParse(expected.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
        && BigInteger.TryParse(actual.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var other)
            ? whole == other
            : decimal.TryParse(expected.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                && decimal.TryParse(actual.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var sent)
                    ? exact == sent
                    : Double(expected).Equals(Double(actual));

    private static float Single(BodyValue number) => float.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double Double(BodyValue number) => double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
