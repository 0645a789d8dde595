using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>How vectors write what JSON has no notation for.</summary>
internal abstract class ValueNotation
{
    /// <summary>The notation of recorded calls: objects with a marker.</summary>
    public static readonly ValueNotation Oracle = new MarkerNotation();

    /// <summary>The notation of protocol tests: the member's type says what a text or number means.</summary>
    public static readonly ValueNotation Protocol = new PlainNotation();

    public abstract DateTimeOffset Timestamp(JsonElement value);

    public abstract byte[] Blob(JsonElement value);

    public abstract double Floating(JsonElement value);

    /// <summary>The text that the client takes for a string that holds JSON.</summary>
    public abstract string JsonText(JsonElement value);

    /// <summary>Whether a text that the client gave is the JSON that was expected.</summary>
    public bool IsSameJson(JsonElement expected, string actual) => JsonElement.DeepEquals(Parse(JsonText(expected)), Parse(actual));

    /// <summary>A whole number, which may be written with an exponent or an empty fraction.</summary>
    public static long Whole(JsonElement value) =>
        value.TryGetInt64(out var whole) ? whole : (long)decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);

    protected static double Named(string? name) => name switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw new FormatException("'" + name + "' is no number"),
    };

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private sealed class MarkerNotation : ValueNotation
    {
        public override DateTimeOffset Timestamp(JsonElement value) =>
            DateTimeOffset.Parse(Marked(value, "$timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        public override byte[] Blob(JsonElement value) => Convert.FromBase64String(Marked(value, "$blob"));

        public override double Floating(JsonElement value) =>
            value.ValueKind == JsonValueKind.Object ? Named(Marked(value, "$float")) : value.GetDouble();

        public override string JsonText(JsonElement value) => value.GetRawText();

        private static string Marked(JsonElement value, string marker) => value.GetProperty(marker).GetString()!;
    }

    private sealed class PlainNotation : ValueNotation
    {
        /// <summary>The tests of event streams write timestamps as text.</summary>
        public override DateTimeOffset Timestamp(JsonElement value) => value.ValueKind == JsonValueKind.String
            ? DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : DateTimeOffset.UnixEpoch.AddTicks((long)(value.GetDecimal() * TimeSpan.TicksPerSecond));

        public override byte[] Blob(JsonElement value) => Encoding.UTF8.GetBytes(value.GetString()!);

        public override double Floating(JsonElement value) =>
            value.ValueKind == JsonValueKind.String ? Named(value.GetString()) : value.GetDouble();

        /// <summary>The text itself, or, as the older tests have it, the value.</summary>
        public override string JsonText(JsonElement value) =>
            value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonSerializer.Serialize(value);
    }
}
