using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using DataZoneGen.Benchmarks.Measure.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Benchmarks.Generation;

/// <summary>A model and a selection of operations, and the numbers of the generator for them.</summary>
/// <param name="name">The subject in the table.</param>
/// <param name="model">The files.</param>
/// <param name="rounds">How often the first build is measured.</param>
internal sealed class GenerationSubject(string name, ModelDriver model, int rounds)
{
    private const int Keystrokes = 30;
    private const int WarmUps = 10;
    private const double KibiByte = 1024;
    private const double MebiByte = 1024 * 1024;

    private static readonly SyntaxTree Document = ConsumerCode.Parse(0, CSharpParseOptions.Default);

    private static readonly CSharpCompilation Project = CSharpCompilation.Create("Consumer", [Document]);

    private readonly List<double> _builds = [];
    private readonly List<double> _keystrokes = [];
    private readonly List<double> _allocated = [];
    private double _generated;

    public string Name => name;

    public int Rounds => rounds;

    /// <summary>Checks that the generator does nothing after an edit of code. Only a driver that records its steps can tell, and it is slower than others.</summary>
    /// <exception cref="InvalidOperationException">The generator reports errors, or a step did something.</exception>
    public void Verify()
    {
        var built = model.Create(trackSteps: true).RunGenerators(Project);
        var result = built.GetRunResult();
        if (result.GeneratedTrees.IsEmpty || result.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is not null)
        {
            throw new InvalidOperationException($"The generator failed for {name}: {result.Diagnostics.FirstOrDefault()}");
        }

        var edited = built.RunGenerators(Edit(1)).GetRunResult().Results.Single();
        var steps = edited.TrackedSteps.Concat(edited.TrackedOutputSteps)
            .SelectMany(static step => step.Value.SelectMany(static run => run.Outputs).Select(output => (step.Key, output.Reason)))
            .ToList();
        if (steps.Count == 0 || steps.Any(static step => step.Reason != IncrementalStepRunReason.Cached))
        {
            var worked = steps.Where(static step => step.Reason != IncrementalStepRunReason.Cached).Distinct();
            throw new InvalidOperationException($"Steps of {name} worked after an edit of code: {string.Join(", ", worked)}");
        }
    }

    /// <summary>Measures a build with a driver that has not run, and edits of code after it.</summary>
    public void Measure()
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        var driver = model.Create().RunGeneratorsAndUpdateCompilation(Project, out _, out _);
        _builds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        _allocated.Add((GC.GetTotalAllocatedBytes(precise: true) - bytes) / MebiByte);
        _generated = driver.GetRunResult().Results.Single().GeneratedSources.Sum(static source => (double)Encoding.UTF8.GetByteCount(source.SourceText.ToString())) / KibiByte;
        _keystrokes.Add(MeasureKeystrokes(driver));
    }

    public Row ToRow() => new(name, [Cell.Of(_builds), Cell.Of(_keystrokes), Cell.Of(_allocated), Cell.Of(_generated)]);

    /// <summary>Returns the median of some edits in milliseconds. Parsing the edited document is no work of the generator.</summary>
    private static double MeasureKeystrokes(GeneratorDriver driver)
    {
        var times = new List<double>();
        for (var edit = 1; edit <= WarmUps + Keystrokes; edit++)
        {
            var edited = Edit(edit);
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(edited);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Cell.Of(times.Skip(WarmUps)).Median;
    }

    private static CSharpCompilation Edit(int edit) => Project.ReplaceSyntaxTree(Document, ConsumerCode.Parse(edit, CSharpParseOptions.Default));
}
