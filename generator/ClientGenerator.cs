using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Emit;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Model.Files;
using DataZoneGen.Generator.Plan;
using DataZoneGen.Generator.Plan.Units;
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
            .Select(static (pair, _) => (Text: pair.Left, Options: AdditionalFileOptionsReader.Read(pair.Left, pair.Right)))
            .Where(static file => file.Options is not null)
            .WithTrackingName(StepNames.Files);

        var items = ReadItems(files);

        var models = files
            .Where(static file => file.Options!.Role == FileRole.Model)
            .Combine(language)
            .Where(static pair => pair.Right >= OldestLanguage)
            .Select(static (pair, _) => pair.Left)
            .Select(static (file, cancellationToken) => StageRunner.ReadModel(file.Text, file.Options!.Item, cancellationToken))
            .WithTrackingName(StepNames.Models);

        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) ? name : "")
            .WithTrackingName(StepNames.RootNamespace);

        var services = models.Collect().Combine(items).Combine(rootNamespace)
            .Select(static (all, _) => StageRunner.Run(
                "the model files", diagnostics => ServiceMerger.Merge(all.Left.Left, all.Left.Right.Value, all.Right, diagnostics)))
            .WithTrackingName(StepNames.Services);

        var closures = services
            .SelectMany(static (merged, _) => merged.Value)
            .Select(static (service, _) => StageRunner.Run(service.Metadata.ServiceId, diagnostics => Select(service, diagnostics)))
            .WithTrackingName(StepNames.Closures);

        var plans = closures
            .SelectMany(static (closure, _) => closure.Value)
            .Select(static (closure, _) => StageRunner.Run(closure.Metadata.ServiceId, diagnostics => ServicePlanner.Plan(closure, diagnostics)))
            .WithTrackingName(StepNames.Plans);

        var sources = EmitFiles(context, plans);

        // Diagnostics are forked off each stage, so that a problem that moves by a line writes no file anew.
        Report(context, language.Combine(files.Collect()).Select(static (pair, _) => CheckLanguage(pair.Left, pair.Right.Count(static file => file.Options!.Role == FileRole.Model))));
        Report(context, items.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.ItemDiagnostics));
        Report(context, services.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.ServiceDiagnostics));
        Report(context, closures.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.ClosureDiagnostics));
        Report(context, closures.Collect().Combine(services).Select(static (pair, _) => CheckNamespaces(pair.Left, pair.Right)).WithTrackingName(StepNames.NamespaceDiagnostics));
        Report(context, plans.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.PlanDiagnostics));
        Report(context, sources.Select(static (stage, _) => stage.Diagnostics).WithTrackingName(StepNames.SourceDiagnostics));
    }

    private static IncrementalValuesProvider<StageResult<GeneratedFile>> EmitFiles(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<StageResult<UnitPlan>> plans)
    {
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
            .Select(static (unit, _) => StageRunner.Run(unit.Context.ServiceId, _ => Emitter.Emit(unit)))
            .WithTrackingName(StepNames.Sources);

        context.RegisterSourceOutput(sources, static (output, emitted) =>
        {
            foreach (var file in emitted.Value)
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Utf8WithoutMark));
            }
        });

        return sources;
    }

    /// <summary>The AwsService items of the project, each with its place in the project file.</summary>
    private static IncrementalValueProvider<StageResult<ServiceItem>> ReadItems(IncrementalValuesProvider<(AdditionalText Text, AdditionalFileOptions? Options)> files)
    {
        var lists = files
            .Where(static file => file.Options!.Role == FileRole.ItemList)
            .Select(static (file, cancellationToken) => StageRunner.Run<ItemList>(
                Path.GetFileName(file.Text.Path), _ => [ItemListReader.Read(StageRunner.GetText(file.Text, cancellationToken))]))
            .WithTrackingName(StepNames.ItemLists);

        var projects = files
            .Where(static file => file.Options!.Role == FileRole.Project)
            .Select(static (file, cancellationToken) => StageRunner.Run<ProjectFile>(
                Path.GetFileName(file.Text.Path), _ => [ProjectFileReader.Read(file.Text.Path, StageRunner.GetText(file.Text, cancellationToken))]))
            .WithTrackingName(StepNames.Projects);

        return lists.Collect().Combine(projects.Collect())
            .Select(static (pair, _) => StageRunner.Run("the AwsService items", diagnostics => LocateItems(pair.Left, pair.Right, diagnostics)))
            .WithTrackingName(StepNames.Items);
    }

    private static EquatableArray<ServiceItem> LocateItems(
        ImmutableArray<StageResult<ItemList>> listStages, ImmutableArray<StageResult<ProjectFile>> projectStages, List<DiagnosticInfo> diagnostics)
    {
        diagnostics.AddRange(listStages.SelectMany(static stage => stage.Diagnostics).Concat(projectStages.SelectMany(static stage => stage.Diagnostics)));
        var projects = projectStages.SelectMany(static stage => stage.Value).ToList();
        var located = listStages.SelectMany(static stage => stage.Value)
            .Select(list => list with { Items = list.Items.Select(item => ItemLocator.Locate(item, projects)).ToEquatableArray() })
            .ToList();
        ItemChecker.Check(located, projects, diagnostics);
        return located.SelectMany(static list => list.Items).ToEquatableArray();
    }

    private static EquatableArray<DiagnosticInfo> CheckLanguage(LanguageVersion version, int files) => version >= OldestLanguage || files == 0
        ? []
        : [DiagnosticInfo.Create(DiagnosticDescriptors.LanguageVersionTooOld, default, version.ToDisplayString())];

    private static EquatableArray<Closure> Select(ServiceModel service, List<DiagnosticInfo> diagnostics) =>
        ClosureBuilder.Build(service, diagnostics) is { } closure ? [closure] : [];

    private static EquatableArray<DiagnosticInfo> CheckNamespaces(ImmutableArray<StageResult<Closure>> closures, StageResult<ServiceModel> services) =>
        SharedNamespaces.Find(closures.SelectMany(static stage => stage.Value), services.Value).ToEquatableArray();

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
