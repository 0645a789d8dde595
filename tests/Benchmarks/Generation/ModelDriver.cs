using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using DataZoneGen.Benchmarks.Processes;
using DataZoneGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Benchmarks.Generation;

/// <summary>Creates the generator with the files of one model, as a build does. The files are read once, before a driver is created.</summary>
internal sealed class ModelDriver
{
    /// <summary>The name of a model in a folder of AWS.</summary>
    public const string ModelFile = "service-2.json";

    private const string ItemListPath = "obj/Consumer.AwsServices.txt";
    private const string OperationsFolder = "operations";

    private static readonly string[] Sidecars = ["paginators-1.json", "waiters-2.json", "endpoint-rule-set-1.json", "paginators-1.sdk-extras.json"];

    private readonly Dictionary<string, string> _texts;
    private readonly ModelOptions _options;

    private ModelDriver(string items, string key, IEnumerable<string> paths)
    {
        _texts = paths.ToDictionary(static path => path, File.ReadAllText);
        _texts.Add(ItemListPath, items);
        _options = new(key, _texts.Keys);
    }

    /// <summary>Takes operations of DataZone from the models of the package.</summary>
    public static ModelDriver OfPackage(string operations) => new(
        "Include=DataZone\nKind=Package\nKey=datazone\nOperations=" + operations,
        "datazone",
        Directory.GetFiles(PackageFolder(), "*.json", SearchOption.AllDirectories));

    /// <summary>Takes all operations of a model of AWS, and what belongs to it.</summary>
    public static ModelDriver OfFolder(string folder)
    {
        var model = Path.Combine(folder, ModelFile);
        return new(
            $"Include={model}\nKind=File\nKey={model}\nOperations=*",
            model,
            Sidecars.Select(sidecar => Path.Combine(folder, sidecar)).Where(File.Exists).Prepend(model));
    }

    /// <summary>Returns the names of all operations of DataZone in the package.</summary>
    public static IReadOnlyList<string> FindOperations() =>
        [.. Directory.GetFiles(Path.Combine(PackageFolder(), OperationsFolder)).Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Creates a driver that has not run. It shares nothing with others.</summary>
    /// <param name="trackSteps">Whether its result says what each step did.</param>
    public GeneratorDriver Create(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new ClientGenerator().AsSourceGenerator()],
        _texts.Select(static file => new ModelText(file.Key, SourceText.From(file.Value))),
        optionsProvider: _options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));

    private static string PackageFolder() => Path.Combine(Repository.FindRoot(), "models", "datazone");

    private sealed class ModelText(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    /// <summary>The metadata that DataZoneGen.targets gives to files of models and to the list of items.</summary>
    private sealed class ModelOptions(string key, IEnumerable<string> paths) : AnalyzerConfigOptionsProvider
    {
        private const string Metadata = "build_metadata.AdditionalFiles.";

        private readonly Dictionary<string, Values> _values = paths.ToDictionary(static path => path, path => new Values(Describe(path, key)));

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values[textFile.Path];

        private static Dictionary<string, string> Describe(string path, string key)
        {
            if (path == ItemListPath)
            {
                return new() { [Metadata + "AwsBuildFile"] = "Items" };
            }

            var values = new Dictionary<string, string> { [Metadata + "AwsService"] = key };
            if (Path.GetFileName(Path.GetDirectoryName(path)) == OperationsFolder)
            {
                values[Metadata + "AwsOperation"] = Path.GetFileNameWithoutExtension(path);
            }

            return values;
        }
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
