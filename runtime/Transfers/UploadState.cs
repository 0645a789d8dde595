using System.Collections.Generic;

namespace DataZoneGen;

/// <summary>
/// The state of an upload in parts that was not completed, to resume it with <see cref="TransferOptions.ResumeFrom"/>. It is plain data that can be stored,
/// for example as JSON. It contains no credentials.
/// </summary>
public sealed record UploadState
{
    /// <summary>The id of the upload.</summary>
    public required string UploadId { get; init; }

    /// <summary>The size of a part in bytes. It determines where the parts begin.</summary>
    public required long PartSizeBytes { get; init; }

    /// <summary>The size of the content in bytes; <see langword="null"/> if it was not known.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>The algorithm of the checksums, such as <c>CRC32</c>; <see langword="null"/> if there are none.</summary>
    public string? ChecksumAlgorithm { get; init; }

    /// <summary>The parts that are completely uploaded, in the order of their numbers.</summary>
    public IReadOnlyList<UploadedPart> Parts { get; init; } = [];
}
