using System;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Emit.Types;

/// <summary>The attributes of what the model calls deprecated or unstable.</summary>
public sealed class StabilityTests
{
    private static readonly SmithyWidgets Unstable = new()
    {
        ServiceTraits = """
            "aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restJson1": {}, "smithy.rules#endpointRuleSet":
            """ + Widgets.EndpointRules,
        Operations = """{"target": "acme#GetWidget"}, {"target": "acme#TryWidget"}""",
        Input = """
            "size": {"target": "smithy.api#Integer", "traits": {"smithy.api#unstable": {}, "smithy.api#required": {}}},
            "old": {"target": "smithy.api#String", "traits": {"smithy.api#deprecated": {"since": "2024-05-01"}}}
            """,
        Output = """ "part": {"target": "acme#Part"}, "color": {"target": "acme#Color"}, "choice": {"target": "acme#Choice"} """,
        Shapes = """
            "acme#TryWidget": {"type": "operation", "input": {"target": "smithy.api#Unit"}, "output": {"target": "smithy.api#Unit"}, "errors": [{"target": "acme#Oops"}],
              "traits": {"smithy.api#http": {"method": "GET", "uri": "/try", "code": 200}, "smithy.api#unstable": {}}},
            "acme#Part": {"type": "structure", "members": {}, "traits": {"smithy.api#unstable": {}, "smithy.api#deprecated": {"message": "Use Piece", "since": "2.0"}}},
            "acme#Choice": {"type": "union", "members": {
              "one": {"target": "smithy.api#String", "traits": {"smithy.api#unstable": {}}}, "two": {"target": "smithy.api#String"}}},
            "acme#Oops": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client", "smithy.api#unstable": {}}},
            "acme#Color": {"type": "enum", "members": {
              "RED": {"target": "smithy.api#Unit"},
              "PINK": {"target": "smithy.api#Unit", "traits": {"smithy.api#unstable": {}}},
              "PUCE": {"target": "smithy.api#Unit", "traits": {"smithy.api#deprecated": {"message": "Use PINK."}}}}}
            """,
    };

    [Theory]
    [InlineData("GetWidgetRequest", "Size", "Experimental(DZG034)")]
    [InlineData("GetWidgetRequest", "Old", "Obsolete(Deprecated since 2024-05-01.)")]
    [InlineData("IWidgetsClient", "TryWidgetAsync", "Experimental(DZG034)")]
    [InlineData("WidgetsClient", "TryWidgetAsync", "Experimental(DZG034)")]
    [InlineData("WidgetsClient", "GetWidgetAsync", "")]
    [InlineData("Part", null, "Obsolete(Use Piece. Deprecated since 2.0.) Experimental(DZG034)")]
    [InlineData("OopsException", null, "Experimental(DZG034)")]
    [InlineData("Choice+One", null, "Experimental(DZG034)")]
    [InlineData("Choice+Two", null, "")]
    [InlineData("Color", "Red", "")]
    [InlineData("Color", "Pink", "Experimental(DZG034)")]
    [InlineData("Color", "Puce", "Obsolete(Use PINK.)")]
    [InlineData("ColorKind", "Pink", "Experimental(DZG034)")]
    public void A_part_has_the_attributes_of_the_model(string type, string? member, string expected)
    {
        var symbol = Run.Type("Acme.Widgets." + type);
        Assert.Equal(expected, Describe(member is null ? symbol : Assert.Single(symbol.GetMembers(member))));
    }

    [Fact]
    public void The_use_of_an_experimental_part_is_reported_with_a_link()
    {
        var use = Run.Compilation.AddSyntaxTrees(
            Compiler.Compile(["internal sealed class Consumer { public Acme.Widgets.Color Color { get; } = Acme.Widgets.Color.Pink; }"]).SyntaxTrees);

        var diagnostic = Assert.Single(use.GetDiagnostics(), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

        Assert.Equal(("DZG034", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.EndsWith("/docs/diagnostics.md#dzg034", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""", "deprecatedMessage": "Use Y." """, "Obsolete(Use Y.)")]
    [InlineData(""", "deprecatedMessage": "Use Y.", "deprecatedSince": "3.0" """, "Obsolete(Use Y. Deprecated since 3.0.)")]
    [InlineData(""", "deprecatedMessage": "Gone since 3.0", "deprecatedSince": "3.0" """, "Obsolete(Gone since 3.0)")]
    [InlineData(""", "deprecatedSince": "3.0" """, "Obsolete(Deprecated since 3.0.)")]
    [InlineData("", "Obsolete()")]
    public void A_deprecation_has_the_message_and_the_version_of_the_model(string traits, string expected)
    {
        var run = new Widgets
        {
            OperationTraits = """, "deprecated": true """ + traits,
            Output = """ "old": {"shape": "String", "deprecated": true""" + traits + "}",
            Waiters = """
                "WidgetReady": {"operation": "GetWidget", "delay": 1, "maxAttempts": 2, "acceptors": [
                  {"matcher": "status", "expected": 200, "state": "success"}]}
                """,
        }.Run();

        Assert.Equal(expected, Describe(Assert.Single(run.Type("Acme.Widgets.IWidgetsClient").GetMembers("GetWidgetAsync"))));
        Assert.Equal(expected, Describe(run.Property("Acme.Widgets.GetWidgetResponse", "Old")));
        Assert.Equal(expected, Describe(Assert.Single(run.Type("Acme.Widgets.WidgetsClientExtensions").GetMembers("WaitUntilWidgetReadyAsync"))));
    }

    private static GeneratorRun Run { get; } = Generate();

    private static GeneratorRun Generate()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(Unstable.File);
        return test.Run();
    }

    private static string Describe(ISymbol symbol) => string.Join(" ", symbol.GetAttributes()
        .Where(static attribute => attribute.AttributeClass!.Name is "ObsoleteAttribute" or "ExperimentalAttribute")
        .Select(static attribute => attribute.AttributeClass!.Name.Replace("Attribute", "", StringComparison.Ordinal)
            + "(" + string.Join(", ", attribute.ConstructorArguments.Select(static argument => argument.Value)) + ")"));
}
