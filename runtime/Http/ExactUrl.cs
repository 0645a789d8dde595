using System;

namespace DataZoneGen.Wire;

/// <summary>URLs whose path and query are signed as they are, so that nobody may tidy them up.</summary>
internal static class ExactUrl
{
    private static readonly UriCreationOptions Untouched = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Of(string url) => new(url, Untouched);
}
