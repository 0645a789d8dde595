using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>
/// Two runs of a generator, the second one after an edit, as in an editor. It returns what each step of the pipeline did in the second run.
/// </summary>
internal sealed class IncrementalRun
{
    private readonly GeneratorRunResult _result;

    private IncrementalRun(GeneratorRunResult result) => _result = result;

    public IReadOnlyDictionary<string, string> Texts =>
        _result.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>An edit of C# code.</summary>
    public static IncrementalRun AfterCode(IReadOnlyList<ModelText> files) => After(files, static (driver, _) => driver, Compiler.Compile(["class Edited { }"]));

    /// <summary>Reopens the files: different objects with the same text.</summary>
    public static IncrementalRun AfterTouch(IReadOnlyList<ModelText> files) =>
        After(files, (driver, _) => driver.ReplaceAdditionalTexts([.. files.Select(static file => file.ToAdditionalText())]), Compiler.Compile([]));

    /// <summary>An edit of model files or of their metadata. Unchanged files are not reopened.</summary>
    public static IncrementalRun AfterEdit(IReadOnlyList<ModelText> before, IReadOnlyList<ModelText> after) => After(
        before,
        (driver, opened) => driver
            .WithUpdatedAnalyzerConfigOptions(new TestOptions("Acme", after))
            .ReplaceAdditionalTexts([.. after.Select(file => opened.TryGetValue(file, out var text) ? text : file.ToAdditionalText())]),
        Compiler.Compile([]));

    /// <summary>A new options provider, as after every build, with the values it had.</summary>
    public static IncrementalRun AfterNewOptions(IReadOnlyList<ModelText> files) =>
        After(files, (driver, _) => driver.WithUpdatedAnalyzerConfigOptions(new TestOptions("Acme", files)), Compiler.Compile([]));

    /// <summary>The results of a step, most work first: <c>Cached</c>, <c>Unchanged</c>, <c>Modified</c>, <c>New</c>, <c>Removed</c>, each once.</summary>
    public string At(string step) => string.Join("+", Reasons(step).Distinct().OrderDescending());

    /// <summary>The structs that steps return, including steps without a name. Classes in them are written as <c>object</c>.</summary>
    public IReadOnlyList<string> Structs
    {
        get
        {
            var steps = new HashSet<IncrementalGeneratorRunStep>();
            var next = new Stack<IncrementalGeneratorRunStep>(_result.TrackedSteps.Concat(_result.TrackedOutputSteps).SelectMany(static step => step.Value));
            while (next.TryPop(out var step))
            {
                if (steps.Add(step))
                {
                    step.Inputs.ToList().ForEach(input => next.Push(input.Source));
                }
            }

            return [.. steps.SelectMany(static step => step.Outputs).Select(static output => Describe(output.Value.GetType())).Where(static type => type != "object").Distinct().Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The results for the files that are passed to the compiler.</summary>
    public string AtOutputs() => string.Join("+", _result.TrackedOutputSteps.SelectMany(static step => step.Value)
        .SelectMany(static step => step.Outputs).Select(static output => output.Reason).Distinct().OrderDescending());

    /// <summary>The number of new results of a step.</summary>
    public int Redone(string step) =>
        Reasons(step).Count(static reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    /// <summary>Adds a reference to the project.</summary>
    public static IncrementalRun AfterReference(IReadOnlyList<ModelText> files, string library) =>
        After(files, static (driver, _) => driver, Compiler.Compile([]).AddReferences(MetadataReference.CreateFromFile(library)));

    private static string Describe(Type type) => !type.IsValueType ? "object"
        : type.IsGenericType ? type.Name.Split('`')[0] + "<" + string.Join(", ", type.GetGenericArguments().Select(Describe)) + ">"
        : type.Name;

    private static IncrementalRun After(
        IReadOnlyList<ModelText> files, Func<GeneratorDriver, IReadOnlyDictionary<ModelText, AdditionalText>, GeneratorDriver> edit, CSharpCompilation edited)
    {
        var state = new TestState();
        state.AdditionalFiles.AddRange(files);
        var opened = files.ToDictionary(static file => file, static file => file.ToAdditionalText());
        var first = GeneratorTest.CreateDriver(state, trackSteps: true).ReplaceAdditionalTexts([.. opened.Values]).RunGenerators(Compiler.Compile([]));
        Assert.NotEmpty(first.GetRunResult().GeneratedTrees);
        return new IncrementalRun(edit(first, opened).RunGenerators(edited).GetRunResult().Results.Single());
    }

    private IEnumerable<IncrementalStepRunReason> Reasons(string step)
    {
        Assert.True(_result.TrackedSteps.ContainsKey(step), "There is no step '" + step + "'.");
        return _result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason);
    }
}
