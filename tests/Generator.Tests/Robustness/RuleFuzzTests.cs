using System;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Robustness;

/// <summary>Any endpoint rules compile without a warning or are reported as unsupported.</summary>
public sealed class RuleFuzzTests
{
    private const string Path = "models/widgets/endpoint-rule-set-1.json";

    [Fact]
    public void Rules_of_the_right_types_compile_without_a_warning()
    {
        foreach (var seed in FuzzTime.Seeds(60))
        {
            var run = Run(seed, wrong: 0, out var rules);

            Assert.True(run.DiagnosticIds.Count == 0, "Seed " + seed + ": " + string.Join("\n", run.Result.Diagnostics) + "\n" + rules);
            VerifyClean(run, seed, rules);
        }
    }

    [Fact]
    public void Rules_of_wrong_types_compile_or_are_reported()
    {
        var refused = 0;
        foreach (var seed in FuzzTime.Seeds(60))
        {
            var run = Run(seed, wrong: 0.03, out var rules);

            Assert.All(run.DiagnosticIds, static id => Assert.Equal("DZG017", id));
            refused += run.DiagnosticIds.Count;
            VerifyClean(run, seed, rules);
        }

        Assert.NotEqual(0, refused);
    }

    private static GeneratorRun Run(int seed, double wrong, out string rules)
    {
        rules = new RandomRules(new Random(seed), wrong).Text();
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(new Widgets().Files.Where(static file => file.Path != Path));
        test.TestState.AdditionalFiles.Add(new ModelText(Path, rules));
        return test.RunOnly();
    }

    private static void VerifyClean(GeneratorRun run, int seed, string rules)
    {
        Assert.Null(run.Result.Exception);
        var problems = Compiler.Problems(run.Compilation);
        Assert.True(problems.Count == 0, "Seed " + seed + ":\n" + string.Join("\n", problems) + "\n" + rules);
    }
}
