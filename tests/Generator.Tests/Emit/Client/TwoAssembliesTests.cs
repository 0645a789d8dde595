using System.IO;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Emit.Client;

public sealed class TwoAssembliesTests
{
    [Fact]
    public void A_client_that_a_referenced_assembly_has_too_compiles_without_a_warning()
    {
        using var image = new MemoryStream();
        var emitted = Generate(Compiler.Compile([])).WithAssemblyName("Library").Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));

        Compiler.VerifyClean(Generate(Compiler.Compile([]).AddReferences(MetadataReference.CreateFromImage(image.ToArray()))));
    }

    private static Compilation Generate(Compilation compilation)
    {
        GeneratorTest.CreateDriver(new Widgets { Output = """ "name": {"shape": "String"} """ }.ToTest().TestState)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return generated;
    }
}
