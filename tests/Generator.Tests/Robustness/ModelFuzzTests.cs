using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Robustness;

/// <summary>
/// For any model, the generator does not throw, reports no internal error (DZG099), and generates code that compiles without errors.
/// </summary>
public sealed class ModelFuzzTests
{
    [Fact]
    public void The_original_model_is_valid()
    {
        var run = Test(Gallery.Files).RunOnly();

        // A member has the name of a property that every response has.
        Assert.Equal(["DZG014"], run.DiagnosticIds);
        Assert.Contains("Gallery/GalleryClientExtensions.Waiters.g.cs", run.HintNames);
        Compiler.VerifyClean(run.Compilation);
    }

    [Fact]
    public void Corrupted_bytes_cause_no_failure() => Try(100, Mutations.Of);

    [Fact]
    public void Corrupted_names_and_values_cause_no_failure() => Try(150, Mutations.OfMeaning);

    private static void Try(int count, Func<string, Random, string> damage)
    {
        foreach (var seed in FuzzTime.Seeds(count))
        {
            var random = new Random(seed);
            var files = Gallery.Files.ToArray();

            // Half of the corruptions are in the service file, which has most of the text.
            var index = random.Next(2) == 0 ? 0 : random.Next(files.Length);
            files[index] = files[index] with { Text = damage(files[index].Text, random) };
            Sound.Verify(Test(files).RunOnly(), "Seed " + seed + " damages " + files[index].Path);
        }
    }

    private static GeneratorTest Test(IReadOnlyList<ModelText> files)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(files);
        return test;
    }
}
