namespace DataZoneGen.Generator.Plan.Units;

/// <summary>A list or map: no type of its own, only the class that reads and writes it.</summary>
internal sealed record CollectionUnit(UnitContext Context, WireType Type, TypePlan Element, bool IsSparse) : UnitPlan(Context)
{
    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }
}
