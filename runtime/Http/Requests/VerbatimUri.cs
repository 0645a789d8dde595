using System;

namespace DataZoneGen.Core;

/// <summary>Creates URLs whose path and query are not normalized, because they are signed as they are.</summary>
internal static class VerbatimUri
{
    private static readonly UriCreationOptions Options = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Create(string url) => new(url, Options);
}
