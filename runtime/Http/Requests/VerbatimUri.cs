using System;

namespace DataZoneGen.Core;

/// <summary>URLs whose path and query are signed as they are, so that nobody may tidy them up.</summary>
internal static class VerbatimUri
{
    private static readonly UriCreationOptions Untouched = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Create(string url) => new(url, Untouched);
}
