using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>What the generator reports while it merges the files of each service.</summary>
public sealed class MergeDiagnosticTests
{
    [Fact]
    [Trait("Rule", "DZG005")]
    public Task An_operation_defined_twice() => DiagnosticVerifier.VerifyAsync(
        [
            new ModelText(DiagnosticVerifier.Path, """
                {"operations": {
                  "GetWidget": {"http": {"method": "DELETE", "requestUri": "/other"}}}}
                """),
            new ModelText(Widgets.Path, new Widgets().Service.Replace("\"GetWidget\": {", "{|#0:\"GetWidget\"|}: {", System.StringComparison.Ordinal)),
            Widgets.EndpointRulesFile,
        ],
        [new DiagnosticResult(DiagnosticDescriptors.ConflictingDefinition).WithLocation(0).WithArguments("Operation", "GetWidget", "broken.json(2,3)")]);

    [Fact]
    [Trait("Rule", "DZG005")]
    public Task A_waiter_defined_twice() => DiagnosticVerifier.VerifyAsync(
        [
            .. new Widgets().Files,
            new ModelText("models/widgets/another.json", """
                {"waiters": {
                  {|#0:"Ready"|}: {"operation": "GetWidget", "maxAttempts": 2, "acceptors": [], "delay": 1}}}
                """),
            new ModelText(DiagnosticVerifier.Path, """
                {"waiters": {
                  "Ready": {"operation": "GetWidget", "maxAttempts": 2, "acceptors": [], "delay": 3}}}
                """),
        ],
        [new DiagnosticResult(DiagnosticDescriptors.ConflictingDefinition).WithLocation(0).WithArguments("Waiter", "Ready", "broken.json(2,3)")]);

    [Fact]
    [Trait("Rule", "DZG006")]
    public Task A_shape_defined_twice() => DiagnosticVerifier.VerifyFileAsync(
        """
        {"shapes": {
          "Extra": {"type": "integer"},
             {|#0:"Extra"|}: {"type": "long"}}}
        """,
        new DiagnosticResult(DiagnosticDescriptors.ConflictingShape).WithLocation(0).WithArguments("Shape", "Extra", "broken.json(2,3)"));

    [Fact]
    [Trait("Rule", "DZG011")]
    public Task A_file_that_belongs_to_no_service() => DiagnosticVerifier.VerifyAsync(
        [
            .. new Widgets().Files,
            new ModelText("elsewhere/paginators-1.json", """{|#0:|}{"pagination": {}}""") { Service = "elsewhere/paginators-1.json" },
        ],
        [new DiagnosticResult(DiagnosticDescriptors.NoService).WithLocation(0)]);

    [Theory]
    [Trait("Rule", "DZG013")]
    [InlineData("Namespace", "Acme.One", "Acme.Two")]
    [InlineData("Access", "Public", "Internal")]
    public Task Items_of_one_service_that_disagree(string option, string first, string second)
    {
        // The files are sorted by their paths: the service's own file is the second.
        var files = new Widgets().Files.Select(file =>
        {
            var value = file.Path == Widgets.Path ? second : first;
            return option == "Access" ? file with { Access = value } : file with { Namespace = value };
        });
        return DiagnosticVerifier.VerifyAsync(
            files,
            [new DiagnosticResult(DiagnosticDescriptors.ConflictingOptions).WithSpan("/" + Widgets.Path, 1, 1, 1, 1).WithArguments("Widgets", option, first, second)],
            option == "Access" ? "Acme.Widgets.WidgetsClient" : "Acme.One.WidgetsClient");
    }

    [Theory]
    [Trait("Rule", "DZG018")]
    [InlineData(null, "Secret", "Access", "it must be Public or Internal; Public is used")]
    [InlineData("Acme.class", null, "Namespace", "it is not a valid C# namespace; the default is used")]
    [InlineData("Acme..W", null, "Namespace", "it is not a valid C# namespace; the default is used")]
    [InlineData("Acme W", null, "Namespace", "it is not a valid C# namespace; the default is used")]
    public Task An_option_that_is_not_valid(string? ns, string? access, string option, string reason) => DiagnosticVerifier.VerifyAsync(
        new Widgets().Files.Select(file => file with { Namespace = ns, Access = access }),
        [new DiagnosticResult(DiagnosticDescriptors.InvalidOption).WithSpan("/" + Widgets.Path, 1, 1, 1, 1).WithArguments(ns ?? access ?? "", option, reason)]);
}
