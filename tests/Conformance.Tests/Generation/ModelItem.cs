using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>A model file as the compiler hands it to a generator.</summary>
internal sealed class ModelText(string path, string? text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text ?? File.ReadAllText(path), Encoding.UTF8);
}

/// <summary>What the build attaches to the files of one AwsService item.</summary>
internal sealed class ModelItemOptions(string item) : AnalyzerConfigOptionsProvider
{
    public const string RootNamespace = "Generated";

    private readonly Options _item = new("build_metadata.AdditionalFiles.AwsService", item);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.RootNamespace", RootNamespace);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _item;

    /// <summary>Options with one entry.</summary>
    private sealed class Options(string name, string content) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == name ? content : null;
            return value is not null;
        }
    }
}
