using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using DataZoneGen.Testing.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace DataZoneGen.Generator.Tests.Caching;

/// <summary>The cost of edits: an edit of C# code runs no step; an edit of a model runs only the steps that depend on it.</summary>
public sealed class CacheTests
{
    private static readonly string[] Steps =
    [
        StepNames.Language, StepNames.Files, StepNames.ItemLists, StepNames.Projects, StepNames.Items, StepNames.RootNamespace,
        StepNames.Models, StepNames.OperationFilter, StepNames.OperationFiles, StepNames.OperationModels, StepNames.Services, StepNames.Closures,
        StepNames.Plans, StepNames.References, StepNames.Units, StepNames.Sources,
        StepNames.ReportMode, StepNames.LockTargets, StepNames.LockFiles, StepNames.LockComparison,
    ];

    /// <summary>Steps that have results only in a build that wants reports.</summary>
    private static readonly string[] ReportSteps = [StepNames.Reports];

    private const string EmptyLock = """{"modelLock": 1, "services": {"Gallery": {"protocol": "RestJson", "operations": {}, "shapes": {}}}}""";

    private static readonly IReadOnlyList<ModelText> Selected = [.. Gallery.Files.Select(static file => file with { Operations = "GetPicture" })];

    private static readonly string LockOfOther = EmptyLock.Replace("\"operations\": {}", "\"operations\": {\"Other\": {\"http\": \"GET /\"}}", StringComparison.Ordinal);

    /// <summary>The files of the service with the list of items and the project of a build.</summary>
    private static IReadOnlyList<ModelText> Listed(string operations, string before = "", string locked = EmptyLock) =>
    [
        .. Gallery.Files,
        OperationFile("Hang"),
        OperationFile("Frame"),
        ProjectItems.List(ProjectItems.Item("Gallery", "Package", "gallery", operations, modelLock: ProjectItems.LockPath)),
        ProjectItems.Lock(locked),
        ProjectItems.Project(before + "<AwsService Include=\"Gallery\" />"),
    ];

    [Fact]
    public void An_edit_of_CSharp_code_runs_no_step()
    {
        // Roslyn shows only steps with results, so that the lock file has a difference.
        var run = IncrementalRun.AfterCode(Listed("*", locked: LockOfOther));

        Assert.All(Steps, step => Assert.Equal("Cached", run.At(step)));
        Assert.Equal("Cached", run.AtOutputs());
    }

    /// <summary>Except steps for diagnostics, which have no results without a problem.</summary>
    [Fact]
    public void Every_step_has_a_name_that_a_test_can_see() => Assert.Equal(
        Steps.Concat(ReportSteps).Order(StringComparer.Ordinal),
        typeof(StepNames).GetFields().Select(static field => (string)field.GetValue(null)!).Where(static name => !name.EndsWith("Diagnostics", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_reopened_file_with_the_same_text_is_only_read()
    {
        var run = IncrementalRun.AfterTouch(Gallery.Files);

        Assert.Equal("Unchanged", run.At(StepNames.Models));
        VerifyNothingWritten(run);
    }

    [Fact]
    public void New_options_with_the_same_values_are_only_read()
    {
        var run = IncrementalRun.AfterNewOptions(Gallery.Files);

        Assert.Equal("Cached", run.At(StepNames.Models));
        VerifyNothingWritten(run);
    }

    [Fact]
    public void An_edit_of_an_operation_that_nobody_selected_ends_at_the_closure()
    {
        var run = AfterEdit(Selected, "\"Ping\", \"http\": {\"method\": \"HEAD\"", "\"Ping\", \"http\": {\"method\": \"POST\"");

        Assert.Equal("Modified", run.At(StepNames.Services));
        Assert.Equal("Unchanged", run.At(StepNames.Closures));
        Assert.Equal("Cached", run.At(StepNames.Plans));
        VerifyNothingWritten(run);
    }

    [Fact]
    public void An_edit_of_a_shape_that_nobody_selected_ends_at_the_closure()
    {
        var run = AfterEdit(Selected, "\"Double\": {\"type\": \"double\"}", "\"Double\": {\"type\": \"string\"}");

        Assert.Equal("Unchanged", run.At(StepNames.Closures));
        VerifyNothingWritten(run);
    }

    [Fact]
    public void Moved_lines_regenerate_no_file()
    {
        // The closure contains locations for diagnostics; plans contain none.
        var run = AfterEdit(Selected, "\"operations\": {", "\"examples\": [\n1,\n2],\n\n\"operations\": {\n");

        Assert.Equal("Modified", run.At(StepNames.Closures));
        Assert.Equal("Modified", run.At(StepNames.Plans).Replace("Unchanged", "Modified", StringComparison.Ordinal));
        VerifyNothingWritten(run);
    }

    [Fact]
    public void An_edit_of_an_enum_regenerates_only_its_files_and_the_facts()
    {
        var run = AfterEdit(Selected, "\"DARK_BLUE\"", "\"DARK_BLUE\", \"PINK\"");

        Assert.Equal(2, run.Redone(StepNames.Units));
        Assert.Equal(2, run.Redone(StepNames.Sources));
        Assert.Contains("DARK_BLUE PINK", run.Texts["Gallery/GalleryClient.ModelFacts.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Pink", run.Texts["Gallery/Color.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_structure_regenerates_only_its_files()
    {
        var run = AfterEdit(Selected, "\"size\": {\"shape\": \"Long\"}", "\"size\": {\"shape\": \"Long\"}, \"weight\": {\"shape\": \"Long\"}");

        Assert.Equal(1, run.Redone(StepNames.Units));
        Assert.Equal(1, run.Redone(StepNames.Sources));
        Assert.Contains("Weight", run.Texts["Gallery/Picture.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_documentation_regenerates_only_the_files_that_contain_it()
    {
        var run = AfterEdit(Selected, "Gets a picture.", "Fetches a picture.");

        Assert.Equal(1, run.Redone(StepNames.Sources));
    }

    [Fact]
    public void A_new_diagnostic_regenerates_no_file()
    {
        var run = AfterEdit(Selected, "\"Double\": {\"type\": \"double\"}", "\"Double\": {\"type\": \"dubble\"}");

        Assert.Equal("New", run.At(StepNames.ServiceDiagnostics));
        VerifyNothingWritten(run);
    }

    [Fact]
    public void Services_do_not_disturb_each_other()
    {
        var files = Gallery.Files.Concat(new Widgets().Files).ToList();
        var run = IncrementalRun.AfterEdit(files, Edit(files, "\"DARK_BLUE\"", "\"PINK\""));

        Assert.Equal("Cached+Modified", Sorted(run.At(StepNames.Closures)));
        Assert.Equal(2, run.Redone(StepNames.Sources));
    }

    [Fact]
    public void Another_selection_is_another_client()
    {
        var run = IncrementalRun.AfterEdit(Selected, [.. Selected.Select(static file => file with { Operations = "GetPicture|Ping" })]);

        Assert.Contains("Gallery/Ping.g.cs", run.Texts.Keys);
    }

    [Fact]
    public void A_changed_list_of_items_reads_no_model_again()
    {
        var run = IncrementalRun.AfterEdit(Listed("GetPicture"), Listed("GetPicture; Ping"));

        Assert.Equal("Cached", run.At(StepNames.Models));
        Assert.Equal("Modified", run.At(StepNames.Items));
        Assert.Contains("Gallery/Ping.g.cs", run.Texts.Keys);
    }

    [Fact]
    public void Another_list_of_items_reads_the_files_of_operations_that_are_new_in_it_and_no_others()
    {
        var run = IncrementalRun.AfterEdit(Listed("GetPicture; Hang"), Listed("GetPicture; Hang; Frame"));

        Assert.Equal(1, run.Redone(StepNames.OperationFiles));
        Assert.Equal(1, run.Redone(StepNames.OperationModels));
        Assert.Contains("Gallery/Frame.g.cs", run.Texts.Keys);
    }

    [Fact]
    public void An_edit_of_the_file_of_an_operation_that_nobody_selected_ends_at_this_file()
    {
        var run = AfterEdit(Listed("GetPicture; Hang"), "/Frame", "/Frames");

        Assert.Equal(0, run.Redone(StepNames.OperationModels));
        Assert.Equal("Cached", run.At(StepNames.Services));
    }

    [Fact]
    public void An_edit_of_the_file_of_an_operation_reads_only_this_file()
    {
        var run = AfterEdit(Listed("GetPicture; Hang; Frame"), "/Frame", "/Frames");

        Assert.Equal(1, run.Redone(StepNames.OperationModels));
        Assert.Equal(1, run.Redone(StepNames.Sources));
    }

    [Fact]
    public void An_edit_of_the_project_that_moves_an_item_ends_at_the_closure()
    {
        var run = IncrementalRun.AfterEdit(Listed("GetPicture"), Listed("GetPicture", "\n\n"));

        Assert.Equal("Modified", run.At(StepNames.Services));
        Assert.Equal("Unchanged", run.At(StepNames.Closures));
        VerifyNothingWritten(run);
    }

    [Fact]
    public void An_edit_of_a_lock_file_only_compares_it()
    {
        var run = IncrementalRun.AfterEdit(Listed("*"), Listed("*", locked: LockOfOther));

        Assert.Equal("Modified", run.At(StepNames.LockFiles));
        Assert.Equal("Modified", run.At(StepNames.LockComparison));
        Assert.Equal("New", run.At(StepNames.LockDiagnostics));
        Assert.Equal("Cached", run.At(StepNames.LockTargets));
        Assert.Equal("Cached", run.At(StepNames.Services));
        Assert.Equal("Cached", run.At(StepNames.Sources));
    }

    [Fact]
    public void A_library_that_has_no_part_in_it_changes_nothing()
    {
        var run = IncrementalRun.AfterReference(Gallery.Files, typeof(FactAttribute).Assembly.Location);

        Assert.Equal("Unchanged", run.At(StepNames.References).Replace("Cached", "Unchanged", StringComparison.Ordinal));
        Assert.Equal("Cached", run.At(StepNames.Units));
        Assert.Equal("Cached", run.At(StepNames.Sources));
        Assert.Equal("Cached", run.AtOutputs());
    }

    [Fact]
    public void The_HTTP_client_factory_adds_a_file_and_leaves_the_others_as_they_are()
    {
        var run = IncrementalRun.AfterReference(Gallery.Files, typeof(IHttpClientBuilder).Assembly.Location);

        Assert.Equal("Modified", run.At(StepNames.References));
        Assert.Equal(1, run.Redone(StepNames.Units));
        Assert.Equal(1, run.Redone(StepNames.Sources));
        Assert.Contains("Gallery/GalleryServiceCollectionExtensions.g.cs", run.Texts.Keys);
    }

    [Fact]
    public void The_library_of_fakes_adds_their_files_and_leaves_the_others_as_they_are()
    {
        var run = IncrementalRun.AfterReference([.. Gallery.Files.Select(static file => file with { Fake = "true" })], typeof(FakeService).Assembly.Location);

        Assert.Equal("Modified", run.At(StepNames.References));
        Assert.Equal(run.Texts.Keys.Count(static name => name.Contains("Fake", StringComparison.Ordinal)) - 1, run.Redone(StepNames.Sources));
        Assert.Contains("Gallery/GalleryFake.g.cs", run.Texts.Keys);
    }

    /// <summary>The JIT compiles Roslyn's state tables for each struct that a step returns: 90 methods in every first run.</summary>
    [Fact]
    public void Steps_give_no_structs_but_those_that_the_compiler_makes() => Assert.Equal(
        ["ImmutableArray<object>", "ValueTuple<object, object>"], IncrementalRun.AfterCode(Listed("*")).Structs);

    /// <summary>A file as the package has one for each operation.</summary>
    private static ModelText OperationFile(string name) => new("operations/" + name + ".json", $$"""
        {"operations": {"{{name}}": {"name": "{{name}}", "http": {"method": "POST", "requestUri": "/{{name}}"} } } }
        """) { Service = "Gallery", Operation = name };

    private static void VerifyNothingWritten(IncrementalRun run)
    {
        Assert.Equal("Cached", run.At(StepNames.Sources).Replace("Unchanged", "Cached", StringComparison.Ordinal));
        Assert.Equal(0, run.Redone(StepNames.Units));
    }

    private static IncrementalRun AfterEdit(IReadOnlyList<ModelText> files, string old, string edited) => IncrementalRun.AfterEdit(files, Edit(files, old, edited));

    private static IReadOnlyList<ModelText> Edit(IReadOnlyList<ModelText> files, string old, string edited)
    {
        Assert.Contains(files, file => file.Text.Contains(old, StringComparison.Ordinal));
        return [.. files.Select(file => file with { Text = file.Text.Replace(old, edited, StringComparison.Ordinal) })];
    }

    private static string Sorted(string reasons) => string.Join("+", reasons.Split('+').Order(StringComparer.Ordinal));
}
