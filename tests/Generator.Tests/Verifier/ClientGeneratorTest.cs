using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>
/// Roslyn's own test of a source generator, with the compiler of a strict consumer. Every diagnostic of the generator and of the
/// compiler must be expected, with its exact span: <c>{|#0:…|}</c> in a file marks the span of <c>WithLocation(0)</c>.
/// </summary>
internal sealed class ClientGeneratorTest : CSharpSourceGeneratorTest<ClientGenerator, DefaultVerifier>
{
    // No package is downloaded: the tests' own framework is among the additional references.
    private static readonly ReferenceAssemblies NoPackages = new("net10.0");

    /// <param name="files">The additional files, each with the metadata that the build gives to it.</param>
    public ClientGeneratorTest(params IEnumerable<ModelText> files)
    {
        ReferenceAssemblies = NoPackages;
        TestState.AdditionalReferences.AddRange(Compiler.References);
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;

        var config = new StringBuilder("is_global = true\nbuild_property.RootNamespace = Acme\n");
        foreach (var file in files)
        {
            var path = Rooted(file.Path);
            TestState.AdditionalFiles.Add((path, file.Text));
            config.Append(CultureInfo.InvariantCulture, $"\n[{path}]\n");
            foreach (var (key, value) in file.Metadata())
            {
                config.Append(CultureInfo.InvariantCulture, $"{key} = {value}\n");
            }
        }

        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", SourceText.From(config.ToString(), Encoding.UTF8)));
    }

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp12;

    protected override CompilationOptions CreateCompilationOptions() => Compiler.Options;

    protected override ParseOptions CreateParseOptions() => Compiler.ParseOptions.WithLanguageVersion(LanguageVersion);

    // Sections of a global configuration need absolute paths.
    private static string Rooted(string path) => path.StartsWith('/') ? path : "/" + path;
}
