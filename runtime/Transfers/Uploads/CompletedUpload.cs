using System.Collections.Generic;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The parts of an upload that is to be completed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompletedUpload
{
    internal CompletedUpload()
    {
    }

    /// <summary>The id of the upload.</summary>
    public string UploadId { get; internal init; } = "";

    /// <summary>The parts in the order of their numbers.</summary>
    public IReadOnlyList<CompletedUploadPart> Parts { get; internal init; } = [];

    /// <summary>The length of the whole content in bytes.</summary>
    public long Length { get; internal init; }

    /// <summary>The checksums of the whole content.</summary>
    public ObjectChecksums Checksums { get; internal init; } = ObjectChecksums.None;

    /// <summary>How the checksum of the object is computed; <see langword="null"/> for the default of the service.</summary>
    public string? ChecksumType { get; internal init; }
}

/// <summary>A part of an upload that is to be completed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompletedUploadPart
{
    internal CompletedUploadPart(int partNumber, string? eTag, ObjectChecksums checksums) => (PartNumber, ETag, Checksums) = (partNumber, eTag, checksums);

    /// <summary>The number of the part, starting at 1.</summary>
    public int PartNumber { get; }

    /// <summary>The entity tag that the service returned.</summary>
    public string? ETag { get; }

    /// <summary>The checksums of the part.</summary>
    public ObjectChecksums Checksums { get; }
}
