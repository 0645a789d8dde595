namespace DataZoneGen.Generator.Plan.Units;

/// <summary>What the analyzers know about a service. <see cref="FactsFormat"/> shows the text.</summary>
internal sealed record FactsUnit(UnitContext Context) : UnitPlan(Context)
{
    /// <summary>The limits. Others refer to them by their index.</summary>
    public EquatableArray<LimitPlan> Limits { get; init; }

    public EquatableArray<TypeFactsPlan> Types { get; init; }

    public EquatableArray<EnumFactsPlan> Enums { get; init; }

    /// <summary>The lists of exceptions. Operations refer to them by their index.</summary>
    public EquatableArray<ErrorListPlan> ErrorLists { get; init; }

    public EquatableArray<OperationFactsPlan> Operations { get; init; }

    public EquatableArray<PaginatorFactsPlan> Paginators { get; init; }

    public EquatableArray<WaiterFactsPlan> Waiters { get; init; }
}

internal enum LimitKind
{
    Text,
    Bytes,
    Number,
    Value,
    List,
    Map,
}

/// <summary>What values of a shape must be like.</summary>
/// <param name="Kind">What is limited: the length, the range or the size.</param>
/// <param name="Min">The minimum length, number or size; null if there is none.</param>
/// <param name="Max">The maximum length, number or size; null if there is none.</param>
internal sealed record LimitPlan(LimitKind Kind, string? Min, string? Max)
{
    public string? Pattern { get; init; }

    /// <summary>The C# name of the enum that has the values.</summary>
    public string? Enum { get; init; }

    /// <summary>The limit of keys of a map.</summary>
    public int? Key { get; init; }

    /// <summary>The limit of items of a list, or of values of a map.</summary>
    public int? Item { get; init; }
}

/// <summary>The limits of the properties of a record, or of the variants of a union.</summary>
internal sealed record TypeFactsPlan(string Name, EquatableArray<MemberFactsPlan> Members);

internal sealed record MemberFactsPlan(string Name, int Limit);

/// <summary>The known values of an enum, in the order of its C# names.</summary>
internal sealed record EnumFactsPlan(string Name, EquatableArray<string> Values);

internal sealed record ErrorListPlan(EquatableArray<string> Exceptions);

/// <param name="Name">The C# name of the operation.</param>
/// <param name="ModelName">Its name in the model.</param>
/// <param name="Errors">The index of its list of exceptions.</param>
internal sealed record OperationFactsPlan(string Name, string ModelName, int Errors);

/// <param name="Operation">The C# name of the operation.</param>
/// <param name="Items">The property of the response with the items; null if it is not a single property.</param>
/// <param name="Tokens">The properties of the tokens.</param>
internal sealed record PaginatorFactsPlan(string Operation, string? Items, EquatableArray<TokenFactsPlan> Tokens);

/// <param name="Property">The property of the request.</param>
/// <param name="Next">The property of the response; null if it is not a single property.</param>
internal sealed record TokenFactsPlan(string Property, string? Next);

/// <param name="Operation">The C# name of the operation.</param>
/// <param name="Method">The extension method that waits.</param>
/// <param name="Property">The property of the response that all conditions look at; null if there is no single one.</param>
internal sealed record WaiterFactsPlan(string Operation, string Method, string? Property);
