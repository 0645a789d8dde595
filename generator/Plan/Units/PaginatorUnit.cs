namespace DataZoneGen.Generator.Plan.Units;

internal sealed record PaginatorUnit(UnitContext Context, EquatableArray<PaginatorPlan> Paginators) : UnitPlan(Context);

internal sealed record PaginatorPlan(MethodPlan Method)
{
    /// <summary>The request property and the response expression (of <c>page</c>) of each token.</summary>
    public EquatableArray<TokenPlan> Tokens { get; init; }

    /// <summary>An expression of <c>page</c> that is true if there are more pages; null if the model has none.</summary>
    public string? HasMore { get; init; }

    /// <summary>An expression of <c>page</c> for its items; null if the items cannot be enumerated.</summary>
    public string? Items { get; init; }

    public string? ItemType { get; init; }
}

internal sealed record TokenPlan(string RequestProperty, string Type, string Next)
{
    public bool IsString { get; init; }

    /// <summary>The pattern that matches a token of another page, for tokens that are not strings.</summary>
    public string Given { get; init; } = "not null";

    /// <summary>The suffix that converts the token to the value of the request property.</summary>
    public string Value { get; init; } = "";
}
