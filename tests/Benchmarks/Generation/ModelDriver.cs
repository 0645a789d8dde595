using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using DataZoneGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Benchmarks.Generation;

/// <summary>Creates the generator with the model of DataZone in the package, as a build does.</summary>
internal static class ModelDriver
{
    private const string ItemListPath = "obj/Consumer.AwsServices.txt";

    public static GeneratorDriver Create(string operations)
    {
        var models = Directory.GetFiles(Path.Combine(FindRepository(), "models", "datazone"), "*.json", SearchOption.AllDirectories)
            .Select(static path => (AdditionalText)new ModelText(path, SourceText.From(File.ReadAllText(path))))
            .Append(new ModelText(ItemListPath, SourceText.From("Include=DataZone\nKind=Package\nKey=datazone\nOperations=" + operations)))
            .ToImmutableArray();
        return CSharpGeneratorDriver.Create([new ClientGenerator().AsSourceGenerator()], models, optionsProvider: new ModelOptions());
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataZoneGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No parent folder of the benchmarks contains DataZoneGen.sln.");
    }

    private sealed class ModelText(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class ModelOptions : AnalyzerConfigOptionsProvider
    {
        private const string Metadata = "build_metadata.AdditionalFiles.";

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string>());

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        /// <summary>The metadata that DataZoneGen.targets gives to files of the package and to the list of items.</summary>
        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
        {
            var values = new Dictionary<string, string>();
            if (textFile.Path == ItemListPath)
            {
                values[Metadata + "AwsBuildFile"] = "Items";
            }
            else
            {
                values[Metadata + "AwsService"] = "datazone";
                if (Path.GetFileName(Path.GetDirectoryName(textFile.Path)) == "operations")
                {
                    values[Metadata + "AwsOperation"] = Path.GetFileNameWithoutExtension(textFile.Path);
                }
            }

            return new Values(values);
        }
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
