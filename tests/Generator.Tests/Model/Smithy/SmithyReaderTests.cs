using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Models;
using DataZoneGen.Generator.Tests.Robustness;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

public sealed class SmithyReaderTests
{
    private const string Service = """
        "acme#Widgets": {"type": "service", "version": "1", "operations": [{"target": "acme#GetWidget"}],
          "traits": {"aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restJson1": {}}}
        """;

    [Fact]
    public void A_model_of_Smithy_gives_the_same_code_as_the_C2J_model_of_the_service()
    {
        var c2j = Generate(Gallery.Files
            .Where(static file => !file.Path.Contains("waiters", StringComparison.Ordinal))
            .Select(static file => file with
            {
                // Smithy knows no flag for more pages; a limit of length begins at 0 where C2J leaves that out.
                Text = file.Text
                    .Replace("\"more_results\": \"more\",", "", StringComparison.Ordinal)
                    .Replace("\"max\": 100}", "\"min\": 0, \"max\": 100}", StringComparison.Ordinal)
                    .Replace("\"max\": 1000}", "\"min\": 0, \"max\": 1000}", StringComparison.Ordinal),
            }));
        var smithy = Generate([new ModelText("models/gallery/gallery.json", SmithyGallery.Text) { Service = "Gallery" }]);

        Assert.Equal(c2j.Keys.Order(StringComparer.Ordinal), smithy.Keys.Order(StringComparer.Ordinal));
        Assert.All(c2j, file => Assert.Equal(file.Value, smithy[file.Key]));
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("3.0")]
    public void Another_version_of_Smithy_is_reported(string version) => Assert.Equal(
        ["m.json(1,12): DZG002: This file is not a service model, paginators, waiters or endpoint rules: it is a Smithy model of version '" + version + "', and only version 2 is known"],
        Reading.Describe(Reading.File("{\"smithy\": \"" + version + "\", \"shapes\": {}}", "m.json").Diagnostics).Select(static d => d.Replace("service model, Smithy model,", "service model,", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"smithy": "2.0", "shapes": []}""", 1, 29, "'shapes' must be an object, but is an array")]
    [InlineData("""{"smithy": "2.0", "shapes": {"a#S": 1}}""", 1, 37, "'a#S' must be an object, but is a number")]
    [InlineData("""{"smithy": "2.0", "shapes": {"a#S": {"type": "strung"}}}""", 1, 46, "'type' must be the name of a shape type, but is 'strung'")]
    [InlineData("""{"smithy": "2.0", "shapes": {"a#S": {}}}""", 1, 30, "'type' must be the name of a shape type, but is missing")]
    [InlineData("""{"smithy": "2.0", "shapes": {"a#S": {"type": "structure", "members": {"m": {}}}}}""", 1, 71, "'target' must be a string, but is missing")]
    [InlineData("""{"smithy": "2.0", "shapes": {"a#S": {"type": "structure", "members": {"m": {"target": 1}}}}}""", 1, 87, "'target' must be a string, but is a number")]
    [InlineData("""{"smithy": "2.0", "shapes": {"a#L": {"type": "list"}}}""", 1, 30, "'member' must be an object, but is missing")]
    [InlineData("""{"smithy": "2.0", "shapes": {"a#S": {"type": "string", "traits": {"smithy.api#documentation": 1}}}}""", 1, 95, "'smithy.api#documentation' must be a string, but is a number")]
    [InlineData("""{"smithy": "2.0", "shapes": {"a#T": {"type": "timestamp", "traits": {"smithy.api#timestampFormat": "x"}}}}""", 1, 100, "'smithy.api#timestampFormat' must be a known format, but is 'x'")]
    public void A_field_of_the_wrong_type_is_reported_where_it_stands(string text, int line, int column, string message) => Assert.Contains(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"m.json({line},{column}): DZG003: {message}"),
        Reading.Describe(Reading.File(text, "m.json").Diagnostics));

    [Fact]
    public void A_mixin_of_itself_ends()
    {
        var file = Reading.File("""
            {"smithy": "2.0", "shapes": {
              "a#A": {"type": "structure", "mixins": [{"target": "a#B"}], "members": {"x": {"target": "smithy.api#String"}}},
              "a#B": {"type": "structure", "mixins": [{"target": "a#A"}], "members": {"y": {"target": "smithy.api#String"}}}}}
            """, "m.json");

        Assert.All(Reading.Describe(file.Diagnostics), static d => Assert.Contains("DZG003: 'mixins' must be a list of defined shapes", d, StringComparison.Ordinal));
        Assert.NotEmpty(file.Diagnostics);
    }

    [Fact]
    public void Mixins_nested_without_measure_are_refused()
    {
        var shapes = string.Join(", ", Enumerable.Range(0, 5_000).Select(static i => $$$""" "a#S{{{i}}}": {"type": "structure", "mixins": [{"target": "a#S{{{i + 1}}}"}], "members": {}} """));
        var file = Reading.File("{\"smithy\": \"2.0\", \"shapes\": {" + shapes + "}}", "m.json");

        Assert.Contains(Reading.Describe(file.Diagnostics), static d => d.EndsWith("'mixins' must be nested at most 32 deep, but is nested deeper", StringComparison.Ordinal));
    }

    [Fact]
    public void An_operation_that_is_not_bound_to_HTTP_is_left_out()
    {
        var test = Test(Service, """ "acme#GetWidget": {"type": "operation"} """);
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG010").At(test.TestState.AdditionalFiles[0], "\"acme#GetWidget\": {").WithArguments("GetWidget", "it is not bound to HTTP"));

        test.Run();
    }

    [Fact]
    public void Waiters_are_read_from_their_operation()
    {
        var test = Test(Service, """
            "acme#GetWidget": {"type": "operation", "output": {"target": "acme#Out"}, "traits": {
              "smithy.api#http": {"method": "GET", "uri": "/"},
              "smithy.waiters#waitable": {"WidgetReady": {"minDelay": 5, "acceptors": [
                {"state": "success", "matcher": {"output": {"path": "name", "expected": "x", "comparator": "stringEquals"}}},
                {"state": "retry", "matcher": {"errorType": "acme#NotFound"}},
                {"state": "failure", "matcher": {"success": false}}]}}}},
            "acme#Out": {"type": "structure", "members": {"name": {"target": "smithy.api#String"}}}
            """);
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG019").At(test.TestState.AdditionalFiles[0], "\"acme#Widgets\": {").WithArguments("Widgets"));

        var waiter = test.Run().Text("Widgets/WidgetReadyWaiter.Wire.g.cs");

        Assert.Contains("response.Name == \"x\"", waiter, StringComparison.Ordinal);
        Assert.Contains("error.ErrorCode == \"NotFound\"", waiter, StringComparison.Ordinal);
        Assert.Contains("FromSeconds(5), 120", waiter, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_to_a_model_does_no_harm()
    {
        foreach (var seed in FuzzTime.Seeds(60))
        {
            var random = new Random(seed);
            var text = seed % 3 == 0 ? Mutations.Of(SmithyGallery.Text, random) : Mutations.OfMeaning(SmithyGallery.Text, random);
            var test = new GeneratorTest();
            test.TestState.AdditionalFiles.Add(new ModelText("m.json", text));
            Sound.Verify(test.RunOnly(), "Seed " + seed);
        }
    }

    private static Dictionary<string, string> Generate(IEnumerable<ModelText> files)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(files);
        var run = test.RunOnly();
        Assert.Equal(["DZG014"], run.DiagnosticIds);
        Assert.Empty(Compiler.Problems(run.Compilation, DiagnosticSeverity.Warning));
        return run.Result.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString());
    }

    private static GeneratorTest Test(params string[] shapes)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText("m.json", "{\"smithy\": \"2.0\", \"shapes\": {" + string.Join(", ", shapes) + "}}"));
        return test;
    }
}
