using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Emit;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan;
using DataZoneGen.Generator.Selection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator;

/// <summary>
/// Turns AWS service models, given as additional files, into typed clients. This file is the outline; each stage stands
/// in the folder of its name. No stage looks at C# code, so typing costs nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp12;

    private const string HttpFactoryFile = "Microsoft.Extensions.Http.dll";

    private static readonly UTF8Encoding Utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Registers the stages: text → model → services → closures → units → files.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var language = context.ParseOptionsProvider
            .Select(static (options, _) => ((CSharpParseOptions)options).LanguageVersion)
            .WithTrackingName(StepNames.Language);

        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => (Text: pair.Left, Options: ItemOptionsReader.Read(pair.Left, pair.Right)))
            .Where(static file => file.Options is not null)
            .WithTrackingName(StepNames.Files);

        var models = files
            .Combine(language)
            .Where(static pair => pair.Right >= OldestLanguage)
            .Select(static (pair, _) => pair.Left)
            .Select(static (file, cancellationToken) => Guard.Read(file.Text, file.Options!, cancellationToken))
            .WithTrackingName(StepNames.Models);

        var services = models.Collect()
            .Select(static (all, _) => Guard.Stage("the model files", diagnostics => ServiceMerger.Merge(all, diagnostics)))
            .WithTrackingName(StepNames.Services);

        var closures = services
            .SelectMany(static (merged, _) => merged.Value)
            .Select(static (service, _) => Guard.Stage(service.Metadata.ServiceId, diagnostics => Select(service, diagnostics)))
            .WithTrackingName(StepNames.Closures);

        var plans = closures
            .SelectMany(static (closure, _) => closure.Value)
            .Select(static (closure, _) => Guard.Stage(closure.Metadata.ServiceId, diagnostics => ServicePlanner.Plan(closure, diagnostics)))
            .WithTrackingName(StepNames.Plans);

        // By the names of the referenced files, which is all that the compiler can tell without looking at code.
        var httpFactory = context.MetadataReferencesProvider
            .Where(static reference => Path.GetFileName(reference.Display) == HttpFactoryFile)
            .Collect()
            .Select(static (found, _) => found.Length > 0)
            .WithTrackingName(StepNames.HttpFactory);

        var units = plans
            .SelectMany(static (plan, _) => plan.Value)
            .Combine(httpFactory)
            .Where(static pair => pair.Right || pair.Left is not RegistrationUnit)
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName(StepNames.Units);

        var sources = units
            .Select(static (unit, _) => Guard.Stage(unit.Context.ServiceId, _ => Emitter.Emit(unit)))
            .WithTrackingName(StepNames.Sources);

        context.RegisterSourceOutput(sources, static (output, emitted) =>
        {
            foreach (var file in emitted.Value)
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Utf8WithoutMark));
            }
        });

        // Diagnostics are forked off each stage, so that a problem that moves by a line writes no file anew.
        Report(context, language.Combine(files.Collect()).Select(static (pair, _) => CheckLanguage(pair.Left, pair.Right.Length)));
        Report(context, services.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.ServiceDiagnostics));
        Report(context, closures.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.ClosureDiagnostics));
        Report(context, closures.Collect().Select(static (all, _) => CheckNamespaces(all)).WithTrackingName(StepNames.NamespaceDiagnostics));
        Report(context, plans.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.PlanDiagnostics));
        Report(context, sources.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.SourceDiagnostics));
    }

    private static EquatableArray<DiagnosticInfo> CheckLanguage(LanguageVersion version, int files) => version >= OldestLanguage || files == 0
        ? []
        : [DiagnosticInfo.Create(DiagnosticDescriptors.LanguageVersionTooOld, default, version.ToDisplayString())];

    private static EquatableArray<Closure> Select(ServiceModel service, List<DiagnosticInfo> diagnostics) =>
        ClosureBuilder.Build(service, diagnostics) is { } closure ? [closure] : [];

    private static EquatableArray<DiagnosticInfo> CheckNamespaces(ImmutableArray<Stage<Closure>> closures) =>
        SharedNamespaces.Find(closures.SelectMany(static stage => stage.Value)).ToEquatableArray();

    private static void Report(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<DiagnosticInfo>> diagnostics) =>
        context.RegisterSourceOutput(diagnostics, Report);

    private static void Report(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<EquatableArray<DiagnosticInfo>> diagnostics) =>
        context.RegisterSourceOutput(diagnostics, Report);

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
