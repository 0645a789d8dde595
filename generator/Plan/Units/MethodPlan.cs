namespace DataZoneGen.Generator.Plan.Units;

internal sealed record MethodPlan(string Operation, DocPlan Doc)
{
    public string Request => Operation + "Request";

    public string Response => Operation + "Response";

    /// <summary>The properties that an overload takes one by one; empty when the input is not that simple.</summary>
    public EquatableArray<ParameterPlan> Parameters { get; init; }

    public bool IsPresignable { get; init; }

    /// <summary>Exception type and the sentence that says when it is raised.</summary>
    public EquatableArray<ThrownPlan> Throws { get; init; }

    public string? Obsolete { get; init; }
}

internal sealed record ParameterPlan(string Name, string Type, string Property, string Summary)
{
    /// <summary>The name as XML documentation has it.</summary>
    public string DocName => Name.TrimStart('@');
}

internal sealed record ThrownPlan(string Type, string When);
