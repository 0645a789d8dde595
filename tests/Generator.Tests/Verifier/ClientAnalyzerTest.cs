using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>Where the generated client is that the code of an analyzer test uses.</summary>
public enum ClientPlace
{
    /// <summary>In the project of the code: the analyzer sees its source.</summary>
    SameProject,

    /// <summary>In an assembly.</summary>
    Assembly,

    /// <summary>In an assembly without bodies and internal members, as builds pass it to other projects.</summary>
    ReferenceAssembly,

    /// <summary>In another project of the editor: the analyzer sees its symbols.</summary>
    OtherProject,
}

/// <summary>
/// Roslyn's own test of an analyzer, with the compiler of a strict consumer and a generated client. <c>{|DZG101:…|}</c> marks the span of an expected diagnostic.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
internal sealed class ClientAnalyzerTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    // A client is generated and compiled once for all tests that use it in the same way.
    private static readonly ConcurrentDictionary<(string Models, ClientPlace Place), (IReadOnlyList<string> Sources, MetadataReference? Reference)> Clients = new();

    public ClientAnalyzerTest(IEnumerable<ModelText> models, ClientPlace place = ClientPlace.Assembly)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(Compiler.References);
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
        var files = models.ToList();
        var (sources, reference) = Clients.GetOrAdd((string.Concat(files), place), _ => CreateClient(files, place));
        if (reference is not null)
        {
            TestState.AdditionalReferences.Add(reference);
        }

        foreach (var source in sources)
        {
            TestState.Sources.Add(source);
        }
    }

    protected override CompilationOptions CreateCompilationOptions() => Compiler.Options;

    protected override ParseOptions CreateParseOptions() => Compiler.ParseOptions;

    private static (IReadOnlyList<string> Sources, MetadataReference? Reference) CreateClient(IReadOnlyList<ModelText> models, ClientPlace place)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(models);
        var run = test.Run();
        var sources = run.Result.GeneratedSources.Select(static source => source.SourceText.ToString()).ToList();
        var library = Compiler.Compile(sources).WithAssemblyName("Library");
        return place switch
        {
            ClientPlace.SameProject => (sources, null),
            ClientPlace.OtherProject => ([], library.ToMetadataReference()),
            ClientPlace.Assembly => ([], Emit(library, new EmitOptions())),
            _ => ([], Emit(library, new EmitOptions().WithEmitMetadataOnly(true).WithIncludePrivateMembers(false))),
        };
    }

    private static PortableExecutableReference Emit(Compilation library, EmitOptions options)
    {
        using var image = new MemoryStream();
        var emitted = library.Emit(image, options: options);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
