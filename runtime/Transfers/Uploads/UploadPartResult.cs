using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>What the service returned for a part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UploadPartResult
{
    /// <summary>The entity tag.</summary>
    public string? ETag { get; init; }

    /// <summary>The checksums; <see langword="null"/> if the model has none.</summary>
    public ObjectChecksums? Checksums { get; init; }
}
