using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DataZoneGen.Testing.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Logging;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>The compiler of a strict consumer: C# 12, nullable, documentation checked, every warning on.</summary>
internal static class Compiler
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        specificDiagnosticOptions:
        [
            // The runtime library is built for .NET 8 and used on a newer one; builds never show these two.
            new("CS1701", ReportDiagnostic.Suppress),
            new("CS1702", ReportDiagnostic.Suppress),
        ]);

    /// <summary>The framework of the tests and the assemblies of the package.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. ToReferences([.. Framework(), typeof(AwsClient).Assembly.Location, typeof(ILogger).Assembly.Location])];

    // A shared empty compilation, whose references are read only once.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Consumer", references: References, options: Options);

    private static readonly CSharpCompilation WithHttpFactory = Empty.AddReferences(ToReferences(
        [
            .. Trusted().Where(static path => IsIn("Microsoft.Extensions.", path) && path != typeof(ILogger).Assembly.Location),
            .. Directory.GetFiles(AppContext.BaseDirectory, "NSubstitute.dll"),
        ]));

    private static readonly Lazy<CSharpCompilation> WithTesting = new(static () => WithHttpFactory.AddReferences(ToReferences(
        [.. Trusted().Where(static path => IsIn("Microsoft.AspNetCore.", path)), typeof(FakeService).Assembly.Location])));

    public static CSharpCompilation Compile(
        IEnumerable<string> sources, bool hasHttpFactory = false, bool hasTesting = false, CSharpParseOptions? options = null) =>
        (hasTesting ? WithTesting.Value : hasHttpFactory ? WithHttpFactory : Empty).AddSyntaxTrees(sources.Select((source, index) =>
            CSharpSyntaxTree.ParseText(source, options ?? ParseOptions, path: string.Create(CultureInfo.InvariantCulture, $"Source{index}.cs"))));

    /// <summary>Errors and warnings, each with its line.</summary>
    public static IReadOnlyList<string> Problems(Compilation compilation, DiagnosticSeverity least = DiagnosticSeverity.Warning) =>
        [.. compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= least)
            .Select(static diagnostic => diagnostic.ToString() + "\n    " + LineOf(diagnostic.Location))];

    /// <summary>Fails with all diagnostics of the compiler.</summary>
    public static void VerifyClean(Compilation compilation)
    {
        if (Problems(compilation) is { Count: > 0 } problems)
        {
            Assert.Fail("The compilation has problems:\n" + string.Join("\n", problems));
        }
    }

    private static string LineOf(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";

    private static IEnumerable<MetadataReference> ToReferences(IEnumerable<string> paths) => paths.Select(static path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<string> Framework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Trusted().Where(path => Path.GetDirectoryName(path) == folder);
    }

    private static string[] Trusted() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static bool IsIn(string prefix, string path) => Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal);
}
