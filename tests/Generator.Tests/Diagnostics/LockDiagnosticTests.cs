using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>What the generator reports about model locks: each difference at the model, with the place in the lock file.</summary>
public sealed class LockDiagnosticTests
{
    private const string Element = """<AwsService Include="Widgets" {|#2:Operations|}="Get*; List*" {|#3:ModelLock|}="models.lock.json" />""";

    [Fact]
    [Trait("Rule", "DZG030")]
    public Task A_changed_member_is_reported_at_the_member_and_its_line_in_the_lock_file() => VerifyAsync(
        new Widgets { Output = """ {|#0:"size"|}: {"shape": "Integer"} """ },
        """
        {
          "modelLock": 1,
          "services": {
            "Widgets": {
              "protocol": "RestJson",
              "operations": {
                "GetWidget": {"http": "POST /widgets", "input": "GetWidgetInput", "output": "GetWidgetOutput"}
              },
              "shapes": {
                "GetWidgetOutput": {
                  "kind": "structure",
                  "members": {
                    {|#1:"size"|}: { "type": "string" }
                  }
                }
              }
            }
          }
        }
        """,
        Result(DiagnosticDescriptors.IncompatibleModel, 0, 1).WithArguments("Member 'size' of 'GetWidgetOutput' has the type 'integer'", "models.lock.json(13,13)", "'string'"));

    [Fact]
    [Trait("Rule", "DZG030")]
    public Task An_operation_that_is_gone_is_reported_at_the_item() => VerifyAsync(
        new Widgets(),
        """
        {"modelLock": 1, "services": {"Widgets": {"protocol": "RestJson", "shapes": {}, "operations": {
          {|#1:"ListWidgets"|}: {"http": "GET /widgets"},
          "PutWidget": {"http": "PUT /widgets"}
        }}}}
        """,
        Result(DiagnosticDescriptors.IncompatibleModel, 2, 1).WithArguments("Operation 'ListWidgets' is no longer in the client of Widgets", "models.lock.json(2,3)", "it"),
        new DiagnosticResult(DiagnosticDescriptors.UnknownOperation).WithLocation(2).WithArguments("List*", "Widgets", ""));

    [Fact]
    [Trait("Rule", "DZG031")]
    public Task A_value_that_is_gone_is_a_warning_at_the_shape() => VerifyAsync(
        new Widgets { Output = """ "color": {"shape": "Color"} """, Shapes = """{|#0:"Color"|}: {"type": "string", "enum": ["RED"]}""" },
        """
        {"modelLock": 1, "services": {"Widgets": {"protocol": "RestJson", "operations": {}, "shapes": {
          "Color": {"kind": "enum", "values": [{|#1:"BLUE"|}, "RED"]}
        }}}}
        """,
        Result(DiagnosticDescriptors.ReducedModel, 0, 1).WithArguments("'BLUE' is no longer a value of 'Color'", "models.lock.json(2,40)", "it"));

    [Fact]
    [Trait("Rule", "DZG032")]
    public Task A_lock_file_that_is_not_JSON() => VerifyAsync(
        new Widgets(),
        """
        {
          {|#0:|}<<<<<<< ours
        """,
        new DiagnosticResult(DiagnosticDescriptors.InvalidModelLock).WithLocation(0).WithArguments("models.lock.json", "is not valid: expected a member name in double quotes but found '<'"));

    [Fact]
    [Trait("Rule", "DZG032")]
    public Task A_lock_file_that_does_not_exist() => VerifyAsync(
        new Widgets(),
        null,
        new DiagnosticResult(DiagnosticDescriptors.InvalidModelLock).WithLocation(3).WithArguments("models.lock.json", "does not exist; run 'dotnet build -t:UpdateModelLock' to create it"));

    [Fact]
    [Trait("Rule", "DZG032")]
    public Task A_lock_file_of_another_service() => VerifyAsync(
        new Widgets(),
        """{|#0:|}{"modelLock": 1, "services": {"Gadgets": {"protocol": "RestJson", "operations": {}, "shapes": {}}}}""",
        Result(DiagnosticDescriptors.InvalidModelLock, 3, 0).WithArguments("models.lock.json", "has no section for Widgets, only for Gadgets; run 'dotnet build -t:UpdateModelLock' to add it"));

    [Fact]
    [Trait("Rule", "DZG013")]
    public Task Two_items_of_one_service_with_different_lock_files() => DiagnosticVerifier.VerifyAsync(
        [
            .. new Widgets().Files,
            ProjectItems.List(
                ProjectItems.Item("Widgets", "Package", "widgets", "*", modelLock: ProjectItems.LockPath),
                ProjectItems.Item("widgets", "Package", "widgets", "Get*", modelLock: "/src/other.json")),
            ProjectItems.Project(
                """<AwsService Include="Widgets" Operations="*" />""",
                """<AwsService Include="widgets" Operations="Get*" {|#0:ModelLock|}="other.json" />"""),
            ProjectItems.Lock(Locked),
        ],
        [new DiagnosticResult(DiagnosticDescriptors.ConflictingOptions).WithLocation(0).WithArguments("Widgets", "ModelLock", ProjectItems.LockPath, "/src/other.json")]);

    [Fact]
    public void In_a_build_that_wants_reports_nothing_is_compared_and_no_client_is_generated()
    {
        var test = new GeneratorTest();
        test.TestState.WantsReports = true;
        test.TestState.AdditionalFiles.AddRange(
        [
            .. new Widgets().Files,
            ProjectItems.List(ProjectItems.Item("Widgets", "Package", "widgets", "*", modelLock: ProjectItems.LockPath)),
            ProjectItems.Lock("This is not JSON."),
        ]);

        var run = test.Run();

        Assert.Equal(["Reports/IamPolicy.g.cs", "Reports/ModelLock0.g.cs"], run.HintNames);
        Assert.StartsWith("//#/src/models.lock.json\n// {\n//   \"modelLock\": 1,\n", run.Text("Reports/ModelLock0.g.cs"), System.StringComparison.Ordinal);
    }

    private const string Locked = """{"modelLock": 1, "services": {"Widgets": {"protocol": "RestJson", "operations": {}, "shapes": {}}}}""";

    private static Task VerifyAsync(Widgets widgets, string? lockText, params DiagnosticResult[] expected)
    {
        var lists = expected.Any(static result => result.Id == DiagnosticDescriptors.UnknownOperation.Id);
        var operations = lists ? "Get*; List*" : "Get*";
        IEnumerable<ModelText> lockFile = lockText is null ? [] : [ProjectItems.Lock(lockText)];
        return DiagnosticVerifier.VerifyAsync(
            [
                .. widgets.Files,
                ProjectItems.List(ProjectItems.Item("Widgets", "Package", "widgets", operations, modelLock: ProjectItems.LockPath)),
                ProjectItems.Project(lists ? Element : Element.Replace("Get*; List*", "Get*", System.StringComparison.Ordinal)),
                .. lockFile,
            ],
            expected);
    }

    /// <summary>A diagnostic with a place in the model or project and a place in the lock file.</summary>
    private static DiagnosticResult Result(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, int location, int lockLocation) =>
        new DiagnosticResult(descriptor).WithLocation(location).WithLocation(lockLocation);
}
