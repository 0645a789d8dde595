using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using DataZoneGen.Testing.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>Compiles what was generated as strictly as a consumer may, and loads it.</summary>
internal static class ClientCompiler
{
    private const int MaxReported = 20;

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        // The runtime refers to an older framework than the one that runs the tests; the SDK switches these off as well.
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    private static readonly MetadataReference[] References =
    [
        .. TrustedAssemblies().Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a client; gives its image, and every error and warning.</summary>
    public static (MemoryStream Image, IReadOnlyList<string> Problems) Compile(ClientGeneration generation, string name)
    {
        var compilation = CSharpCompilation.Create("Generated." + name, generation.Sources, References, Options);
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        var problems = generation.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Concat(result.Diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning));
        return (image, [.. problems.Select(static d => d.ToString())]);
    }

    /// <exception cref="InvalidOperationException">There are problems.</exception>
    public static Assembly Load((MemoryStream Image, IReadOnlyList<string> Problems) compiled, string name)
    {
        if (compiled.Problems.Count > 0)
        {
            throw new InvalidOperationException(
                $"the client of {name} does not compile cleanly, {compiled.Problems.Count} problems: "
                + string.Join(Environment.NewLine, compiled.Problems.Take(MaxReported)));
        }

        compiled.Image.Position = 0;
        return new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(compiled.Image);
    }

    private static IEnumerable<string> TrustedAssemblies()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var aspNetCore = Path.GetDirectoryName(typeof(IEndpointRouteBuilder).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework || Path.GetDirectoryName(path) == aspNetCore)
            .Append(typeof(AwsClient).Assembly.Location)
            .Append(typeof(FakeService).Assembly.Location);
    }
}
