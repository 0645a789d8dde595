using System;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataZoneGen.Wire;

/// <summary>Converts a generated enumeration to and from the JSON string that the service uses, also as a dictionary key.</summary>
/// <typeparam name="T">The generated enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(ref reader) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString() ?? "");
    }

    private static T Parse(ref Utf8JsonReader reader) => T.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture);
}
