using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>
/// Roslyn's test of an analyzer and its code fix, with the compiler of a strict consumer. The code that the generator creates is part of the project as
/// sources, because the test does not run generators where it applies fixes.
/// </summary>
internal sealed class ClientCodeFixTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    // No package is downloaded: the tests' own framework is among the additional references.
    private static readonly ReferenceAssemblies NoPackages = new("net10.0");

    public ClientCodeFixTest()
    {
        ReferenceAssemblies = NoPackages;
        TestState.AdditionalReferences.AddRange(Compiler.References);
        FixedState.MarkupHandling = MarkupMode.Allow;
    }

    /// <summary>Adds sources to the states before and after the fix.</summary>
    public void AddSources(IEnumerable<(string Name, string Text)> sources)
    {
        foreach (var (name, text) in sources)
        {
            TestState.Sources.Add((name, text));
            FixedState.Sources.Add((name, text));
        }
    }

    /// <summary>The code that the generator creates from files.</summary>
    public static IReadOnlyList<(string Name, string Text)> Generate(IEnumerable<ModelText> files)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(files);
        return [.. test.RunOnly().Result.GeneratedSources.Select(static source => ("/generated/" + source.HintName, source.SourceText.ToString()))];
    }

    /// <summary>Adds files to a project, as the build passes them.</summary>
    public static void AddFiles(ProjectState project, IEnumerable<ModelText> files)
    {
        var config = new StringBuilder("is_global = true\nbuild_property.RootNamespace = Acme\n");
        foreach (var file in files)
        {
            var path = file.Path.StartsWith('/') ? file.Path : "/" + file.Path;
            project.AdditionalFiles.Add((path, SourceText.From(file.Text, Encoding.UTF8)));
            config.Append(CultureInfo.InvariantCulture, $"\n[{path}]\n");
            foreach (var (key, value) in file.Metadata())
            {
                config.Append(CultureInfo.InvariantCulture, $"{key} = {value}\n");
            }
        }

        project.AnalyzerConfigFiles.Add(("/" + project.Name + "/.globalconfig", SourceText.From(config.ToString(), Encoding.UTF8)));
    }

    protected override CompilationOptions CreateCompilationOptions() => Compiler.Options;

    protected override ParseOptions CreateParseOptions() => Compiler.ParseOptions;
}
