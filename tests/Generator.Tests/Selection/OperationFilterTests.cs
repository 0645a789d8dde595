using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Selection;

/// <summary>Files of operations that are not selected are not read from the package, and this does not change the result.</summary>
public sealed class OperationFilterTests
{
    private const string NoEndpointRules = "DZG019";

    private const string Folder = "/package/models/things/";

    /// <summary>Text that causes an error if it is read.</summary>
    private const string Broken = "{";

    private static readonly ModelText Service = Model(
        "service.json",
        """{"metadata": {"serviceId": "Things", "protocol": "rest-json", "apiVersion": "2020-01-01", "endpointPrefix": "things", "signatureVersion": "v4"}}""");

    [Fact]
    public void A_file_whose_operation_is_not_selected_is_not_read() =>
        Assert.Equal(["GetThing"], Generate(Item("GetThing"), Operation("GetThing"), Operation("ListThings", Broken)));

    [Fact]
    public void A_file_whose_operation_is_selected_is_read() =>
        Assert.Contains("DZG001", string.Concat(Generate(Item("GetThing|ListThings"), Operation("ListThings", Broken))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Get*", "GetOther GetThing")]
    [InlineData("*;-Get*", "ListThings")]
    [InlineData("getthing", "GetThing")]
    public void Patterns_select_files_as_they_select_operations(string operations, string expected) =>
        Assert.Equal(expected.Split(' '), Generate(Item(operations), Operation("GetThing"), Operation("GetOther"), Operation("ListThings")));

    [Fact]
    public void Each_item_of_a_service_adds_the_files_of_its_list() =>
        Assert.Equal(["GetOther", "GetThing"], Generate(Item("GetThing") + Item("GetOther"), Operation("GetThing"), Operation("GetOther"), Operation("ListThings", Broken)));

    [Fact]
    public void A_name_that_is_wrong_is_compared_with_operations_that_are_not_read() => Assert.Equal(
        ["DZG007 'ListThing' matches no operation of Things; did you mean 'ListThings'?", "GetThing"],
        Generate(Item("GetThing|ListThing"), Operation("GetThing"), Operation("ListThings", Broken)));

    [Fact]
    public void Paginators_and_waiters_of_operations_that_are_not_read_are_left_out_without_a_diagnostic() => Assert.Equal(
        ["GetThing"],
        Generate(
            Item("GetThing"),
            Operation("GetThing"),
            Operation("ListThings", Broken),
            Model("paginators.json", """{"pagination": {"ListThings": {"input_token": "t", "output_token": "t", "result_key": "things"}}}"""),
            Model("waiters.json", """{"version": 2, "waiters": {"ThingListed": {"operation": "ListThings", "delay": 1, "maxAttempts": 2, "acceptors": []}}}""")));

    [Fact]
    public void A_file_of_the_project_that_extends_the_service_can_use_shapes_of_any_operation() => Assert.Equal(
        ["GetThing", "MyThing"],
        Generate(
            Item("GetThing") + ProjectItems.Item("my.json", "File", "/src/my.json", "MyThing"),
            Operation("GetThing"),
            Operation("ListThings"),
            new ModelText("/src/my.json", """
                {"metadata": {"serviceId": "things"},
                 "operations": {"MyThing": {"name": "MyThing", "http": {"method": "POST", "requestUri": "/my"}, "input": {"shape": "ListThingsInput"}}}}
                """) { Service = "/src/my.json" }));

    [Fact]
    public void So_may_an_additional_file_under_the_name_of_the_service() => Assert.Contains(
        "DZG001",
        string.Concat(Generate(
            Item("GetThing"),
            Operation("GetThing"),
            Operation("ListThings", Broken),
            new ModelText("/src/more.json", """{"shapes": {"More": {"type": "string"}}}""") { Service = "Things" })),
        StringComparison.Ordinal);

    [Fact]
    public void A_file_of_another_service_changes_nothing() => Assert.Equal(
        ["Other/Frob", "GetThing"],
        Generate(
            Item("GetThing") + ProjectItems.Item("other.json", "File", "/src/other.json"),
            Operation("GetThing"),
            Operation("ListThings", Broken),
            new ModelText("/src/other.json", """
                {"metadata": {"serviceId": "Other", "protocol": "rest-json", "apiVersion": "2020-01-01", "endpointPrefix": "other", "signatureVersion": "v4"},
                 "operations": {"Frob": {"name": "Frob", "http": {"method": "POST", "requestUri": "/frob"}}}}
                """) { Service = "/src/other.json" }));

    [Fact]
    public void The_package_gives_the_same_client_as_if_all_its_files_were_read()
    {
        const string Operations = "GetDataSourceRun; ListDataSource*; -ListDataSourceRunActivities; GetDataSorce";
        var named = PackageFiles().ToList();

        Assert.Equal(Texts([.. named.Select(static file => file with { Operation = null })]), Texts(named));

        static IEnumerable<string> Texts(IReadOnlyList<ModelText> files)
        {
            var test = new GeneratorTest();
            test.TestState.AdditionalFiles.AddRange(files);
            test.TestState.AdditionalFiles.Add(ProjectItems.List(ProjectItems.Item("DataZone", "Package", "datazone", Operations)));
            var run = test.RunOnly();
            Assert.Contains("DataZone/ListDataSourceRuns.g.cs", run.HintNames);
            return run.Result.Diagnostics.Select(static diagnostic => diagnostic.ToString()).Concat(run.HintNames.Select(run.Text));
        }
    }

    /// <summary>What the build relies on when it names files after operations.</summary>
    [Fact]
    public void A_file_of_an_operation_in_the_package_holds_this_operation_and_shapes_that_no_other_file_uses()
    {
        var files = PackageFiles().Select(static file => (file.Operation, Root: (JsonObject)JsonParser.Parse(file.Text))).ToList();
        Assert.Equal(190, files.Count(static file => file.Operation is not null));

        foreach (var (operation, root) in files.Where(static file => file.Operation is not null))
        {
            Assert.Equal([operation], Members(root, "operations"));
            var own = Members(root, "shapes").ToHashSet(StringComparer.Ordinal);
            var elsewhere = files.Where(file => file.Operation != operation).SelectMany(static file => References(file.Root));
            Assert.DoesNotContain(elsewhere, own.Contains);
        }
    }

    private static IEnumerable<string> Members(JsonObject root, string name) => root[name] is JsonObject value ? value.Members.Select(static member => member.Name) : [];

    private static IEnumerable<string> References(JsonNode node) => node switch
    {
        JsonObject value => value.Members.SelectMany(static member => member is { Name: "shape", Value: JsonString name } ? [name.Value] : References(member.Value)),
        JsonArray array => array.Items.SelectMany(References),
        _ => [],
    };

    /// <summary>The files of the package with the metadata that DataZoneGen.targets gives them.</summary>
    private static IEnumerable<ModelText> PackageFiles() => Repository.Files("models/datazone", "*.json").Select(static path => new ModelText("/package/" + path, Repository.Read(path))
    {
        Service = "datazone",
        Operation = path.Contains("/operations/", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(path) : null,
    });

    /// <summary>The operations that are generated, those of other services with the service, and what is reported.</summary>
    private static IReadOnlyList<string> Generate(string items, params ModelText[] files)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange([Service, .. files, ProjectItems.List(items)]);
        var run = test.RunOnly();
        return
        [
            .. run.Result.Diagnostics.Where(static diagnostic => diagnostic.Id != NoEndpointRules).Select(static diagnostic => diagnostic.Id + " " + diagnostic.GetMessage(null)),
            .. run.HintNames
                .Where(name => run.Text(name).Contains("DataZoneGen.Wire.Operation<", StringComparison.Ordinal))
                .Select(static name => name[..^".g.cs".Length].Replace("Things/", "", StringComparison.Ordinal)),
        ];
    }

    private static string Item(string operations) => ProjectItems.Item("Things", "Package", "things", operations);

    private static ModelText Model(string path, string text) => new(Folder + path, text) { Service = "things" };

    private static ModelText Operation(string name, string? text = null) => Model("operations/" + name + ".json", text ?? $$$"""
        {"operations": {"{{{name}}}": {"name": "{{{name}}}", "http": {"method": "POST", "requestUri": "/{{{name}}}"}, "input": {"shape": "{{{name}}}Input"} } },
         "shapes": {"{{{name}}}Input": {"type": "structure", "members": {} } } }
        """) with { Operation = name };
}
