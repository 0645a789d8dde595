using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataZoneGen.Benchmarks.Analyzers;

/// <summary>Gets the operations that the analyzers get and does nothing with them: what any analyzer of operations costs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1036", Justification = "No compiler loads it.")]
internal sealed class EmptyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("EMPTY", "Empty", "Empty", "Benchmarks", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
            start.RegisterOperationAction(static _ => { }, OperationKind.SimpleAssignment, OperationKind.ObjectCreation, OperationKind.Invocation));
    }
}
