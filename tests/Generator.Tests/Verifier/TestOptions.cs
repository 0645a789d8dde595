using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>The options that a build passes to the compiler: properties of the project and metadata of each file.</summary>
internal sealed class TestOptions(string? rootNamespace, IEnumerable<ModelText> files, bool reports = false) : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, KeyValueOptions> _byPath =
        files.GroupBy(static f => f.Path, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => Options(g.Last().Metadata()), StringComparer.Ordinal);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        Options(
        [
            .. rootNamespace is null ? Array.Empty<KeyValuePair<string, string>>() : [new("build_property.RootNamespace", rootNamespace)],
            .. reports ? [new("build_property.DataZoneGenReports", "true")] : Array.Empty<KeyValuePair<string, string>>(),
        ]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        _byPath.TryGetValue(textFile.Path, out var options) ? options : Options([]);

    private static KeyValueOptions Options(IEnumerable<KeyValuePair<string, string>> values) => new(new(values, AnalyzerConfigOptions.KeyComparer));

    private sealed class KeyValueOptions(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
