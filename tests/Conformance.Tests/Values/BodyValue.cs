using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>The kinds of values that bodies can have. CBOR has more of them than JSON.</summary>
internal enum BodyValueKind
{
    Null,
    Undefined,
    Boolean,
    Number,
    Text,
    Bytes,
    Timestamp,
    List,
    Map,
}

/// <summary>A value of a body, whatever its format.</summary>
/// <param name="Kind">Values of different kinds are never equal.</param>
/// <param name="Text">A simple value as text: a number and a timestamp in digits, bytes in base64; empty for lists and maps.</param>
internal sealed record BodyValue(BodyValueKind Kind, string Text = "")
{
    public static BodyValue Null { get; } = new(BodyValueKind.Null, "null");

    public IReadOnlyList<BodyValue> Items { get; init; } = [];

    /// <summary>The entries of a map in the order of the body. A name that is sent twice is there twice.</summary>
    public IReadOnlyList<KeyValuePair<string, BodyValue>> Members { get; init; } = [];

    public static BodyValue Boolean(bool value) => new(BodyValueKind.Boolean, value ? "true" : "false");

    public static BodyValue From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new BodyValue(BodyValueKind.Map)
        {
            Members = [.. json.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, From(member.Value)))],
        },
        JsonValueKind.Array => new BodyValue(BodyValueKind.List) { Items = [.. json.EnumerateArray().Select(From)] },
        JsonValueKind.String => new BodyValue(BodyValueKind.Text, json.GetString()!),
        JsonValueKind.Number => new BodyValue(BodyValueKind.Number, json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => Boolean(json.GetBoolean()),
        _ => Null,
    };

    /// <summary>The first member of that name; null when there is none.</summary>
    public BodyValue? Member(string name) => Members.Where(member => member.Key == name).Select(static member => member.Value).FirstOrDefault();

    /// <summary>The value for messages: JSON, in which other kinds are marked as in CBOR's diagnostic notation.</summary>
    public override string ToString() => Kind switch
    {
        BodyValueKind.Text => JsonSerializer.Serialize(Text),
        BodyValueKind.Bytes => "b64'" + Text + "'",
        BodyValueKind.Timestamp => string.Create(CultureInfo.InvariantCulture, $"1({Text})"),
        BodyValueKind.List => "[" + string.Join(",", Items) + "]",
        BodyValueKind.Map => "{" + string.Join(",", Members.Select(static member => JsonSerializer.Serialize(member.Key) + ":" + member.Value)) + "}",
        _ => Text,
    };
}
