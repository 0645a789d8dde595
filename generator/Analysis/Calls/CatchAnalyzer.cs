using System.Collections.Immutable;
using System.Linq;
using DataZoneGen.Generator.Analysis.Facts;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Calls;

/// <summary>Finds <c>catch</c> handlers for exceptions of a service that no operation called in the <c>try</c> block throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatchAnalyzer : ClientAnalyzer
{
    /// <summary>The diagnostics that this analyzer reports.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(AnalyzerDescriptors.UnreachableCatch);

    /// <summary>Registers for <c>try</c> statements.</summary>
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Try);

    private static void Analyze(OperationAnalysisContext context)
    {
        var tried = (ITryOperation)context.Operation;
        foreach (var clause in tried.Catches)
        {
            if (clause.ExceptionType is INamedTypeSymbol type
                && ModelFacts.Find(type) is { } facts
                && IsModeled(type, facts)
                && ThrownExceptions.Find(tried.Body, facts, type) is { } thrown
                && !thrown.Contains(type.Name))
            {
                context.ReportDiagnostic(Diagnostic.Create(AnalyzerDescriptors.UnreachableCatch, GetLocation(clause), type.Name));
            }
        }
    }

    private static bool IsModeled(INamedTypeSymbol type, ServiceFacts facts) =>
        type.BaseType is { } parent && parent.Name == facts.BaseException && SymbolEqualityComparer.Default.Equals(parent.ContainingNamespace, type.ContainingNamespace);

    private static Location GetLocation(ICatchClauseOperation clause) =>
        clause.Syntax is CatchClauseSyntax { Declaration.Type: { } type } ? type.GetLocation() : clause.Syntax.GetLocation();
}
