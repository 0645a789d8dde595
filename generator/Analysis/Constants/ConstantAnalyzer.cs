using System.Collections.Immutable;
using DataZoneGen.Generator.Analysis.Facts;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Constants;

/// <summary>
/// Compares constants with the model where code writes them into requests: in initializers, <c>with</c> expressions and assignments, as arguments of overloads without a
/// request object, as values of enums, and as variants of unions. A symbol decides first, without an allocation, whether to look at an operation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantAnalyzer : ClientAnalyzer
{
    /// <summary>The diagnostics that this analyzer reports.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        AnalyzerDescriptors.PatternMismatch,
        AnalyzerDescriptors.LengthOutOfRange,
        AnalyzerDescriptors.NumberOutOfRange,
        AnalyzerDescriptors.SizeOutOfRange,
        AnalyzerDescriptors.UnknownEnumValue);

    /// <summary>Registers for assignments, creations of objects and calls.</summary>
    protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(AnalyzeCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(AnalyzeInvocation, OperationKind.Invocation);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { IsStatic: false, ContainingType: { } type } property }
            && ModelFacts.Find(type) is { } facts
            && facts.FindMember(type, property.Name) is { } limit)
        {
            new ValueChecker(context, facts, type.Name, property.Name).Check(assignment.Value, limit);
        }
    }

    private static void AnalyzeCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Arguments.Length == 1 && creation.Constructor?.ContainingType is { } type && ModelFacts.Find(type) is { } facts)
        {
            var value = creation.Arguments[0].Value;
            if (facts.FindEnum(type) is { } known)
            {
                new ValueChecker(context, facts, type.Name, "").CheckEnum(value, known, type);
            }
            else if (type.ContainingType is { } union && facts.FindMember(type, "Value") is { } limit)
            {
                new ValueChecker(context, facts, union.Name, type.Name).Check(value, limit);
            }
        }
    }

    private static void AnalyzeInvocation(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        var method = invocation.TargetMethod;
        if (!method.IsStatic || invocation.Arguments.Length < 2 || method.ContainingType is not { } type || ModelFacts.Find(type) is not { } facts)
        {
            return;
        }

        if (method is { IsExtensionMethod: true } && facts.FindOperation(method) is { } operation)
        {
            foreach (var argument in invocation.Arguments)
            {
                if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Ordinal: > 0 } parameter }
                    && facts.FindParameter(operation, parameter.Name, out var property) is { } limit)
                {
                    new ValueChecker(context, facts, operation.Request, property).Check(argument.Value, limit);
                }
            }
        }
        else if (method.Name is "Parse" or "TryParse" && facts.FindEnum(type) is { } known)
        {
            foreach (var argument in invocation.Arguments)
            {
                if (argument.Parameter?.Ordinal == 0)
                {
                    new ValueChecker(context, facts, type.Name, "").CheckEnum(argument.Value, known, type);
                }
            }
        }
    }
}
