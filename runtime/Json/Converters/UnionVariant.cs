using System;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DataZoneGen.Core;

/// <summary>A variant of a union, whose value is converted with the JSON options of the caller.</summary>
internal abstract class UnionVariant<TUnion>(string name, Type valueType)
{
    public string Name => name;

    public Type ValueType => valueType;

    public abstract TUnion? Read(ref Utf8JsonReader reader, JsonSerializerOptions options);

    /// <summary>Writes the name and the value if the union is this variant.</summary>
    public abstract bool TryWrite(Utf8JsonWriter writer, TUnion value, JsonSerializerOptions options);
}

/// <inheritdoc/>
internal sealed class UnionVariant<TUnion, TVariant, TValue>(string name, Func<TValue, TVariant> create, Func<TVariant, TValue> getValue)
    : UnionVariant<TUnion>(name, typeof(TValue))
    where TUnion : class
    where TVariant : class, TUnion
{
    public override TUnion? Read(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, GetTypeInfo(options)) is { } value ? create(value) : null;

    public override bool TryWrite(Utf8JsonWriter writer, TUnion value, JsonSerializerOptions options)
    {
        if (value is not TVariant variant)
        {
            return false;
        }

        writer.WritePropertyName(Name);
        JsonSerializer.Serialize(writer, getValue(variant), GetTypeInfo(options));
        return true;
    }

    private static JsonTypeInfo<TValue> GetTypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue));
}
