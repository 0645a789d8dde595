namespace DataZoneGen.Generator.Plan.Units;

internal sealed record UnionUnit(UnitContext Context, string Name, string Wire, DocPlan Doc, EquatableArray<PropertyPlan> Variants) : UnitPlan(Context)
{
    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }

    public bool IsSensitive { get; init; }

    /// <summary>The message of <c>[Obsolete]</c>, empty for none given; null when the shape is not deprecated.</summary>
    public string? Obsolete { get; init; }
}

/// <summary>A stream of events: the union of its events, which travel one by one, and the errors that end it.</summary>
internal sealed record EventStreamUnit(UnionUnit Union, EquatableArray<ErrorCasePlan> Errors) : UnitPlan(Union.Context);
