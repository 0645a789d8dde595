using System.Linq;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record EndpointUnit(UnitContext Context, EquatableArray<EndpointLocalPlan> Locals, EquatableArray<EndpointRulePlan> Rules) : UnitPlan(Context)
{
    /// <summary>Rules that are in methods of their own, because a single method would be too long to read and to compile.</summary>
    public EquatableArray<EndpointMethodPlan> Methods { get; init; }
}

/// <summary>A method with a part of the rules.</summary>
internal sealed record EndpointMethodPlan(string Name, string Parameters, EquatableArray<EndpointRulePlan> Rules);

/// <summary>A parameter of the rules as a local variable.</summary>
internal sealed record EndpointLocalPlan(string Declaration);

/// <summary>A rule: its condition (null if it always applies) and either a statement or nested rules.</summary>
internal sealed record EndpointRulePlan(string? Condition, string? Statement, EquatableArray<EndpointRulePlan> Rules)
{
    /// <summary>The number of rules, including nested rules.</summary>
    public int Count => 1 + Rules.Sum(static rule => rule.Count);
}
