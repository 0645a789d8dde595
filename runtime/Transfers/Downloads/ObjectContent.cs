using System.ComponentModel;
using System.IO;

namespace DataZoneGen.Wire;

/// <summary>What a download needs of a response.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectContent
{
    /// <summary>The body.</summary>
    public required Stream Body { get; init; }

    /// <summary>The entity tag of the object.</summary>
    public string? ETag { get; init; }

    /// <summary>The length of the body in bytes.</summary>
    public long? ContentLength { get; init; }

    /// <summary>The range of the object that the body is; <see langword="null"/> for the whole object.</summary>
    public string? ContentRange { get; init; }

    /// <summary>How the checksums are computed, such as <c>FULL_OBJECT</c>.</summary>
    public string? ChecksumType { get; init; }

    /// <summary>The checksums; <see langword="null"/> if the model has none.</summary>
    public ObjectChecksums? Checksums { get; init; }
}
