using System;
using System.ComponentModel;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Converts a generated union to and from a JSON object with one member, which has the variant's name in the service. An unknown variant is written
/// with the value <c>null</c>, because its value has not been read.
/// </summary>
/// <typeparam name="T">The generated union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionJsonConverter<T> : JsonConverter<T>
    where T : class, IUnion<T>
{
    private readonly UnionVariants<T> _variants = T.Variants;

    // The options that were checked last and have all metadata.
    private JsonSerializerOptions? _checked;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        CheckMetadata(options);
        T? known = null;
        string? unknown = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var variant = Find(ref reader);
            if (variant is null && !reader.ValueTextEquals("__type"u8))
            {
                unknown ??= reader.GetString();
            }

            reader.Read();
            if (variant is null)
            {
                reader.Skip();
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                known = variant.Read(ref reader, options) ?? known;
            }
        }

        return known ?? _variants.CreateUnknown(unknown ?? "");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        CheckMetadata(options);
        writer.WriteStartObject();
        if (!TryWriteKnown(writer, value, options))
        {
            var name = _variants.GetUnknownName(value) ?? throw new NotSupportedException("The variant '" + value.GetType() + "' cannot be written as JSON.");
            if (name.Length > 0)
            {
                writer.WriteNull(name);
            }
        }

        writer.WriteEndObject();
    }

    private bool TryWriteKnown(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        foreach (var variant in _variants.All)
        {
            if (variant.TryWrite(writer, value, options))
            {
                return true;
            }
        }

        return false;
    }

    private UnionVariant<T>? Find(ref Utf8JsonReader reader)
    {
        foreach (var variant in _variants.All)
        {
            if (reader.ValueTextEquals(variant.Name))
            {
                return variant;
            }
        }

        return null;
    }

    /// <summary>
    /// Checks that the metadata has all variants. A source-generated context does not inspect converters, so that the types of the variants may be missing.
    /// The check at the first use finds them even if no such variant is used yet.
    /// </summary>
    private void CheckMetadata(JsonSerializerOptions options)
    {
        if (ReferenceEquals(_checked, options))
        {
            return;
        }

        var missing = _variants.All.Select(static variant => variant.ValueType).Distinct().Where(type => !options.TryGetTypeInfo(type, out _)).ToList();
        if (missing.Count > 0)
        {
            throw new NotSupportedException(
                "The JSON metadata lacks types of variants of '" + typeof(T) + "'. Add them with [JsonSerializable] to your JsonSerializerContext: "
                + string.Join(", ", missing) + ".");
        }

        _checked = options;
    }
}
