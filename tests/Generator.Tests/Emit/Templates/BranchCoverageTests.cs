using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Emit;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

public sealed class BranchCoverageTests
{
    [Fact]
    public void Every_branch_of_every_template_is_rendered()
    {
        var coverage = new BranchCoverage();
        IEnumerable<ModelText>[] models =
        [
            [.. Gallery.Files, .. DataZone.Files], TemplateBranches.Files, TemplateBranches.FilesWithoutSessions, ObjectStore.Files(), ObjectStore.Files("GetObject"),
            [.. Gallery.Files.Select(WithFake)], [.. ObjectStore.Files().Select(WithFake)], TemplateBranches.FilesForFakes,
        ];
        foreach (var unit in models.SelectMany(Units))
        {
            Emitter.Emit(unit, coverage);
        }

        var missing = coverage.Missing.ToList();
        Assert.True(missing.Count == 0, "No model of this test renders:\n" + string.Join("\n", missing));
    }

    [Fact]
    public void A_branch_that_no_model_renders_is_found()
    {
        var coverage = new BranchCoverage();
        var units = Units(new Widgets().Files).Where(static unit => unit is OperationUnit);

        foreach (var unit in units)
        {
            Emitter.Emit(unit, coverage);
        }

        Assert.Contains("OperationWire, line 19, if $operation.IsChecksumRequired", coverage.Missing);
        Assert.DoesNotContain("OperationWire, line 19, if $operation.IsChecksumRequired: else", coverage.Missing);
    }

    private static ModelText WithFake(ModelText file) => file with { Fake = "true" };

    private static IEnumerable<UnitPlan> Units(IEnumerable<ModelText> files)
    {
        var state = new TestState();
        state.AdditionalFiles.AddRange(files);
        var result = GeneratorTest.CreateDriver(state, trackSteps: true).RunGenerators(Compiler.Compile([])).GetRunResult().Results.Single();
        return result.TrackedSteps[StepNames.Plans].SelectMany(static step => step.Outputs).SelectMany(static output => ((StageResult<UnitPlan>)output.Value).Value);
    }
}
