using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Emit;
using DataZoneGen.Generator.Plan;
using DataZoneGen.Generator.Selection;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Robustness;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

/// <summary>Any model is read or reported, without an exception.</summary>
public sealed class SmithyFuzzTests
{
    [Fact]
    public void A_corrupted_model_is_read_or_reported() => Try(TwoVocabulariesTests.Smithy.Text, static text => [new ModelText("models/widgets.json", text)]);

    [Fact]
    public void Corrupted_extras_are_merged_or_reported() => Try(
        """
        {"version": 1.0, "merge": {
          "metadata": {"signingName": "w", "protocols": ["rest-json"]},
          "operations": {"GetWidget": {"http": {"method": "POST"}, "errors": [{"shape": "Gone"}], "deprecated": true}},
          "shapes": {"Widget": {"members": {"color": {"shape": "Names"}}, "required": ["color"]}, "Names": {"member": {"shape": "Widget"}, "max": 3}, "New": {"type": "string"}},
          "pagination": {"ListWidgets": {"result_key": ["widgets"], "more_results": "next"}},
          "waiters": {"WidgetSold": {"delay": 3, "acceptors": [{"matcher": "status", "expected": 200, "state": "success"}]}}
        }}
        """,
        static text => [TwoVocabulariesTests.Smithy, new ModelText("models/x.sdk-extras.json", text)]);

    private static void Try(string seedling, Func<string, ModelText[]> files)
    {
        foreach (var seed in FuzzTime.Seeds(2_000))
        {
            var text = Mutations.Of(seedling, new Random(seed));
            try
            {
                Generate(files(text));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {exception.Message}\n{text}"), exception);
            }
        }
    }

    /// <summary>Runs all stages without the StageRunner, which would convert exceptions to diagnostics.</summary>
    private static void Generate(ModelText[] files)
    {
        foreach (var service in Reading.Services(files).Services)
        {
            var diagnostics = new List<DiagnosticInfo>();
            if (ClosureBuilder.Build(service, diagnostics) is { } closure)
            {
                _ = ServicePlanner.Plan(closure, diagnostics).SelectMany(static unit => Emitter.Emit(unit)).ToList();
            }
        }
    }
}
