namespace DataZoneGen.Generator.Model;

/// <summary>How a timestamp is written. The values have the names that they have in the runtime.</summary>
internal enum TimestampFormat
{
    Iso8601,
    EpochSeconds,
    HttpDate,
}
