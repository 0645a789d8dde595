namespace DataZoneGen.Core;

/// <summary>The limits of the readers of all body formats.</summary>
internal static class BodyLimits
{
    /// <summary>The maximum depth of nested objects and arrays.</summary>
    public const int MaxDepth = 128;
}
