namespace DataZoneGen.Generator.Plan.Units;

/// <summary>The lists and maps of a service. They have one file, because most of them need only a few lines.</summary>
internal sealed record CollectionsUnit(UnitContext Context, EquatableArray<CollectionPlan> Collections) : UnitPlan(Context);

/// <summary>A list or map, which has no own type, only a class that reads and writes it.</summary>
internal sealed record CollectionPlan(WireType Type, TypePlan Element, bool IsSparse)
{
    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }

    /// <summary>The name of the items of a list; null if items have no names.</summary>
    public ElementPlan? Item { get; init; }

    /// <summary>The names in a map whose entries are elements; null if the keys are names.</summary>
    public EntryPlan? Entry { get; init; }

    public bool IsList => Type.Kind == WireKind.List;

    /// <summary>The C# type of a list element or map value, including <c>?</c>.</summary>
    public string ElementType => IsSparse ? Element.CSharp + "?" : Element.CSharp;
}
