using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>What the generator reports about AwsService items: it is located in the project file.</summary>
public sealed class ItemDiagnosticTests
{
    [Fact]
    [Trait("Rule", "DZG020")]
    public Task A_service_that_the_package_does_not_have() => DiagnosticVerifier.VerifyItemsAsync(
        [ProjectItems.Item("DataZnoe", "Unknown", "dataznoe"), ProjectItems.Item("frob.json", "Unknown", "frob.json"), "Service=Omics\nService=DataZone\n"],
        [
            """<{|#0:AwsService|} Include="DataZnoe" />""",
            """<{|#1:AwsService|} Include="frob.json" />""",
        ],
        new DiagnosticResult(DiagnosticDescriptors.UnknownService).WithLocation(0).WithArguments("DataZnoe", "DataZone, Omics", "; did you mean 'DataZone'?"),
        new DiagnosticResult(DiagnosticDescriptors.UnknownService).WithLocation(1).WithArguments("frob.json", "DataZone, Omics", ""));

    [Fact]
    [Trait("Rule", "DZG023")]
    public Task An_item_that_refers_to_a_folder() => DiagnosticVerifier.VerifyItemsAsync(
        [ProjectItems.Item("models/widgets/", "Folder", "models/widgets/")],
        ["""<{|#0:AwsService|} Include="models/widgets/" />"""],
        new DiagnosticResult(DiagnosticDescriptors.FolderIncluded).WithLocation(0).WithArguments("models/widgets/", "models/widgets/*.json"));

    [Fact]
    [Trait("Rule", "DZG024")]
    public Task Misspelled_metadata() => DiagnosticVerifier.VerifyItemsAsync(
        [],
        ["""<AwsService Include="Widgets" {|#0:Operatons|}="*"><{|#1:Color|}>x</Color></AwsService>"""],
        new DiagnosticResult(DiagnosticDescriptors.UnknownMetadata).WithLocation(0).WithArguments("Operatons", "; did you mean 'Operations'?"),
        new DiagnosticResult(DiagnosticDescriptors.UnknownMetadata).WithLocation(1).WithArguments("Color", ""));

    [Fact]
    [Trait("Rule", "DZG007")]
    public Task A_selected_operation_that_the_model_does_not_have() => VerifyItemAsync(
        "GetWidget; GetWigdet", "", "",
        """<AwsService Include="Widgets" {|#0:Operations|}="GetWidget; GetWigdet" Namespace="" Access="" />""",
        new DiagnosticResult(DiagnosticDescriptors.UnknownOperation).WithLocation(0).WithArguments("GetWigdet", "Widgets", "; did you mean 'GetWidget'?"));

    [Fact]
    [Trait("Rule", "DZG018")]
    public Task A_namespace_that_is_not_valid() => VerifyItemAsync(
        "*", "Acme W", "",
        """<AwsService Include="Widgets" Operations="*" {|#0:Namespace|}="Acme W" Access="" />""",
        new DiagnosticResult(DiagnosticDescriptors.InvalidOption).WithLocation(0).WithArguments("Acme W", "Namespace", "it is not a valid C# namespace; the default is used"));

    [Fact]
    [Trait("Rule", "DZG018")]
    public Task An_access_that_is_not_valid() => VerifyItemAsync(
        "*", "", "Secret",
        """<AwsService Include="Widgets" Operations="*" Namespace="" {|#0:Access|}="Secret" />""",
        new DiagnosticResult(DiagnosticDescriptors.InvalidOption).WithLocation(0).WithArguments("Secret", "Access", "it must be Public or Internal; Public is used"));

    [Theory]
    [Trait("Rule", "DZG018")]
    [InlineData("query", "the model of Widgets lists 'rest-json'")]
    [InlineData("json", "the model of Widgets lists 'rest-json'")]
    public Task A_protocol_that_the_model_does_not_list(string protocol, string reason) => DiagnosticVerifier.VerifyItemsAsync(
        [ProjectItems.Item("Widgets", "Package", "widgets", "*", protocol: protocol)],
        [$$"""<AwsService Include="Widgets" Operations="*" {|#0:Protocol|}="{{protocol}}" />"""],
        new DiagnosticResult(DiagnosticDescriptors.InvalidOption).WithLocation(0).WithArguments(protocol, "Protocol", reason + "; 'rest-json' is used"));

    [Fact]
    [Trait("Rule", "DZG013")]
    public Task Two_items_of_one_service_that_disagree_name_both_values_at_the_second() => DiagnosticVerifier.VerifyAsync(
        [
            .. new Fixtures.Widgets().Files,
            ProjectItems.List(
                ProjectItems.Item("Widgets", "Package", "widgets", "*", "Acme.One"),
                ProjectItems.Item("widgets", "Package", "widgets", "*", "Acme.Two")),
            ProjectItems.Project(
                """<AwsService Include="Widgets" Operations="*" Namespace="Acme.One" />""",
                """<AwsService Include="widgets" Operations="*" {|#0:Namespace|}="Acme.Two" />"""),
        ],
        [new DiagnosticResult(DiagnosticDescriptors.ConflictingOptions).WithLocation(0).WithArguments("Widgets", "Namespace", "Acme.One", "Acme.Two")],
        "Acme.One.WidgetsClient");

    [Fact]
    [Trait("Rule", "DZG008")]
    public Task No_operation_is_selected() => DiagnosticVerifier.VerifyNothingIsGeneratedAsync(
        [
            .. new Fixtures.Widgets().Files,
            ProjectItems.List(ProjectItems.Item("Widgets", "Package", "widgets", "-GetWidget; *")),
            ProjectItems.Project("""<AwsService Include="Widgets" {|#0:Operations|}="-GetWidget; *" />"""),
        ],
        new DiagnosticResult(DiagnosticDescriptors.NothingSelected).WithLocation(0).WithArguments("Widgets"));

    private static Task VerifyItemAsync(string operations, string ns, string access, string element, DiagnosticResult expected) =>
        DiagnosticVerifier.VerifyItemsAsync([ProjectItems.Item("Widgets", "Package", "widgets", operations, ns, access)], [element], expected);
}
