using System;

namespace DataZoneGen.Core;

/// <summary>What is left undone to a path on its way into the canonical request.</summary>
[Flags]
internal enum PathRules
{
    /// <summary>All is done: dot segments and double slashes go, the rest is percent-encoded once more.</summary>
    Usual = 0,

    /// <summary>Dot segments and double slashes stay.</summary>
    KeepSegments = 1,

    /// <summary>The path is not encoded again.</summary>
    KeepEncoding = 2,

    /// <summary>The path stays as it is sent, as S3 has it: there every text is the name of an object.</summary>
    AsSent = KeepSegments | KeepEncoding,
}
