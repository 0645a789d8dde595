using System;

namespace DataZoneGen.Wire;

/// <content>Instants.</content>
public ref partial struct JsonBodyReader
{
    /// <summary>Reads an instant in any of its forms: seconds since 1970 as a number or a string, ISO 8601, an HTTP date.</summary>
    /// <returns>The instant in UTC, to the tick.</returns>
    public DateTimeOffset Timestamp()
    {
        var isString = Peek() == '"';
        var start = _position;
        var isTimestamp = isString
            ? WireTimestampReader.TryParse(StringUtf8(), out var value)
            : WireTimestampReader.TryParseEpochSeconds(NumberBytes("a timestamp"), out value);
        return isTimestamp ? value : throw new JsonFormatException("Expected a timestamp.", start);
    }
}
