namespace DataZoneGen.Generator.Plan.Units;

internal sealed record WaiterUnit(UnitContext Context, WaiterPlan Waiter) : UnitPlan(Context);

internal sealed record WaiterPlan(string Name, DocPlan Doc, MethodPlan Method, int Delay, int MaxAttempts)
{
    public string Type => Name + "Waiter";

    /// <summary>The longest delay in seconds, where the model has one.</summary>
    public int? MaxDelay { get; init; }

    /// <summary>Whether an error may be what is waited for, so that there may be no response to return.</summary>
    public bool SucceedsOnError { get; init; }

    /// <summary>The type of what the wait returns.</summary>
    public string Result => SucceedsOnError ? Method.Response + "?" : Method.Response;

    public EquatableArray<AcceptorPlan> ResponseAcceptors { get; init; }

    public EquatableArray<AcceptorPlan> ErrorAcceptors { get; init; }
}

/// <summary>A condition on <c>response</c> or <c>error</c>, and the name of the WaiterState it leads to.</summary>
internal sealed record AcceptorPlan(string Condition, string State);

internal sealed record WaiterMethodsUnit(UnitContext Context, EquatableArray<WaiterPlan> Waiters) : UnitPlan(Context);
