namespace DataZoneGen.Generator.Plan.Units;

/// <summary>The code that validates requests by the constraints of the model.</summary>
internal sealed record FakeValidationUnit(UnitContext Context, FakeNames Names, EquatableArray<ValidatorPlan> Validators) : FakeUnitPlan(Context);

/// <summary>A method that validates the values of a type.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Type">The C# type of the values.</param>
/// <param name="Kind">What the type is.</param>
/// <param name="Members">The members of a structure, the variants of a union, the items of a list, or the values of a map.</param>
internal sealed record ValidatorPlan(string Name, string Type, WireKind Kind, EquatableArray<CheckPlan> Members)
{
    /// <summary>The constraints of the keys of a map; null for other types.</summary>
    public CheckPlan? Key { get; init; }

    /// <summary>Whether the list or map may contain nulls.</summary>
    public bool IsSparse { get; init; }
}

/// <summary>The constraints of a member, an item, a key or a value.</summary>
/// <param name="Property">The property or variant; empty for items, keys and values.</param>
/// <param name="Member">The name in messages; empty for items, keys and values.</param>
/// <param name="Type">The type of the value.</param>
internal sealed record CheckPlan(string Property, string Member, TypePlan Type)
{
    public bool IsNullable { get; init; }

    /// <summary>The name of a variable for the value.</summary>
    public string Local { get; init; } = "";

    /// <summary>Whether an empty value stands for a missing one. Such values are read only for structures, lists and maps.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The limits of the value; null if there are none.</summary>
    public LimitPlan? Limit { get; init; }

    /// <summary>The values of the enumeration; empty for other types.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>The method that validates the inside of the value; null if that has no constraints.</summary>
    public string? Validator { get; init; }

    /// <summary>Whether there is anything to validate.</summary>
    public bool IsNeeded => IsRequired || Limit is not null || Values.Count > 0 || Validator is not null;
}
