namespace DataZoneGen.Generator.Plan.Units;

internal sealed record PaginatorUnit(UnitContext Context, EquatableArray<PaginatorPlan> Paginators) : UnitPlan(Context);

internal sealed record PaginatorPlan(MethodPlan Method)
{
    /// <summary>Request property and response expression (of <c>page</c>) of each token.</summary>
    public EquatableArray<TokenPlan> Tokens { get; init; }

    /// <summary>An expression of <c>page</c> that says whether more pages follow, where the model has one.</summary>
    public string? HasMore { get; init; }

    /// <summary>An expression of <c>page</c> for its items; null when the items cannot be given one by one.</summary>
    public string? Items { get; init; }

    public string? ItemType { get; init; }
}

internal sealed record TokenPlan(string RequestProperty, string Type, string Next)
{
    /// <summary>The pattern of a token that stands for another page, where the token is no string.</summary>
    public string Given { get; init; } = "not null";

    /// <summary>What turns the token into the value of the request property.</summary>
    public string Value { get; init; } = "";
}
