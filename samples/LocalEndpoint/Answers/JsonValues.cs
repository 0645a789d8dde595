using System;
using System.Globalization;
using System.Text.Json;
using LocalEndpoint.State;

namespace LocalEndpoint.Answers;

/// <summary>Values that several answers hold.</summary>
internal static class JsonValues
{
    /// <summary>Writes an instant in ISO 8601, UTC, to the millisecond; nothing when there is none.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value) json.WriteString(name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a <c>DataSourceErrorMessage</c>; nothing when all is well.</summary>
    public static void WriteTrouble(this Utf8JsonWriter json, string name, Trouble? trouble)
    {
        if (trouble is null) return;
        json.WriteStartObject(name);
        json.WriteString("errorType", trouble.Type);
        json.WriteString("errorDetail", trouble.Detail);
        json.WriteEndObject();
    }
}
