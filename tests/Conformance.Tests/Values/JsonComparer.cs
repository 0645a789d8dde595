using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>
/// Compares JSON that was sent with JSON that was recorded, as values. Where the plan says so, texts and numbers are
/// compared as timestamps or single-precision numbers; the form on the wire must be the recorded one all the same.
/// </summary>
internal sealed class JsonComparer(ClientPlan plan, Differences differences)
{
    public void Object(IEnumerable<PropertyPlan> properties, JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind != JsonValueKind.Object)
        {
            Value(null, expected, actual, path);
            return;
        }

        var types = properties.ToDictionary(static p => p.WireName, static p => p.Type, StringComparer.Ordinal);
        Members(expected, actual, path, types.GetValueOrDefault);
    }

    public void Value(TypePlan? type, JsonElement expected, JsonElement actual, string path)
    {
        if (KindOf(expected) != KindOf(actual))
        {
            differences.Add(path, $"expected {expected.GetRawText()}, got {actual.GetRawText()}");
            return;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when type is WireType { Kind: WireKind.Structure } structure:
                Object(plan.Structure(structure), expected, actual, path);
                break;
            case JsonValueKind.Object when type is WireType { Kind: WireKind.Union } union:
                Object(plan.Union(union).Variants, expected, actual, path);
                break;
            case JsonValueKind.Object:
                Members(expected, actual, path, _ => (type as WireType)?.Element);
                break;
            case JsonValueKind.Array:
                Items((type as WireType)?.Element, expected, actual, path);
                break;
            default:
                if (!ScalarsMatch(type, expected, actual))
                {
                    differences.Add(path, $"expected {expected.GetRawText()}, got {actual.GetRawText()}");
                }

                break;
        }
    }

    private void Members(JsonElement expected, JsonElement actual, string path, Func<string, TypePlan?> typeOf)
    {
        if (actual.ValueKind != JsonValueKind.Object)
        {
            differences.Add(path, $"expected {expected.GetRawText()}, got {actual.GetRawText()}");
            return;
        }

        var rest = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in actual.EnumerateObject().Where(member => !rest.TryAdd(member.Name, member.Value)))
        {
            differences.Add(path + "." + member.Name, "the member is sent twice");
        }

        foreach (var member in expected.EnumerateObject())
        {
            if (rest.Remove(member.Name, out var value))
            {
                Value(typeOf(member.Name), member.Value, value, path + "." + member.Name);
            }
            else
            {
                differences.Add(path + "." + member.Name, $"expected {member.Value.GetRawText()}, got nothing");
            }
        }

        foreach (var (name, value) in rest)
        {
            differences.Add(path + "." + name, "expected nothing, got " + value.GetRawText());
        }
    }

    private void Items(TypePlan? type, JsonElement expected, JsonElement actual, string path)
    {
        differences.Expect(path + ".length", expected.GetArrayLength(), actual.GetArrayLength());
        foreach (var (index, (wanted, sent)) in expected.EnumerateArray().Zip(actual.EnumerateArray()).Index())
        {
            Value(type, wanted, sent, path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]");
        }
    }

    private static bool ScalarsMatch(TypePlan? type, JsonElement expected, JsonElement actual) => expected.ValueKind switch
    {
        JsonValueKind.String when type is TimestampType => TextComparer.Matches(type, expected.GetString()!, actual.GetString()!),
        JsonValueKind.String => expected.ValueEquals(actual.GetString()),
        JsonValueKind.Number when type is ScalarType { Kind: ScalarKind.Single } => expected.GetSingle().Equals(actual.GetSingle()),
        JsonValueKind.Number when type is ScalarType { Kind: ScalarKind.Double } => expected.GetDouble().Equals(actual.GetDouble()),
        JsonValueKind.Number => NumbersMatch(expected, actual),
        _ => true,
    };

    private static bool NumbersMatch(JsonElement expected, JsonElement actual)
    {
        var (left, right) = (expected.GetRawText(), actual.GetRawText());
        return BigInteger.TryParse(left, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && BigInteger.TryParse(right, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var other)
                ? whole == other
                : expected.TryGetDecimal(out var exact) && actual.TryGetDecimal(out var sent)
                    ? exact == sent
                    : expected.GetDouble().Equals(actual.GetDouble());
    }

    // true and false are of different kinds, which is all there is to compare.
    private static JsonValueKind KindOf(JsonElement value) => value.ValueKind;
}
