using DataZoneGen.Generator.Analysis.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Calls;

/// <summary>Finds parts of the operations of a method.</summary>
internal static class OperationTree
{
    /// <summary>Returns the innermost loop around an operation in the same function; null if there is none.</summary>
    public static ILoopOperation? FindLoop(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (parent is ILoopOperation loop)
            {
                return loop;
            }
        }

        return null;
    }

    /// <summary>Returns the operation around all others, which is the body of the method.</summary>
    public static IOperation FindRoot(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Removes conversions and parentheses around an operation.</summary>
    public static IOperation Unwrap(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Unwrap(conversion.Operand),
        IParenthesizedOperation parentheses => Unwrap(parentheses.Operand),
        _ => operation,
    };

    /// <summary>Returns whether an operation reads a property of a generated type.</summary>
    public static bool IsProperty(IOperation operation, ServiceFacts facts, string type, string property) =>
        operation is IPropertyReferenceOperation reference
        && reference.Property.Name == property
        && reference.Property.ContainingType.Name == type
        && ModelFacts.Find(reference.Property.ContainingType) == facts;

    /// <summary>Returns whether a loop is one of those in which a program repeats a call until a response is the last one.</summary>
    public static bool Repeats(ILoopOperation? loop) => loop is IWhileLoopOperation or IForLoopOperation;
}
