namespace DataZoneGen;

/// <summary>When a client sends a checksum with a request.</summary>
public enum RequestChecksumCalculation
{
    /// <summary>With every operation that has one in the model. If the caller names no algorithm, it is CRC-32.</summary>
    WhenSupported,

    /// <summary>Only if the service requires it, or if the caller names an algorithm.</summary>
    WhenRequired,
}
