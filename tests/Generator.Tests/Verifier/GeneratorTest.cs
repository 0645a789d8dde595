using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>
/// Runs the generator on a <see cref="TestState"/> and verifies that it does not throw, reports no diagnostics, and generates code that
/// compiles without a warning. <see cref="ClientGeneratorTest"/> is for tests that expect diagnostics.
/// </summary>
internal sealed class GeneratorTest
{
    public TestState TestState { get; init; } = new();

    public static CSharpGeneratorDriver CreateDriver(TestState state, bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new ClientGenerator().AsSourceGenerator()],
        [.. state.AdditionalFiles.Select(static file => file.ToAdditionalText())],
        Compiler.ParseOptions,
        new TestOptions(state.RootNamespace, state.AdditionalFiles, state.WantsReports),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Runs the generator without verifying anything.</summary>
    public GeneratorRun RunOnly()
    {
        var driver = CreateDriver(TestState).RunGeneratorsAndUpdateCompilation(Compiler.Compile(TestState.Sources, TestState.HasHttpFactory, TestState.HasTesting), out var compilation, out _);
        return new GeneratorRun(driver.GetRunResult().Results.Single(), compilation);
    }

    /// <summary>Runs and verifies; <paramref name="name"/> is the folder of the test's snapshots.</summary>
    public GeneratorRun Run([CallerMemberName] string name = "")
    {
        var run = RunOnly();
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics);
        Compiler.VerifyClean(run.Compilation);
        foreach (var file in TestState.GeneratedSources)
        {
            Snapshot.Verify(name, file, run.Text(file));
        }

        return run;
    }
}
