using System;
using System.Collections.Generic;
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
/// Generates typed clients from AWS service models, which are additional files. This file defines the pipeline; the stages are in the
/// folders of the same names. No stage reads C# code, so editing code does not run the generator.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class ClientGenerator : IIncrementalGenerator
{
    private const string HttpFactoryAssembly = "Microsoft.Extensions.Http";

    private const string TestingAssembly = "DataZoneGen.Testing";

    private static readonly UTF8Encoding Utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Registers the stages: text → model → services → closures → units → files.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var language = context.ParseOptionsProvider
            .Select(static (options, _) => new ProjectLanguage(((CSharpParseOptions)options).LanguageVersion))
            .WithTrackingName(StepNames.Language);

        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (pair, _) => InputFileReader.Read(pair.Left, pair.Right) is { } file ? [file] : Array.Empty<InputFile>())
            .WithTrackingName(StepNames.Files);

        var items = ReadItems(files);

        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) ? name : "")
            .WithTrackingName(StepNames.RootNamespace);

        var project = items.Combine(rootNamespace)
            .Select(static (pair, _) => new ProjectSettings(pair.Left.Value, pair.Right));

        var modelFiles = files
            .Where(static file => file.Role == FileRole.Model)
            .Combine(language)
            .Where(static pair => pair.Right.IsSupported)
            .Select(static (pair, _) => pair.Left);

        var models = modelFiles
            .Where(static file => file.Operation is null)
            .Select(static (file, cancellationToken) =>
            {
                Emitter.Prepare();
                return StageRunner.ReadModel(file, cancellationToken);
            })
            .WithTrackingName(StepNames.Models)
            .CollectValues();

        var filter = models.Combine(project)
            .Select(static (pair, _) => StageRunner.Run<OperationFilter>("the lists of operations", _ => [OperationFilter.Create(pair.Left.Items, pair.Right.Items)]))
            .WithTrackingName(StepNames.OperationFilter);

        var services = models.Combine(ReadOperations(modelFiles, filter))
            .Select(static (pair, _) => new StepValues<ModelFile>([.. pair.Left.Items, .. pair.Right.Items]))
            .Combine(project)
            .Select(static (pair, _) => StageRunner.Run(
                "the model files", diagnostics => ServiceMerger.Merge(pair.Left.Items, pair.Right.Items, pair.Right.RootNamespace, diagnostics)))
            .WithTrackingName(StepNames.Services);

        var closures = services
            .SelectMany(static (merged, _) => merged.Value)
            .Select(static (service, _) => StageRunner.Run(service.Metadata.ServiceId, diagnostics => Select(service, diagnostics)))
            .WithTrackingName(StepNames.Closures);

        var plans = closures
            .SelectMany(static (closure, _) => closure.Value)
            .Select(static (closure, _) => StageRunner.Run(closure.Metadata.ServiceId, diagnostics => ServicePlanner.Plan(closure, diagnostics)))
            .WithTrackingName(StepNames.Plans);

        // DataZoneGen.Reports.targets sets the option for its own run of the compiler.
        var mode = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => new ReportMode(options.GlobalOptions.TryGetValue("build_property.DataZoneGenReports", out var value) && value == "true"))
            .WithTrackingName(StepNames.ReportMode);

        AddLocks(context, files, services, closures, mode);
        var references = ReadReferences(context);
        var sources = EmitFiles(context, plans, mode, references);

        // Diagnostics leave the pipeline at each stage, so that a diagnostic whose line changes does not regenerate any file.
        Report(context, StepNames.LanguageDiagnostics, language.Combine(files.CollectValues()).SelectMany(static (pair, _) => CheckLanguage(pair.Left, pair.Right.Items)));
        Report(context, StepNames.ItemDiagnostics, items.SelectMany(static (stage, _) => stage.Diagnostics));
        Report(context, StepNames.OperationFilterDiagnostics, filter.SelectMany(static (stage, _) => stage.Diagnostics));
        Report(context, StepNames.ServiceDiagnostics, services.SelectMany(static (stage, _) => stage.Diagnostics));
        Report(context, StepNames.ClosureDiagnostics, closures.SelectMany(static (stage, _) => stage.Diagnostics));
        Report(context, StepNames.NamespaceDiagnostics, closures.CollectValues().Combine(services).SelectMany(static (pair, _) => CheckNamespaces(pair.Left, pair.Right)));
        Report(context, StepNames.FakeDiagnostics, services.Combine(references).SelectMany(static (pair, _) => CheckFakes(pair.Left.Value, pair.Right)));
        Report(context, StepNames.PlanDiagnostics, plans.SelectMany(static (stage, _) => stage.Diagnostics));
        Report(context, StepNames.SourceDiagnostics, sources.SelectMany(static (stage, _) => stage.Diagnostics));
    }

    /// <summary>
    /// Reads the files of operations. A file that is not needed is not opened; its name says which operation it has. If the list of
    /// operations changes, only the newly selected files are read.
    /// </summary>
    private static IncrementalValueProvider<StepValues<ModelFile>> ReadOperations(
        IncrementalValuesProvider<InputFile> modelFiles, IncrementalValueProvider<StageResult<OperationFilter>> filter) => modelFiles
        .Where(static file => file.Operation is not null)
        .Combine(filter)
        .Select(static (pair, _) => new OperationFile(pair.Left, pair.Right.Value.All(filter => filter.IsNeeded(pair.Left))))
        .WithTrackingName(StepNames.OperationFiles)
        .Select(static (operation, cancellationToken) => operation.IsNeeded
            ? StageRunner.ReadModel(operation.File, cancellationToken)
            : new ModelFile(operation.File.Text.Path, operation.File.Item) { UnreadOperation = operation.File.Operation })
        .WithTrackingName(StepNames.OperationModels)
        .CollectValues();

    /// <summary>Finds the references that some generated code needs. Their file names are all that is available without the compilation.</summary>
    private static IncrementalValueProvider<ProjectReferences> ReadReferences(IncrementalGeneratorInitializationContext context) => context.MetadataReferencesProvider
        .Select(static (reference, _) => GetAssemblyName(reference.Display))
        .Where(static name => name is HttpFactoryAssembly or TestingAssembly)
        .Collect()
        .Select(static (found, _) => new ProjectReferences(found.Contains(HttpFactoryAssembly), found.Contains(TestingAssembly)))
        .WithTrackingName(StepNames.References);

    /// <summary>Returns the name of a referenced assembly. Editors display the reference to a project as the name of its assembly instead of a file.</summary>
    private static string GetAssemblyName(string? reference)
    {
        var name = Path.GetFileName(reference) ?? "";
        return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - ".dll".Length) : name;
    }

    private static IncrementalValuesProvider<StageResult<GeneratedFile>> EmitFiles(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<StageResult<UnitPlan>> plans,
        IncrementalValueProvider<ReportMode> mode,
        IncrementalValueProvider<ProjectReferences> references)
    {
        var units = plans
            .Combine(mode)
            .Where(static pair => !pair.Right.IsReport)
            .SelectMany(static (pair, _) => pair.Left.Value)
            .Combine(references)
            .Where(static pair => pair.Right.Allow(pair.Left))
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

    /// <summary>Reads the AwsService items of the project, with their locations in the project file.</summary>
    private static IncrementalValueProvider<StageResult<ServiceItem>> ReadItems(IncrementalValuesProvider<InputFile> files)
    {
        var lists = files
            .Where(static file => file.Role == FileRole.ItemList)
            .Select(static (file, cancellationToken) => StageRunner.Run<ItemList>(
                Path.GetFileName(file.Text.Path), _ => [ItemListReader.Read(StageRunner.GetText(file.Text, cancellationToken))]))
            .WithTrackingName(StepNames.ItemLists);

        var projects = files
            .Where(static file => file.Role == FileRole.Project)
            .Select(static (file, cancellationToken) => StageRunner.Run<ProjectFile>(
                Path.GetFileName(file.Text.Path), _ => [ProjectFileReader.Read(file.Text.Path, StageRunner.GetText(file.Text, cancellationToken))]))
            .WithTrackingName(StepNames.Projects);

        return lists.CollectValues().Combine(projects.CollectValues())
            .Select(static (pair, _) => StageRunner.Run("the AwsService items", diagnostics => LocateItems(pair.Left.Items, pair.Right.Items, diagnostics)))
            .WithTrackingName(StepNames.Items);
    }

    private static EquatableArray<ServiceItem> LocateItems(
        EquatableArray<StageResult<ItemList>> listStages, EquatableArray<StageResult<ProjectFile>> projectStages, List<DiagnosticInfo> diagnostics)
    {
        diagnostics.AddRange(listStages.SelectMany(static stage => stage.Diagnostics).Concat(projectStages.SelectMany(static stage => stage.Diagnostics)));
        var projects = projectStages.SelectMany(static stage => stage.Value).ToList();
        var located = listStages.SelectMany(static stage => stage.Value)
            .Select(list => list with { Items = list.Items.Select(item => ItemLocator.Locate(item, projects)).ToEquatableArray() })
            .ToList();
        ItemChecker.Check(located, projects, diagnostics);
        return located.SelectMany(static list => list.Items).ToEquatableArray();
    }

    private static EquatableArray<DiagnosticInfo> CheckLanguage(ProjectLanguage language, EquatableArray<InputFile> files) =>
        language.IsSupported || files.All(static file => file.Role != FileRole.Model)
            ? []
            : [DiagnosticInfo.Create(DiagnosticDescriptors.LanguageVersionTooOld, default, language.Version.ToDisplayString())];

    private static EquatableArray<Closure> Select(ServiceModel service, List<DiagnosticInfo> diagnostics) =>
        ClosureBuilder.Build(service, diagnostics) is { } closure ? [closure] : [];

    private static IEnumerable<DiagnosticInfo> CheckNamespaces(StepValues<StageResult<Closure>> closures, StageResult<ServiceModel> services) =>
        SharedNamespaces.Find(closures.Items.SelectMany(static stage => stage.Value), services.Value);

    private static IEnumerable<DiagnosticInfo> CheckFakes(EquatableArray<ServiceModel> services, ProjectReferences references) => references.HasTesting
        ? []
        : services
            .Select(static service => (service.Metadata, Fake: ServiceOptions.FindFake(service, [])))
            .Where(static service => service.Fake.Value != FakeMode.None)
            .Select(static service => DiagnosticInfo.Create(
                DiagnosticDescriptors.MissingTestingLibrary, service.Fake.SourceLocation, service.Metadata.ServiceId));

    private static void Report(IncrementalGeneratorInitializationContext context, string step, IncrementalValuesProvider<DiagnosticInfo> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics.WithTrackingName(step), static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
}
