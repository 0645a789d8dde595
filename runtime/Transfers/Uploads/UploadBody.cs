using System.ComponentModel;
using System.IO;

namespace DataZoneGen.Wire;

/// <summary>The body of a request of an upload: a part or the whole content.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UploadBody
{
    internal UploadBody(Stream stream, ObjectChecksums checksums) => (Stream, Checksums) = (stream, checksums);

    /// <summary>The content, which can be read again.</summary>
    public Stream Stream { get; }

    /// <summary>The checksums of the content.</summary>
    public ObjectChecksums Checksums { get; }
}
