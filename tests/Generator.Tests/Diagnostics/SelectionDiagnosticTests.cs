using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>What the generator reports while it selects operations and the shapes that they need.</summary>
public sealed class SelectionDiagnosticTests
{
    [Fact]
    [Trait("Rule", "DZG004")]
    public Task A_shape_that_is_not_defined() => DiagnosticVerifier.VerifyFileAsync(
        """
        {
          "operations": {
            "Broken": {"http": {"method": "GET", "requestUri": "/"}, "output": {"shape": "BrokenOutput"}}
          },
          "shapes": {
            "BrokenOutput": {"type": "structure", "members": {
              {|#0:"size"|}: {"shape": "Strin"}}}
          }
        }
        """,
        new DiagnosticResult(DiagnosticDescriptors.UnknownShape).WithLocation(0).WithArguments("Strin", "Broken", "; did you mean 'String'?"));

    [Fact]
    [Trait("Rule", "DZG007")]
    public Task A_selected_operation_that_the_model_does_not_have() => DiagnosticVerifier.VerifyAsync(
        WithOperations("GetWigdet|GetWidget"),
        [AtTheModel(DiagnosticDescriptors.UnknownOperation, "GetWigdet", "Widgets", "; did you mean 'GetWidget'?")]);

    [Fact]
    [Trait("Rule", "DZG008")]
    public Task No_operation_is_selected() => DiagnosticVerifier.VerifyNothingIsGeneratedAsync(
        WithOperations("*|-GetWidget"),
        AtTheModel(DiagnosticDescriptors.NothingSelected, "Widgets"));

    [Fact]
    [Trait("Rule", "DZG009")]
    public Task A_protocol_that_is_not_supported() => DiagnosticVerifier.VerifyNothingIsGeneratedAsync(
        [
            new ModelText(Widgets.Path, """
                {
                  "metadata": {|#0:{|}"serviceId": "Widgets", "protocol": "soap"},
                  "operations": {"GetWidget": {}}
                }
                """),
        ],
        new DiagnosticResult(DiagnosticDescriptors.UnsupportedProtocol).WithLocation(0).WithArguments("Widgets", "uses the protocol 'soap'", "smithy-rpc-v2-cbor, json, rest-json, rest-xml, query, ec2"));

    [Fact]
    [Trait("Rule", "DZG010")]
    public Task An_operation_that_uses_what_is_not_supported() => DiagnosticVerifier.VerifyFileAsync(
        """
        {"operations": {
            {|#0:"Broken"|}: {"authtype": "custom", "http": {"method": "GET", "requestUri": "/"}}}}
        """,
        new DiagnosticResult(DiagnosticDescriptors.UnsupportedFeature).WithLocation(0).WithArguments("Broken", "its authentication 'custom' is not supported"));

    [Fact]
    [Trait("Rule", "DZG012")]
    public Task A_list_of_operations_that_looks_malformed() => DiagnosticVerifier.VerifyAsync(
        WithOperations("GetWidget|@(Names)"),
        [AtTheModel(DiagnosticDescriptors.SuspiciousSelection, "@(Names)")]);

    [Fact]
    [Trait("Rule", "DZG022")]
    public Task Two_services_in_one_namespace()
    {
        var gadgets = new ModelText("models/gadgets.json", """
            {
              "metadata": {|#0:{|}"protocol": "rest-json", "serviceId": "Gadgets"},
              "operations": {"GetGadget": {"name": "GetGadget", "http": {"method": "GET", "requestUri": "/"}}}}
            """);
        return DiagnosticVerifier.VerifyAsync(
            new Widgets().Files.Append(gadgets).Select(static file => file with { Namespace = "Acme.Both" }),
            [
                new DiagnosticResult(DiagnosticDescriptors.MissingEndpointRules).WithLocation(0).WithArguments("Gadgets"),
                AtTheModel(DiagnosticDescriptors.SharedNamespace, "Gadgets", "Widgets", "Acme.Both"),
            ],
            "Acme.Both.GadgetsClient");
    }

    [Fact]
    [Trait("Rule", "DZG033")]
    public Task A_selection_with_too_many_shapes() => DiagnosticVerifier.VerifyAsync(
        [
            .. WithListOfParts().Files,
            ProjectItems.List(ProjectItems.Item("Widgets", "Package", "widgets", "*", maxShapes: "4")),
            ProjectItems.Project("""<AwsService Include="Widgets" Operations="*" {|#0:MaxShapes|}="4" />"""),
        ],
        [
            new DiagnosticResult(DiagnosticDescriptors.TooManyShapes).WithLocation(0).WithArguments(
                "Widgets", "6", "4", "'ListWidgets' (4, 3 of them used by no other), 'GetWidget' (3, 2 of them used by no other)"),
        ]);

    [Fact]
    public Task A_selection_with_as_many_shapes_as_allowed() => DiagnosticVerifier.VerifyAsync(
        WithListOfParts().Files.Select(static file => file with { MaxShapes = "6" }), []);

    [Fact]
    [Trait("Rule", "DZG018")]
    public Task A_number_of_shapes_that_is_none() => DiagnosticVerifier.VerifyAsync(
        new Widgets().Files.Select(static file => file with { MaxShapes = "many" }),
        [AtTheModel(DiagnosticDescriptors.InvalidOption, "many", "MaxShapes", "it is not a number; there is no limit")]);

    [Fact]
    [Trait("Rule", "DZG018")]
    public Task A_fake_that_is_none() => DiagnosticVerifier.VerifyAsync(
        new Widgets().Files.Select(static file => file with { Fake = "maybe" }),
        [AtTheModel(DiagnosticDescriptors.InvalidOption, "maybe", "Fake", "it must be true or Only; no fake is generated")]);

    [Fact]
    public Task A_service_without_a_fake() => DiagnosticVerifier.VerifyAsync(new Widgets().Files.Select(static file => file with { Fake = "false" }), []);

    [Fact]
    [Trait("Rule", "DZG035")]
    public Task A_fake_without_the_library_for_it() => DiagnosticVerifier.VerifyAsync(
        [
            .. new Widgets().Files,
            ProjectItems.List(ProjectItems.Item("Widgets", "Package", "widgets", "*", fake: "true")),
            ProjectItems.Project("""<AwsService Include="Widgets" Operations="*" {|#0:Fake|}="true" />"""),
        ],
        [new DiagnosticResult(DiagnosticDescriptors.MissingTestingLibrary).WithLocation(0).WithArguments("Widgets")]);

    /// <summary>Six shapes, of which two operations share one.</summary>
    private static Widgets WithListOfParts() => new()
    {
        Input = """ "name": {"shape": "String"} """,
        Operations = """ "ListWidgets": {"http": {"method": "GET", "requestUri": "/"}, "output": {"shape": "ListWidgetsOutput"}} """,
        Shapes = """
            "ListWidgetsOutput": {"type": "structure", "members": {"parts": {"shape": "Parts"}}},
            "Parts": {"type": "list", "member": {"shape": "Part"}},
            "Part": {"type": "structure", "members": {"name": {"shape": "String"}}}
            """,
    };

    private static IEnumerable<ModelText> WithOperations(string operations) =>
        new Widgets().Files.Select(file => file with { Operations = operations });

    /// <summary>A diagnostic about a whole file is reported at its start.</summary>
    private static DiagnosticResult AtTheModel(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, params string[] arguments) =>
        new DiagnosticResult(descriptor).WithSpan("/" + Widgets.Path, 1, 1, 1, 1).WithArguments([.. arguments]);
}
