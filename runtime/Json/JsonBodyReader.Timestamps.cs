using System;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Timestamps.</content>
public ref partial struct JsonBodyReader
{
    /// <summary>Reads a timestamp in any format: epoch seconds as a number or a string, ISO 8601, or an HTTP date.</summary>
    /// <returns>The timestamp in UTC.</returns>
    public DateTimeOffset Timestamp()
    {
        var next = Peek();
        var start = _position;
        var value = default(DateTimeOffset);
        var isTimestamp = next == '"'
            ? WireTimestampReader.TryParse(StringUtf8(), out value)
            : IsNumber(next) && WireTimestampReader.TryParseEpoch(NumberBytes("a timestamp"), out value);
        if (!isTimestamp)
        {
            Omit(start, "a timestamp");
            return default;
        }

        return value;
    }
}
