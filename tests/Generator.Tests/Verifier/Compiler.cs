using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>The compiler of a strict consumer: C# 12, nullable, documentation checked, every warning on.</summary>
internal static class Compiler
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    // One empty compilation for all: what it has read of the references is used again by those made from it.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Consumer",
        references: References(),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            specificDiagnosticOptions:
            [
                // The runtime library is built for .NET 8 and used on a newer one; builds never show these two.
                new("CS1701", ReportDiagnostic.Suppress),
                new("CS1702", ReportDiagnostic.Suppress),
            ]));

    public static CSharpCompilation Compile(IEnumerable<string> sources, CSharpParseOptions? options = null) =>
        Empty.AddSyntaxTrees(sources.Select((source, index) =>
            CSharpSyntaxTree.ParseText(source, options ?? ParseOptions, path: string.Create(CultureInfo.InvariantCulture, $"Source{index}.cs"))));

    /// <summary>Errors and warnings, each with the line it concerns.</summary>
    public static IReadOnlyList<string> Problems(Compilation compilation, DiagnosticSeverity least = DiagnosticSeverity.Warning) =>
        [.. compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= least)
            .Select(static diagnostic => diagnostic.ToString() + "\n    " + LineOf(diagnostic.Location))];

    /// <summary>Fails with all that the compiler has to say.</summary>
    public static void VerifyClean(Compilation compilation)
    {
        if (Problems(compilation) is { Count: > 0 } problems)
        {
            Assert.Fail("The compilation has problems:\n" + string.Join("\n", problems));
        }
    }

    private static string LineOf(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";

    private static IEnumerable<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return trusted
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(AwsClient).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path));
    }
}
