using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The formats of timestamps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TimestampFormat
{
    /// <summary><c>2026-01-02T03:04:05.678Z</c>.</summary>
    Iso8601,

    /// <summary>Seconds since 1970-01-01, with a fraction: <c>1767323045.678</c>.</summary>
    EpochSeconds,

    /// <summary><c>Fri, 02 Jan 2026 03:04:05 GMT</c>.</summary>
    HttpDate,
}
