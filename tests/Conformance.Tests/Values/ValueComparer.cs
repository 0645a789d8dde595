using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>
/// Compares what a generated client gave with the values of a vector. What the vector lacks must be absent, or empty
/// where the client promises a value.
/// </summary>
internal sealed class ValueComparer(ClientPlan plan, ValueNotation notation, Differences differences)
{
    /// <summary>How vectors write a union whose variant the model does not know.</summary>
    public const string UnknownVariant = "SDK_UNKNOWN_MEMBER";

    public const string DroppedNull = "a null was dropped";

    /// <summary>Compares all members of a response, structure or error. Members named in <paramref name="besides"/> are not modeled.</summary>
    public void Structure(IEnumerable<PropertyPlan> properties, JsonElement expected, object actual, string path, params string[] besides)
    {
        var known = new HashSet<string>(besides, StringComparer.Ordinal);
        foreach (var property in properties)
        {
            known.Add(property.Member);
            var value = actual.GetType().GetProperty(property.Name)!.GetValue(actual);
            JsonElement? wanted = expected.TryGetProperty(property.Member, out var member) ? member : null;
            Member(property, wanted, value, path + "." + property.Member);
        }

        foreach (var member in expected.EnumerateObject().Where(m => !known.Contains(m.Name)))
        {
            differences.Add(path + "." + member.Name, "the client has no such member");
        }
    }

    public void Value(TypePlan type, JsonElement expected, object? actual, string path)
    {
        if (actual is null || (expected.ValueKind == JsonValueKind.Null && !IsDocument(type)))
        {
            if (actual is not null || expected.ValueKind != JsonValueKind.Null)
            {
                differences.Add(path, $"expected {expected.GetRawText()}, got {Show(actual)}");
            }

            return;
        }

        switch (type)
        {
            case WireType { Kind: WireKind.Structure } structure:
                Structure(plan.Structure(structure), expected, actual, path);
                break;
            case WireType { Kind: WireKind.Union } union:
                Union(plan.Union(union), expected, actual, path);
                break;
            case EventStreamType stream:
                Events(plan.EventStream(stream), expected, [.. ((IAsyncEnumerable<object>)actual).ToBlockingEnumerable()], path);
                break;
            case WireType { Kind: WireKind.List } list:
                List(list, expected, ((IEnumerable)actual).Cast<object?>().ToList(), path);
                break;
            case WireType map:
                Map(map, expected, actual, path);
                break;
            default:
                if (!Matches(type, expected, actual))
                {
                    differences.Add(path, $"expected {expected.GetRawText()}, got {Show(actual)}");
                }

                break;
        }
    }

    /// <summary>Compares a list. A null that a list which may hold none has left out is told apart from other differences.</summary>
    public void List(WireType type, JsonElement expected, IReadOnlyList<object?> actual, string path)
    {
        var wanted = expected.EnumerateArray().ToList();
        if (!plan.Collection(type).IsSparse && wanted.RemoveAll(static item => item.ValueKind == JsonValueKind.Null) > 0)
        {
            differences.Add(path, DroppedNull);
        }

        differences.Expect(path + ".length", wanted.Count, actual.Count);
        for (var i = 0; i < Math.Min(wanted.Count, actual.Count); i++)
        {
            Value(type.Element!, wanted[i], actual[i], path + "[" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]");
        }
    }

    private void Member(PropertyPlan property, JsonElement? expected, object? actual, string path)
    {
        if (expected is { } value)
        {
            if (actual is null && property.Binding == PropertyBinding.Payload && IsOfEmptyBody(property.Type, value))
            {
                return;
            }

            if (property.IsJsonValue)
            {
                differences.Expect(path, true, actual is string text && notation.IsSameJson(value, text));
                return;
            }

            Value(property.Type, value, actual, path);
        }
        else if (property.Binding == PropertyBinding.Payload && IsBlob(property.Type))
        {
            differences.Expect(path, 0, Bytes(actual).Length);
        }
        else if (property.IsNullable)
        {
            if (actual is not null)
            {
                differences.Add(path, "expected nothing, got " + Show(actual));
            }
        }
        else
        {
            Empty(property.Type, actual, path);
        }
    }

    /// <summary>What stands in a member that the client promises and the wire lacks.</summary>
    private void Empty(TypePlan type, object? actual, string path)
    {
        if (type is WireType { Kind: WireKind.Structure } structure && actual is not null)
        {
            foreach (var property in plan.Structure(structure))
            {
                Member(property, null, actual.GetType().GetProperty(property.Name)!.GetValue(actual), path + "." + property.Member);
            }

            return;
        }

        var isEmpty = type switch
        {
            WireType { Kind: WireKind.Union } => UnknownName(actual) is "",
            WireType => actual is IEnumerable items && !items.Cast<object?>().Any(),
            TimestampType => actual is DateTimeOffset instant && instant == DateTimeOffset.UnixEpoch,
            EnumType => actual?.ToString() is "",
            ScalarType { Kind: ScalarKind.String } => actual is "",
            ScalarType { Kind: ScalarKind.Blob or ScalarKind.Stream } => actual is not null && Bytes(actual).Length == 0,
            _ => actual is not null && actual.Equals(Activator.CreateInstance(actual.GetType())),
        };
        if (!isEmpty)
        {
            differences.Add(path, "expected the empty value of " + type.CSharp + ", got " + Show(actual));
        }
    }

    private void Events(UnionUnit stream, JsonElement expected, List<object> actual, string path)
    {
        differences.Expect(path + ".length", expected.GetArrayLength(), actual.Count);
        foreach (var (index, (wanted, received)) in expected.EnumerateArray().Zip(actual).Index())
        {
            Union(stream, wanted, received, path + "[" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]");
        }
    }

    private void Union(UnionUnit union, JsonElement expected, object actual, string path)
    {
        // Recordings of CBOR lack the name of an unknown variant.
        if (expected.EnumerateObject().Select(static member => (JsonProperty?)member).SingleOrDefault() is not { } member)
        {
            differences.Expect(path + ": is an unknown variant", true, UnknownName(actual) is { Length: > 0 });
            return;
        }

        if (member.NameEquals(UnknownVariant))
        {
            differences.Expect(path, member.Value.GetProperty("name").GetString(), UnknownName(actual));
            return;
        }

        var variant = union.Variants.FirstOrDefault(v => v.Member == member.Name);
        if (actual.GetType().Name != variant?.Name)
        {
            differences.Add(path, $"expected the variant {member.Name}, got {Show(actual)}");
            return;
        }

        Value(variant.Type, member.Value, actual.GetType().GetProperty("Value")!.GetValue(actual), path + "." + member.Name);
    }

    private void Map(WireType type, JsonElement expected, object actual, string path)
    {
        var entries = Entries(actual);
        foreach (var wanted in expected.EnumerateObject())
        {
            if (entries.Remove(wanted.Name, out var value))
            {
                Value(type.Element!, wanted.Value, value, path + "." + wanted.Name);
            }
            else if (wanted.Value.ValueKind == JsonValueKind.Null && !plan.Collection(type).IsSparse)
            {
                differences.Add(path, DroppedNull);
            }
            else
            {
                differences.Add(path + "." + wanted.Name, "the entry is missing");
            }
        }

        foreach (var name in entries.Keys)
        {
            differences.Add(path + "." + name, "the entry is not expected");
        }
    }

    private bool Matches(TypePlan type, JsonElement expected, object actual) => (type, actual) switch
    {
        (TimestampType, DateTimeOffset instant) => instant == notation.Timestamp(expected) && instant.Offset == TimeSpan.Zero,
        (EnumType, _) => expected.ValueEquals(actual.ToString()),
        (_, string text) => expected.ValueEquals(text),
        (_, bool flag) => expected.GetBoolean() == flag,
        (_, int or long) => ValueNotation.Whole(expected) == Convert.ToInt64(actual, System.Globalization.CultureInfo.InvariantCulture),
        (_, float single) => ((float)notation.Floating(expected)).Equals(single),
        (_, double number) => notation.Floating(expected).Equals(number),
        (_, JsonElement document) => JsonElement.DeepEquals(expected, document),
        (_, ReadOnlyMemory<byte> or Stream) => notation.Blob(expected).AsSpan().SequenceEqual(Bytes(actual)),
        _ => throw new NotSupportedException("no comparison for " + type),
    };

    private static Dictionary<string, object?> Entries(object map)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var entry in (IEnumerable)map)
        {
            var type = entry.GetType();
            entries.Add((string)type.GetProperty("Key")!.GetValue(entry)!, type.GetProperty("Value")!.GetValue(entry));
        }

        return entries;
    }

    /// <summary>The name inside a union's Unknown variant; null for any other variant.</summary>
    private static string? UnknownName(object? union) =>
        union?.GetType() is { Name: "Unknown" } type ? type.GetProperty("Name")!.GetValue(union) as string : null;

    private static bool IsDocument(TypePlan type) => type is ScalarType { Kind: ScalarKind.Document };

    private static bool IsBlob(TypePlan type) => type is ScalarType { Kind: ScalarKind.Blob or ScalarKind.Stream };

    /// <summary>
    /// Whether a value is what some make of a body without bytes: an empty blob, a structure without members. To others such a body is no payload.
    /// </summary>
    private bool IsOfEmptyBody(TypePlan type, JsonElement value) => type switch
    {
        _ when IsBlob(type) => notation.Blob(value).Length == 0,
        WireType { Kind: WireKind.Structure } => value.ValueKind == JsonValueKind.Object && !value.EnumerateObject().Any(),
        _ => false,
    };

    private static byte[] Bytes(object? blob)
    {
        switch (blob)
        {
            case ReadOnlyMemory<byte> bytes:
                return bytes.ToArray();
            case Stream stream:
                using (var copy = new MemoryStream())
                {
                    stream.CopyTo(copy);
                    return copy.ToArray();
                }

            default:
                return [];
        }
    }

    private static string Show(object? value) => value switch
    {
        null => "nothing",
        string text => "\"" + text + "\"",
        DateTimeOffset instant => instant.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ReadOnlyMemory<byte> bytes => "0x" + Convert.ToHexString(bytes.Span),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
