namespace DataZoneGen.Generator.Plan.Units;

internal sealed record MethodPlan(string Operation, DocPlan Doc)
{
    public string Request => Operation + "Request";

    public string Response => Operation + "Response";

    /// <summary>Whether there is an overload without a request object.</summary>
    public bool HasShortOverload { get; init; }

    /// <summary>The parameters of the overload without a request object; empty if the input has no members.</summary>
    public EquatableArray<ParameterPlan> Parameters { get; init; }

    public bool IsPresignable { get; init; }

    /// <summary>The exceptions of the operation and their descriptions.</summary>
    public EquatableArray<ThrownPlan> Throws { get; init; }

    /// <summary>Null if the element is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }
}

internal sealed record ParameterPlan(string Name, string Type, string Property, string Summary)
{
    /// <summary>The name in XML documentation.</summary>
    public string DocName => Name.TrimStart('@');
}

internal sealed record ThrownPlan(string Type, string When);
