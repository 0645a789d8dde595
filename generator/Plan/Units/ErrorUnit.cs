namespace DataZoneGen.Generator.Plan.Units;

internal sealed record ErrorUnit(UnitContext Context, ErrorPlan Error) : UnitPlan(Context);

internal sealed record ErrorPlan(string Name, EquatableArray<string> Codes, DocPlan Doc, EquatableArray<PropertyPlan> Properties, ModeledRetry Retry, string Wire)
{
    /// <summary>Whether the error can be sent as an event.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The wire name of the member with the message; null if there is none.</summary>
    public string? MessageName { get; init; }

    /// <summary>Null if the element is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }

    /// <summary>Whether the error has members besides its message, or can be sent, so that a class reads or writes it.</summary>
    public bool HasWire => Properties.Count > 0 || IsWritten;

    public bool IsRetried => Retry != ModeledRetry.None;
}

internal enum ModeledRetry
{
    None,
    Transient,
    Throttling,
}

internal sealed record ErrorCasePlan(string Code, string Type, string? Wire)
{
    /// <summary>An expression of <c>error</c> that creates the exception.</summary>
    public string Creation => Wire is null ? "new " + Type + "(error.Message)" : Wire + ".Read(ref error)";
}
