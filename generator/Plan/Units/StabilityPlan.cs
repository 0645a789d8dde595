namespace DataZoneGen.Generator.Plan.Units;

/// <summary>What attributes say about the stability of an element that is deprecated or experimental.</summary>
/// <param name="Obsolete">The message of <c>[Obsolete]</c>, empty if the model has none; null if the element is not deprecated.</param>
/// <param name="IsExperimental">Whether the element has <c>[Experimental]</c>.</param>
internal sealed record StabilityPlan(string? Obsolete, bool IsExperimental)
{
    /// <summary>The id of the compiler's diagnostic about the use of an experimental element.</summary>
    public const string ExperimentalId = "DZG034";
}
