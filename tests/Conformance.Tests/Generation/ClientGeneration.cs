using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataZoneGen.Generator;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;
using DataZoneGen.Testing.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>One run of the generator over the files of a service: what it wrote, and the plan it wrote it by.</summary>
internal sealed class ClientGeneration
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    // The generator looks for the name of the file.
    private static readonly MetadataReference Testing = MetadataReference.CreateFromFile(typeof(FakeService).Assembly.Location);

    private readonly GeneratorRunResult _run;

    private ClientGeneration(GeneratorRunResult run) => _run = run;

    public IEnumerable<SyntaxTree> Sources => _run.GeneratedSources.Select(static s => s.SyntaxTree);

    public ImmutableArray<Diagnostic> Diagnostics => _run.Diagnostics;

    public static ClientGeneration Run(ServiceFiles service)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()],
            service.Paths.Select(path => new ModelText(path, path == service.Model ? service.Text : null)),
            ParseOptions,
            new ModelItemOptions(service.Name, service.Protocol, service.HasFake),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var result = driver.RunGenerators(CSharpCompilation.Create("Nothing", references: [Testing])).GetRunResult().Results.Single();
        return result.Exception is null ? new ClientGeneration(result) : throw new InvalidOperationException("the generator threw", result.Exception);
    }

    /// <summary>The plan that the generator made, taken from its own steps. It is empty when every operation was left out.</summary>
    public ClientPlan ReadPlan()
    {
        var services = Outputs<ServiceModel>(StepNames.Services);
        var closures = Outputs<Closure>(StepNames.Closures);
        var plans = Outputs<UnitPlan>(StepNames.Plans);
        return new ClientPlan(
            closures.Value.SingleOrDefault(), plans.Value, [.. services.Diagnostics, .. closures.Diagnostics, .. plans.Diagnostics])
        {
            ModeledOperations = [.. services.Value.SelectMany(static s => s.Operations).Select(static o => o.Name)],
        };
    }

    private StageResult<T> Outputs<T>(string step)
        where T : IEquatable<T>
    {
        var stages = _run.TrackedSteps.GetValueOrDefault(step, [])
            .SelectMany(static s => s.Outputs)
            .Select(static o => o.Value)
            .OfType<StageResult<T>>()
            .ToList();
        return new StageResult<T>(
            stages.SelectMany(static s => s.Value).ToEquatableArray(),
            stages.SelectMany(static s => s.Diagnostics).ToEquatableArray());
    }
}
