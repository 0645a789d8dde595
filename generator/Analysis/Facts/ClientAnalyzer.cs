using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataZoneGen.Generator.Analysis.Facts;

/// <summary>The base of analyzers of code that uses a client. They do nothing in a compilation without a client, and skip generated code.</summary>
public abstract class ClientAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Registers the analyzer if the compilation can contain a client.</summary>
    public sealed override void Initialize(AnalysisContext context)
    {
        if (context is null)
        {
            throw new ArgumentNullException(nameof(context));
        }

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ModelFacts.ArePossible(start.Compilation))
            {
                Register(start);
            }
        });
    }

    /// <summary>Registers for the operations that the analyzer looks at.</summary>
    protected abstract void Register(CompilationStartAnalysisContext context);
}
