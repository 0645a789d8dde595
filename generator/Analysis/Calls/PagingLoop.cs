using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Analysis.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Calls;

/// <summary>
/// A loop around an operation that has a paginator. It pages by hand if the token of a response becomes the token of the next request, and is used for nothing
/// else: code that shows, stores or returns the token needs it.
/// </summary>
/// <param name="loop">The loop.</param>
/// <param name="facts">The facts of the service.</param>
/// <param name="operation">The operation.</param>
/// <param name="token">The property of the request.</param>
/// <param name="next">The property of the response.</param>
internal sealed class PagingLoop(ILoopOperation loop, ServiceFacts facts, OperationFacts operation, string token, string next)
{
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);

    public bool IsHandwritten()
    {
        var inside = loop.Descendants().ToList();
        var responses = inside.Where(IsNextToken).ToList();
        if (responses.Count == 0)
        {
            return false;
        }

        foreach (var response in responses)
        {
            if (FindVariable(response) is { } variable)
            {
                _variables.Add(variable);
            }
        }

        return inside.Any(SetsToken)
            && responses.All(IsOnlyPassedOn)
            && OperationTree.FindRoot(loop).Descendants().Where(IsVariable).All(IsOnlyPassedOn);
    }

    private bool IsNextToken(IOperation candidate) => OperationTree.IsProperty(candidate, facts, operation.Name + "Response", next);

    /// <summary>Returns whether an assignment in an initializer sets the token of a request to that of a response.</summary>
    private bool SetsToken(IOperation candidate) =>
        candidate is ISimpleAssignmentOperation assignment
        && OperationTree.IsProperty(assignment.Target, facts, operation.Request, token)
        && assignment.Value.DescendantsAndSelf().Any(value => IsNextToken(value) || IsVariable(value));

    private bool IsVariable(IOperation candidate) => candidate switch
    {
        ILocalReferenceOperation local => _variables.Contains(local.Local),
        IParameterReferenceOperation parameter => _variables.Contains(parameter.Parameter),
        _ => false,
    };

    /// <summary>Returns the variable that gets the token: by an assignment, a declaration or a pattern.</summary>
    private static ISymbol? FindVariable(IOperation response)
    {
        var (value, parent) = FindUse(response);
        return parent switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == value => target.Local,
            ISimpleAssignmentOperation { Target: IParameterReferenceOperation target } assignment when assignment.Value == value => target.Parameter,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } symbol } } => symbol,
            IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: { } symbol } } => symbol,
            _ => null,
        };
    }

    private bool IsOnlyPassedOn(IOperation reference)
    {
        var (value, parent) = FindUse(reference);
        return parent switch
        {
            // A concatenation would show the token. Other operators compare it, or its length.
            IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add } or IIsPatternOperation => true,
            // Another variable could be used for anything.
            IVariableInitializerOperation => IsNextToken(reference),
            ISimpleAssignmentOperation assignment =>
                assignment.Target == value || IsVariable(assignment.Target) || OperationTree.IsProperty(assignment.Target, facts, operation.Request, token),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } } } => true,
            // Some tokens are maps.
            IPropertyReferenceOperation { Property.Name: "Length" or "Count" } => true,
            _ => false,
        };
    }

    /// <summary>Returns the operation that uses a value, and the operand that contains the value, without conversions.</summary>
    private static (IOperation Value, IOperation? Parent) FindUse(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or ICoalesceOperation
            || (value.Parent is IConditionalOperation condition && condition.Condition != value))
        {
            value = value.Parent;
        }

        return (value, value.Parent);
    }
}
