namespace DataZoneGen;

/// <summary>A part that is completely uploaded.</summary>
public sealed record UploadedPart
{
    /// <summary>The number of the part, starting at 1.</summary>
    public required int PartNumber { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The entity tag that the service returned.</summary>
    public string? ETag { get; init; }

    /// <summary>The checksum of the content in base64; <see langword="null"/> if the upload has no checksums.</summary>
    public string? Checksum { get; init; }
}
