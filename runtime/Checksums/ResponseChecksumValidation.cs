namespace DataZoneGen;

/// <summary>When a client compares responses with the checksums that the service sends.</summary>
public enum ResponseChecksumValidation
{
    /// <summary>With every operation that has checksums in the model. The client asks the service for them.</summary>
    WhenSupported,

    /// <summary>Only if the caller asks for the checksum, with a member such as <c>ChecksumMode</c>.</summary>
    WhenRequired,
}
