using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Generation;
using DataZoneGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataZoneGen.Benchmarks.Analyzers;

/// <summary>
/// Measures what the analyzers add to a keystroke, in a document of a project with a client for some or all operations of DataZone, and what the facts add to its assembly.
/// </summary>
internal static class AnalyzerProgram
{
    public const string Command = "analyzers";

    private const int Edits = 40;
    private const int WarmUps = 20;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Empty = [new EmptyAnalyzer()];

    private static readonly string[] Selections =
    [
        "ListDataSources|ListDataSourceRuns",
        "GetDataSourceRun|StartDataSourceRun|ListDataSourceRuns|ListDataSourceRunActivities|GetDataSource|ListDataSources",
        "*",
    ];

    public static async Task RunAsync()
    {
        var analyzers = typeof(ClientGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        foreach (var operations in Selections)
        {
            var client = Generate(operations);
            WriteSizes(operations, client);
            if (client.SyntaxTrees.Any(static tree => tree.FilePath.EndsWith("/GetDataSourceRun.g.cs", StringComparison.Ordinal)))
            {
                await MeasureAsync("client in the same project", client, analyzers);
                await MeasureAsync("client in an assembly", Compile([]).AddReferences(ToAssembly(client)), analyzers);
            }
        }
    }

    private static void WriteSizes(string operations, Compilation client)
    {
        var facts = client.SyntaxTrees.Single(static tree => tree.FilePath.EndsWith(".ModelFacts.g.cs", StringComparison.Ordinal));
        var (with, without) = (Emit(client).Length, Emit(client.RemoveSyntaxTrees(facts)).Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{operations}\n  facts: {facts.GetText().Length:N0} characters; assembly: {without:N0} bytes without, {with:N0} with ({100.0 * (with - without) / without:F1} %)"));
    }

    /// <summary>Measures edits of a document: each creates a compilation, as in an editor, and asks for the diagnostics of the document.</summary>
    private static async Task MeasureAsync(string layout, Compilation client, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var document = ConsumerCode.Parse(0, ParseOptions);
        var project = client.AddSyntaxTrees(document);
        var with = new List<double>();
        var without = new List<double>();
        var own = analyzers.ToDictionary(static analyzer => analyzer, static _ => new List<double>());
        var count = 0;
        for (var edit = 1; edit <= WarmUps + Edits; edit++)
        {
            var edited = ConsumerCode.Parse(edit, ParseOptions);
            var (nothing, _, _) = await AnalyzeAsync(project.ReplaceSyntaxTree(document, edited), edited, Empty);
            var (everything, telemetry, found) = await AnalyzeAsync(project.ReplaceSyntaxTree(document, edited), edited, analyzers);
            if (edit > WarmUps)
            {
                without.Add(nothing);
                with.Add(everything);
                count = found;
                foreach (var analyzer in analyzers)
                {
                    own[analyzer].Add(telemetry[analyzer]);
                }
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {layout}: {Median([.. with.Zip(without, static (a, b) => a - b)]):F2} ms for a keystroke ({Median(with):F2} ms with analyzers, {Median(without):F2} ms with an empty one); {count} diagnostics"));
        foreach (var (analyzer, times) in own)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {analyzer.GetType().Name}: {Median(times):F2} ms by its own telemetry"));
        }
    }

    private static async Task<(double Milliseconds, IReadOnlyDictionary<DiagnosticAnalyzer, double> Telemetry, int Count)> AnalyzeAsync(
        Compilation compilation, SyntaxTree document, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var model = compilation.GetSemanticModel(document);
        _ = model.GetDiagnostics();
        var analysis = compilation.WithAnalyzers(
            analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        var watch = Stopwatch.StartNew();
        var diagnostics = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
        var time = watch.Elapsed.TotalMilliseconds;
        var telemetry = new Dictionary<DiagnosticAnalyzer, double>();
        foreach (var analyzer in analyzers)
        {
            telemetry.Add(analyzer, (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds);
        }

        return (time, telemetry, diagnostics.Length);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static Compilation Generate(string operations)
    {
        _ = ModelDriver.OfPackage(operations).Create().RunGeneratorsAndUpdateCompilation(Compile([]), out var compilation, out _);
        return compilation;
    }

    private static PortableExecutableReference ToAssembly(Compilation client) => MetadataReference.CreateFromImage(Emit(client).ToArray());

    private static MemoryStream Emit(Compilation compilation)
    {
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? image : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(3)));
    }

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Consumer",
        trees,
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
}
