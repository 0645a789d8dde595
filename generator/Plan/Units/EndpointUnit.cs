using System.Linq;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record EndpointUnit(UnitContext Context, EquatableArray<EndpointLocalPlan> Locals, EquatableArray<EndpointRulePlan> Rules) : UnitPlan(Context)
{
    /// <summary>Rules that were moved out, because one method would be too long for its readers and the compiler.</summary>
    public EquatableArray<EndpointMethodPlan> Methods { get; init; }
}

/// <summary>Rules as a method of their own.</summary>
internal sealed record EndpointMethodPlan(string Name, string Parameters, EquatableArray<EndpointRulePlan> Rules);

/// <summary>A parameter of the rules as a local variable.</summary>
internal sealed record EndpointLocalPlan(string Declaration);

/// <summary>One rule: its condition (null when it always holds) and either what it does or the rules below it.</summary>
internal sealed record EndpointRulePlan(string? Condition, string? Statement, EquatableArray<EndpointRulePlan> Rules)
{
    /// <summary>The rule and all below it.</summary>
    public int Count => 1 + Rules.Sum(static rule => rule.Count);
}
