using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Generation;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Parts;

/// <summary>Measures the generator in a first build and after a keystroke. The process is warm, as a compiler server is.</summary>
internal sealed class GeneratorPart : IPart
{
    private const int Rounds = 9;
    private const int RoundsOfLargeModels = 5;
    private const int RoundsOfLargestModel = 2;
    private const string Example = "GetDataSourceRun";

    private static readonly int[] Selections = [10, 50];

    public string Name => "generator";

    public Task<IReadOnlyList<Table>> MeasureAsync(MeasureContext context)
    {
        List<GenerationSubject> subjects = [.. CreateSubjects(context)];
        foreach (var subject in subjects)
        {
            MeasureContext.Report("Steps of " + subject.Name);

            // It warms the process up, too.
            subject.Verify();
        }

        for (var round = 0; round < subjects.Max(static subject => subject.Rounds); round++)
        {
            foreach (var subject in subjects.Where(subject => round < subject.Rounds))
            {
                MeasureContext.Report($"Round {round + 1} of {subject.Name}");
                subject.Measure();
            }
        }

        return Task.FromResult<IReadOnlyList<Table>>(
        [
            new(
                "generator",
                [new("first build", "ms"), new("keystroke", "ms"), new("allocated", "MB"), new("generated", "KB")],
                [.. subjects.Select(static subject => subject.ToRow())]),
        ]);
    }

    private static IEnumerable<GenerationSubject> CreateSubjects(MeasureContext context)
    {
        var operations = ModelDriver.FindOperations();
        yield return new("DataZone, 1 operation", ModelDriver.OfPackage(Example), context.Rounds(Rounds));
        foreach (var count in Selections)
        {
            // Operations of all kinds, because those of one subject share their shapes.
            var selected = Enumerable.Range(0, count).Select(index => operations[index * operations.Count / count]);
            yield return new(FormattableString.Invariant($"DataZone, {count} operations"), ModelDriver.OfPackage(string.Join('|', selected)), context.Rounds(Rounds));
        }

        yield return new(FormattableString.Invariant($"DataZone, all {operations.Count} operations"), ModelDriver.OfPackage("*"), context.Rounds(Rounds));
        var rounds = RoundsOfLargestModel;
        foreach (var (name, count, folder) in LargeModels.Find())
        {
            yield return new(FormattableString.Invariant($"{name}, all {count} operations"), ModelDriver.OfFolder(folder), context.Rounds(rounds));
            rounds = RoundsOfLargeModels;
        }
    }
}
