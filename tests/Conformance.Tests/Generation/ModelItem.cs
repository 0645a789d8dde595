using System.Collections.Generic;
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
internal sealed class ModelItemOptions(string item, string? protocol, bool hasFake) : AnalyzerConfigOptionsProvider
{
    public const string RootNamespace = "Generated";

    private const string Prefix = "build_metadata.AdditionalFiles.";

    private readonly Options _item = new(new() { [Prefix + "AwsService"] = item, [Prefix + "AwsProtocol"] = protocol, [Prefix + "AwsFake"] = hasFake ? "true" : null });

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new() { ["build_property.RootNamespace"] = RootNamespace });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _item;

    /// <summary>Options whose values are known; one that is null is not set.</summary>
    private sealed class Options(Dictionary<string, string?> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value) && value is not null;
    }
}
