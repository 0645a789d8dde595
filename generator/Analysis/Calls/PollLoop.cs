using System.Linq;
using DataZoneGen.Generator.Analysis.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Calls;

/// <summary>
/// A loop around an operation that has a waiter. It waits by hand if it has a delay, and if the property that the waiter looks at decides when it ends: a loop that shows
/// a status until it is canceled does not wait for one, and a loop that repeats failed calls looks at no response.
/// </summary>
internal sealed class PollLoop(ILoopOperation loop, ServiceFacts facts, OperationFacts operation)
{
    /// <summary>Returns the waiter that the loop replaces; null if there is none.</summary>
    public WaiterFacts? Find() => loop.Descendants().Any(IsPause) ? operation.Waiters.FirstOrDefault(IsAwaited) : null;

    private bool IsPause(IOperation candidate) =>
        candidate is IInvocationOperation { TargetMethod: { ContainingType: { } type } method } call
        && method.Name is "Delay" or "Sleep" or "WaitForNextTickAsync"
        && type.Name is "Task" or "Thread" or "PeriodicTimer"
        && type.ContainingNamespace is { Name: "Threading" or "Tasks" }
        && OperationTree.FindLoop(call) == loop;

    private bool IsAwaited(WaiterFacts waiter) => loop.Descendants().Any(candidate => IsStatus(candidate, waiter.Property) && Ends(candidate, waiter.Property));

    private bool IsStatus(IOperation candidate, string? property) => property is not null
        ? OperationTree.IsProperty(candidate, facts, operation.Name + "Response", property)
        : candidate is IPropertyReferenceOperation { Property: var any } && OperationTree.IsProperty(candidate, facts, operation.Name + "Response", any.Name);

    /// <summary>Returns whether a value, or the variable that gets it, is in a condition that ends the loop.</summary>
    private bool Ends(IOperation status, string? property)
    {
        if (IsInEndingCondition(status))
        {
            return true;
        }

        var assigned = status;
        while (assigned.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
        {
            assigned = assigned.Parent;
        }

        var variable = assigned.Parent switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            _ => null,
        };
        return variable is not null && property is not null && loop.Descendants().Any(candidate =>
            candidate is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable) && IsInEndingCondition(local));
    }

    private bool IsInEndingCondition(IOperation value)
    {
        for (var child = value; child != loop && child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IWhileLoopOperation repeated when repeated == loop:
                    return repeated.Condition == child;
                case IForLoopOperation repeated when repeated == loop:
                    return repeated.Condition == child;
                case IConditionalOperation condition when condition.Condition == child:
                    return Leaves(condition.WhenTrue) || (condition.WhenFalse is { } otherwise && Leaves(otherwise));
                case ISwitchOperation choice when choice.Value == child:
                    return Leaves(choice);
            }
        }

        return false;
    }

    /// <summary>Returns whether code leaves the loop without an exception: a loop that only throws for a status waits for another one.</summary>
    private bool Leaves(IOperation code) => code.DescendantsAndSelf().Any(part => part switch
    {
        IReturnOperation { Kind: OperationKind.Return } => true,
        IBranchOperation { BranchKind: BranchKind.GoTo } => true,
        IBranchOperation { BranchKind: BranchKind.Break } branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
        _ => false,
    });
}
