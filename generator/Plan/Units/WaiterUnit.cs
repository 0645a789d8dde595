namespace DataZoneGen.Generator.Plan.Units;

internal sealed record WaiterUnit(UnitContext Context, WaiterPlan Waiter) : UnitPlan(Context);

internal sealed record WaiterPlan(string Name, DocPlan Doc, MethodPlan Method, int Delay, int MaxAttempts)
{
    public string Type => Name + "Waiter";

    /// <summary>The maximum delay in seconds; null if the model has none.</summary>
    public int? MaxDelay { get; init; }

    /// <summary>Whether the wait can succeed with an error, without a response to return.</summary>
    public bool SucceedsOnError { get; init; }

    /// <summary>The return type of the wait.</summary>
    public string Result => SucceedsOnError ? Method.Response + "?" : Method.Response;

    public EquatableArray<AcceptorPlan> ResponseAcceptors { get; init; }

    public EquatableArray<AcceptorPlan> ErrorAcceptors { get; init; }
}

/// <summary>A condition on <c>response</c> or <c>error</c>, and the name of the resulting WaiterState.</summary>
internal sealed record AcceptorPlan(string Condition, string State);

internal sealed record WaiterMethodsUnit(UnitContext Context, EquatableArray<WaiterPlan> Waiters) : UnitPlan(Context);
