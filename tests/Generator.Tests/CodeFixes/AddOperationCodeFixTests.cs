using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;
using FixTest = DataZoneGen.Generator.Tests.Verifier.ClientCodeFixTest<
    Microsoft.CodeAnalysis.Testing.EmptyDiagnosticAnalyzer, DataZoneGen.Generator.CodeFixes.AddOperationCodeFix>;

namespace DataZoneGen.Generator.Tests.CodeFixes;

/// <summary>The whole way of the fix: from an error of the compiler to the edit of the project file.</summary>
public sealed class AddOperationCodeFixTests
{
    private const string Item = """<AwsService Include="Widgets" Operations="GetWidget" />""";

    private const string FixedItem = """<AwsService Include="Widgets" Operations="GetWidget; ListWidgets" />""";

    private static readonly Widgets Model = new()
    {
        Operations = """
            "ListWidgets": {
              "name": "ListWidgets", "http": {"method": "GET", "requestUri": "/all"}, "input": {"shape": "ListWidgetsInput"}, "output": {"shape": "ListWidgetsOutput"}
            }
            """,
        Shapes = """
            "ListWidgetsInput": {"type": "structure", "members": {"nextToken": {"shape": "String"}}},
            "ListWidgetsOutput": {"type": "structure", "members": {"nextToken": {"shape": "String"}, "names": {"shape": "Names"}}},
            "Names": {"type": "list", "member": {"shape": "String"}}
            """,
        Paginators = """ "ListWidgets": {"input_token": "nextToken", "output_token": "nextToken", "result_key": "names"} """,
        Waiters = """
            "AnyWidget": {
              "operation": "ListWidgets", "delay": 1, "maxAttempts": 2,
              "acceptors": [{"matcher": "status", "expected": 200, "state": "success"}]
            }
            """,
    };

    [Theory]
    [InlineData("client.{|CS1061:ListWidgetsAsync|}(default)")]
    [InlineData("client?{|CS1061:.ListWidgetsAsync|}(default)")]
    [InlineData("api.{|CS1061:ListWidgetsAsync|}(default)")]
    [InlineData("client.{|CS1061:ListWidgetsPagesAsync|}(default)")]
    [InlineData("client.{|CS1061:ListWidgetsItemsAsync|}(default)")]
    [InlineData("client.{|CS1061:WaitUntilAnyWidgetAsync|}(default)")]
    [InlineData("nameof(IWidgetsClient.{|CS0117:ListWidgetsAsync|})")]
    [InlineData("WidgetsClientExtensions.{|CS0117:ListWidgetsPagesAsync|}(client, default)")]
    [InlineData("new {|CS0246:ListWidgetsRequest|}()")]
    [InlineData("typeof({|CS0246:ListWidgetsResponse|})")]
    [InlineData("typeof(Acme.Widgets.{|CS0234:ListWidgetsRequest|})")]
    [InlineData("new Acme.Widgets.{|CS0234:ListWidgetsRequest|}()")]
    public Task A_name_of_an_operation_that_is_not_selected_adds_it(string expression) => VerifyAsync(expression, Item, FixedItem);

    [Theory]
    [InlineData("client.{|CS1061:DropWidgetAsync|}(default)")]
    [InlineData("client.{|CS1061:ListWidgets|}(default)")]
    [InlineData("\"\".{|CS1061:ListWidgetsAsync|}(default)")]
    [InlineData("new {|CS0246:ListWidgets|}()")]
    public Task A_name_that_the_model_does_not_have_has_no_fix(string expression) => VerifyAsync(expression, Item, null);

    [Fact]
    public Task A_type_is_offered_only_where_the_namespace_of_the_client_is_imported() =>
        VerifyAsync("new {|CS0246:ListWidgetsRequest|}()", Item, null, usings: "");

    [Theory]
    [InlineData("List*; GetWidget; -ListWidgets")]
    [InlineData("GetWidget; -List*")]
    public Task An_excluded_operation_is_not_added(string operations) =>
        VerifyAsync("client.{|CS1061:ListWidgetsAsync|}(default)", Item.Replace("GetWidget", operations, System.StringComparison.Ordinal), null);

    [Fact]
    public Task The_list_can_be_an_element() => VerifyAsync(
        "client.{|CS1061:ListWidgetsAsync|}(default)",
        "<AwsService Include=\"Widgets\">\n  <Operations>\n    GetWidget\n  </Operations>\n</AwsService>",
        "<AwsService Include=\"Widgets\">\n  <Operations>\n    GetWidget; ListWidgets\n  </Operations>\n</AwsService>",
        operations: "GetWidget");

    [Theory]
    [InlineData("""<AdditionalFiles Include="models/widgets/service-2.json" AwsOperations="GetWidget" />""", """<AdditionalFiles Include="models/widgets/service-2.json" AwsOperations="GetWidget|ListWidgets" />""")]
    [InlineData("<AdditionalFiles Include=\"w.json\"><AwsOperations>GetWidget</AwsOperations></AdditionalFiles>", "<AdditionalFiles Include=\"w.json\"><AwsOperations>GetWidget|ListWidgets</AwsOperations></AdditionalFiles>")]
    public Task The_list_can_be_metadata_of_a_file(string element, string expected)
    {
        var files = Model.Files.Select(static file => file.Path == Widgets.Path ? file with { Operations = "GetWidget" } : file);
        return VerifyAsync("client.{|CS1061:ListWidgetsAsync|}(default)", [.. files, ProjectItems.Project(element)], ProjectItems.Project(expected));
    }

    [Fact]
    public Task A_file_that_is_named_after_its_operation_is_not_read()
    {
        const string DropItem = """<AwsService Include="Widgets" Operations="GetWidget; DropWidget" />""";
        return VerifyAsync(
            "client.{|CS1061:DropWidgetAsync|}(default)",
            [
                .. Model.Files,
                new ModelText("models/widgets/operations/DropWidget.json", "This is no model.") { Operation = "DropWidget" },
                ProjectItems.List(ProjectItems.Item("Widgets", "Package", "Widgets", "GetWidget")),
                ProjectItems.Project(Item),
            ],
            ProjectItems.Project(DropItem));
    }

    [Theory]
    [InlineData("client.{|CS1061:ListWidgetsAsync|}()")]
    [InlineData("new {|CS0246:ListWidgetsRequest|}()")]
    public async Task The_client_can_be_in_another_project(string expression)
    {
        const string Client = """
            namespace Acme.Widgets
            {
                [System.CodeDom.Compiler.GeneratedCode("DataZoneGen", "1.0.0")]
                public sealed class WidgetsClient;
            }
            """;
        var test = new FixTest();
        test.AddSources([("/0/Test0.cs", Consumer(expression, "using Acme.Widgets;\n", "WidgetsClient client"))]);
        AddLibrary(test.TestState, Item);
        AddLibrary(test.FixedState, FixedItem);
        await test.RunAsync();

        void AddLibrary(SolutionState solution, string element)
        {
            var library = new ProjectState("Library", Microsoft.CodeAnalysis.LanguageNames.CSharp, "/library/", "cs") { Sources = { Client } };
            library.AdditionalReferences.AddRange(Compiler.References);
            FixTest.AddFiles(library, Files(element, "GetWidget"));
            solution.AdditionalProjects.Add("Library", library);
            solution.AdditionalProjectReferences.Add("Library");
        }
    }

    private static Task VerifyAsync(string expression, string element, string? expected, string usings = "using Acme.Widgets;\n", string? operations = null) => VerifyAsync(
        expression,
        Files(element, operations ?? element.Split('"')[3]),
        expected is null ? null : ProjectItems.Project(expected),
        usings,
        "Acme.Widgets.WidgetsClient client, Acme.Widgets.IWidgetsClient api");

    private static async Task VerifyAsync(
        string expression,
        IReadOnlyList<ModelText> files,
        ModelText? expected,
        string usings = "using Acme.Widgets;\n",
        string parameters = "Acme.Widgets.WidgetsClient client")
    {
        var test = new FixTest();
        test.AddSources([("/0/Test0.cs", Consumer(expression, usings, parameters)), .. FixTest.Generate(files)]);
        FixTest.AddFiles(test.TestState, files);
        FixTest.AddFiles(test.FixedState, files.Select(file => expected is not null && file.Path == expected.Path ? expected : file));
        await test.RunAsync();
    }

    private static List<ModelText> Files(string element, string operations) =>
        [.. Model.Files, ProjectItems.List(ProjectItems.Item("Widgets", "File", "Widgets", operations)), ProjectItems.Project(element)];

    private static string Consumer(string expression, string usings, string parameters) =>
        usings + "internal static class Consumer { internal static void Run(" + parameters + ") { _ = " + expression + "; } }";
}
