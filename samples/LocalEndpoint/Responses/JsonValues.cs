using System;
using System.Globalization;
using System.Text.Json;
using LocalEndpoint.State;

namespace LocalEndpoint.Responses;

/// <summary>Writes values that several responses contain.</summary>
internal static class JsonValues
{
    /// <summary>Writes a timestamp in ISO 8601 with milliseconds, in UTC. Writes nothing for null.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a <c>DataSourceErrorMessage</c>. Writes nothing for null.</summary>
    public static void WriteError(this Utf8JsonWriter json, string name, RunError? error)
    {
        if (error is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("errorType", error.Type);
        json.WriteString("errorDetail", error.Detail);
        json.WriteEndObject();
    }
}
