using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataZoneGen.Benchmarks.Bodies.Plain;

/// <summary>Generated code of System.Text.Json for responses.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(EpochConverter)])]
[JsonSerializable(typeof(SearchResponse))]
internal sealed partial class ResponseJson : JsonSerializerContext;

/// <summary>Generated code of System.Text.Json for requests.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CreateAssetRequest))]
internal sealed partial class RequestJson : JsonSerializerContext;

/// <summary>Reads and writes timestamps as AWS does: seconds since 1970, with milliseconds.</summary>
internal sealed class EpochConverter : JsonConverter<DateTimeOffset>
{
    private const double MillisecondsPerSecond = 1000;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(reader.GetDouble() * MillisecondsPerSecond));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / MillisecondsPerSecond);
}
