using System;

namespace DataZoneGen.Core;

/// <summary>The steps that are omitted when the path is written to the canonical request.</summary>
[Flags]
internal enum PathRules
{
    /// <summary>No step is omitted: dot segments and double slashes are removed, and the path is percent-encoded once more.</summary>
    Default = 0,

    /// <summary>Dot segments and double slashes are kept.</summary>
    KeepSegments = 1,

    /// <summary>The path is not encoded again.</summary>
    KeepEncoding = 2,

    /// <summary>The path is not changed, as S3 requires: any text can be the name of an object.</summary>
    Verbatim = KeepSegments | KeepEncoding,
}
