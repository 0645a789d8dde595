using System;
using System.Linq;
using System.Reflection;
using System.Threading;
using DataZoneGen.Generator.Tests.Models;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>Each rule is provoked: it is reported with id, file, line, column and words, and the rest is generated and compiles.</summary>
public sealed class DiagnosticTests
{
    private const string Path = "models/broken.json";

    private const string Unreadable = "models/unreadable.json";

    [Fact]
    [Trait("Rule", "DZG001")]
    public void Malformed_JSON() => Verify(
        """
        {
          "shapes": {,}
        }
        """,
        new ExpectedDiagnostic("DZG001").At(Path, 2, 14).WithArguments("expected a member name in double quotes but found ','"));

    [Fact]
    [Trait("Rule", "DZG002")]
    public void A_file_that_is_no_model() => Verify(
        """

          {"name": "package", "version": 1}
        """,
        new ExpectedDiagnostic("DZG002").At(Path, 2, 3).WithArguments("its members are 'name', 'version'"));

    [Fact]
    [Trait("Rule", "DZG003")]
    public void A_field_of_the_wrong_type() => Verify(
        """
        {"shapes": {
          "Size": {"type": "integer",
                   "max": "many"}}}
        """,
        new ExpectedDiagnostic("DZG003").At(Path, 3, 19).WithArguments("max", "a number", "a string"));

    [Fact]
    [Trait("Rule", "DZG004")]
    public void A_shape_that_is_not_defined() => Verify(
        """
        {
          "operations": {
            "Broken": {"http": {"method": "GET", "requestUri": "/"}, "output": {"shape": "BrokenOutput"}}
          },
          "shapes": {
            "BrokenOutput": {"type": "structure", "members": {
              "size": {"shape": "Strin"}}}
          }
        }
        """,
        new ExpectedDiagnostic("DZG004").At(Path, 7, 7).WithArguments("Strin", "Broken", "; did you mean 'String'?"));

    [Fact]
    [Trait("Rule", "DZG005")]
    public void An_operation_defined_twice() => Verify(
        """
        {"operations": {
          "GetWidget": {"http": {"method": "DELETE", "requestUri": "/other"}}}}
        """,
        new ExpectedDiagnostic("DZG005").At("models/widgets/service-2.json", 4, 5).WithArguments("Operation", "GetWidget", "broken.json(2,3)"));

    [Fact]
    [Trait("Rule", "DZG005")]
    public void A_waiter_defined_twice()
    {
        static string Waiter(int delay) => """
            {"waiters": {
              "Ready": {"operation": "GetWidget", "maxAttempts": 2, "acceptors": [], "delay":
            """ + delay + "}}}";
        var test = new Widgets().ToTest(new ExpectedDiagnostic("DZG005").At("models/widgets/another.json", 2, 3).WithArguments("Waiter", "Ready", "broken.json(2,3)"));
        test.TestState.AdditionalFiles.Add(new ModelText("models/widgets/another.json", Waiter(1)));
        test.TestState.AdditionalFiles.Add(new ModelText(Path, Waiter(3)));

        test.Run();
    }

    [Fact]
    [Trait("Rule", "DZG006")]
    public void A_shape_defined_twice() => Verify(
        """
        {"shapes": {
          "Extra": {"type": "integer"},
             "Extra": {"type": "long"}}}
        """,
        new ExpectedDiagnostic("DZG006").At(Path, 3, 6).WithArguments("Shape", "Extra", "broken.json(2,3)"));

    [Fact]
    [Trait("Rule", "DZG007")]
    public void A_selected_operation_that_the_model_does_not_have()
    {
        var test = new Widgets().ToTest(
            new ExpectedDiagnostic("DZG007").At(Widgets.Path, 1, 1).WithArguments("GetWigdet", "Widgets", "; did you mean 'GetWidget'?"));
        Select(test, "GetWigdet|GetWidget");

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Fact]
    [Trait("Rule", "DZG008")]
    public void No_operation_is_selected()
    {
        var test = new Widgets().ToTest(new ExpectedDiagnostic("DZG008").At(Widgets.Path, 1, 1).WithArguments("Widgets"));
        Select(test, "*|-GetWidget");

        Assert.Empty(test.Run().HintNames);
    }

    [Fact]
    [Trait("Rule", "DZG009")]
    public void A_protocol_that_is_not_supported()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText(Path, """
            {
              "metadata": {"serviceId": "Widgets", "protocol": "query"},
              "operations": {"GetWidget": {}}
            }
            """));
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG009").At(Path, 2, 15).WithArguments("Widgets", "speaks 'query'"));

        Assert.Empty(test.Run().HintNames);
    }

    [Fact]
    [Trait("Rule", "DZG010")]
    public void An_operation_that_uses_what_is_not_supported() => Verify(
        """
        {"operations": {
            "Broken": {"authtype": "custom", "http": {"method": "GET", "requestUri": "/"}}}}
        """,
        new ExpectedDiagnostic("DZG010").At(Path, 2, 5).WithArguments("Broken", "its authentication 'custom' is not supported"));

    [Fact]
    [Trait("Rule", "DZG011")]
    public void A_file_that_belongs_to_no_service()
    {
        var test = new Widgets().ToTest(new ExpectedDiagnostic("DZG011").At("elsewhere/paginators-1.json", 1, 1));
        test.TestState.AdditionalFiles.Add(new ModelText("elsewhere/paginators-1.json", """{"pagination": {}}""") { Service = "elsewhere/paginators-1.json" });

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Fact]
    [Trait("Rule", "DZG012")]
    public void A_list_of_operations_that_looks_damaged()
    {
        var test = new Widgets().ToTest(new ExpectedDiagnostic("DZG012").At(Widgets.Path, 1, 1).WithArguments("@(Names)"));
        Select(test, "GetWidget|@(Names)");

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Theory]
    [Trait("Rule", "DZG013")]
    [InlineData("Namespace", "Acme.One", "Acme.Two")]
    [InlineData("Access", "Public", "Internal")]
    public void Items_of_one_service_that_disagree(string option, string first, string second)
    {
        var test = new Widgets().ToTest(new ExpectedDiagnostic("DZG013").At(Widgets.Path, 1, 1).WithArguments("Widgets", option, first, second));
        Change(test, (file, index) => option == "Access" ? file with { Access = index == 0 ? second : first } : file with { Namespace = index == 0 ? second : first });

        Assert.NotEmpty(test.Run().HintNames);
    }

    [Fact]
    [Trait("Rule", "DZG014")]
    public void A_name_that_is_changed() => Verify(
        """
        {"operations": {"Broken": {"http": {"method": "GET", "requestUri": "/"}, "output": {"shape": "BrokenOutput"}}},
         "shapes": {"BrokenOutput": {"type": "structure", "members": {
           "metadata": {"shape": "String"}}}}}
        """,
        new ExpectedDiagnostic("DZG014").At(Path, 3, 4).WithArguments("BrokenOutput.metadata", "MetadataValue", "'Metadata' is taken"));

    [Fact]
    [Trait("Rule", "DZG015")]
    public void A_paginator_that_does_not_fit() => Verify(
        """
        {"pagination": {
          "GetWidget": {"input_token": "a", "output_token": "b"}}}
        """,
        new ExpectedDiagnostic("DZG015").At(Path, 2, 3).WithArguments("GetWidget", "the input has no member 'a'"));

    [Fact]
    [Trait("Rule", "DZG016")]
    public void A_waiter_that_does_not_fit() => Verify(
        """
        {"waiters": {
          "Done": {"operation": "GetWidget", "delay": 1, "maxAttempts": 2, "acceptors": [
            {"matcher": "path", "argument": "status", "expected": "x", "state": "success"}]}}}
        """,
        new ExpectedDiagnostic("DZG016").At(Path, 3, 5).WithArguments("Done", "'status': GetWidgetResponse has no member 'status', at offset 0"));

    [Fact]
    [Trait("Rule", "DZG017")]
    public void Endpoint_rules_that_cannot_be_compiled()
    {
        var test = WithoutRules();
        test.TestState.AdditionalFiles.Add(new ModelText(Path, """
              {"parameters": {}, "rules": [{"conditions": [{"fn": "guess", "argv": []}], "endpoint": {"url": "https://x"}}]}
            """));
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG017").At(Path, 1, 3).WithArguments("Widgets", "the function 'guess' is not supported"));

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Theory]
    [Trait("Rule", "DZG018")]
    [InlineData(null, "Secret", "Access", "it must be Public or Internal; Public is used")]
    [InlineData("Acme.class", null, "Namespace", "it is no C# namespace; the default is used")]
    [InlineData("Acme..W", null, "Namespace", "it is no C# namespace; the default is used")]
    [InlineData("Acme W", null, "Namespace", "it is no C# namespace; the default is used")]
    public void An_option_that_is_not_valid(string? ns, string? access, string option, string why)
    {
        var test = new Widgets().ToTest(new ExpectedDiagnostic("DZG018").At(Widgets.Path, 1, 1).WithArguments(ns ?? access ?? "", option, why));
        Change(test, (file, _) => file with { Namespace = ns, Access = access });

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Fact]
    [Trait("Rule", "DZG019")]
    public void A_service_without_endpoint_rules()
    {
        var test = WithoutRules();
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG019").At(Widgets.Path, 2, 15).WithArguments("Widgets"));

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Theory]
    [Trait("Rule", "DZG027")]
    [InlineData("sigv4a", null, "sigv4a")]
    [InlineData("sigv4a", "sigv4-s3express", "sigv4a, sigv4-s3express")]
    [InlineData("sigv4a", "sigv4", null)]
    public void A_signature_that_is_not_supported(string first, string? second, string? reported)
    {
        static string Rule(string scheme, string condition) =>
            "{\"conditions\": [" + condition + "], \"endpoint\": {\"url\": \"https://x\", \"properties\": {\"authSchemes\": [{\"name\": \"" + scheme + "\"}]}}}";

        var rules = Rule(first, "{\"fn\": \"isSet\", \"argv\": [{\"ref\": \"Region\"}]}") + (second is null ? "" : "," + Rule(second, ""));
        var test = WithoutRules();
        test.TestState.AdditionalFiles.Add(new ModelText(Path, """
            {"parameters": {"Region": {"builtIn": "AWS::Region", "type": "string"}}, "rules": [{"conditions": [], "rules": [RULES]}]}
            """.Replace("RULES", rules, StringComparison.Ordinal)));
        if (reported is not null)
        {
            test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG027").At(Path, 1, 1).WithArguments("Widgets", reported));
        }

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Fact]
    [Trait("Rule", "DZG021")]
    public void A_language_version_that_is_too_old()
    {
        var test = new Widgets().ToTest();
        var options = Compiler.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp11);
        var driver = GeneratorTest.CreateDriver(test.TestState).WithUpdatedParseOptions(options).RunGenerators(Compiler.Compile([], options: options));
        var result = driver.GetRunResult().Results.Single();

        Assert.Equal([new ExpectedDiagnostic("DZG021").WithArguments("11.0").ToString()], result.Diagnostics.Select(ExpectedDiagnostic.Describe));
        Assert.Empty(result.GeneratedSources);
    }

    [Fact]
    [Trait("Rule", "DZG021")]
    public void A_project_that_asks_for_nothing_may_be_as_old_as_it_likes()
    {
        var options = Compiler.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp7_3);
        var driver = GeneratorTest.CreateDriver(new TestState()).WithUpdatedParseOptions(options).RunGenerators(Compiler.Compile([], options: options));

        Assert.Empty(driver.GetRunResult().Diagnostics);
    }

    [Fact]
    [Trait("Rule", "DZG022")]
    public void Two_services_in_one_namespace()
    {
        var test = new Widgets().ToTest();
        test.TestState.AdditionalFiles.Add(new ModelText(
            "models/gadgets.json",
            """
            {
              "metadata": {"protocol": "rest-json", "serviceId": "Gadgets"},
              "operations": {"GetGadget": {"name": "GetGadget", "http": {"method": "GET", "requestUri": "/"}}}}
            """));
        Change(test, static (file, _) => file with { Namespace = "Acme.Both" });
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG019").At("models/gadgets.json", 2, 15).WithArguments("Gadgets"));
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG022").At(Widgets.Path, 1, 1).WithArguments("Gadgets", "Widgets", "Acme.Both"));

        Assert.True(test.Run().Has("Acme.Both.GadgetsClient"));
    }

    [Fact]
    [Trait("Rule", "DZG020")]
    public void A_service_that_the_package_does_not_have()
    {
        var test = WithItems(
            [ProjectItems.Item("DataZnoe", "Unknown", "dataznoe"), ProjectItems.Item("frob.json", "Unknown", "frob.json"), "Service=Omics\nService=DataZone\n"],
            """<AwsService Include="DataZnoe" />""",
            """<AwsService Include="frob.json" />""");
        test.TestState.ExpectedDiagnostics.Add(
            new ExpectedDiagnostic("DZG020").At(ProjectItems.Path, 2, 2).WithArguments("DataZnoe", "DataZone, Omics", "; did you mean 'DataZone'?"));
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG020").At(ProjectItems.Path, 3, 2).WithArguments("frob.json", "DataZone, Omics", ""));

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Fact]
    [Trait("Rule", "DZG023")]
    public void An_item_that_names_a_folder()
    {
        var test = WithItems([ProjectItems.Item("models/widgets/", "Folder", "models/widgets/")], """<AwsService Include="models/widgets/" />""");
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG023").At(ProjectItems.Path, 2, 2).WithArguments("models/widgets/", "models/widgets/*.json"));

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Fact]
    [Trait("Rule", "DZG024")]
    public void Metadata_that_is_misspelt()
    {
        var test = WithItems([], """<AwsService Include="Widgets" Operatons="*"><Protocol>x</Protocol></AwsService>""");
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG024").At(ProjectItems.Path, 2, 31).WithArguments("Operatons", "; did you mean 'Operations'?"));
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG024").At(ProjectItems.Path, 2, 46).WithArguments("Protocol", ""));

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    [Theory]
    [Trait("Rule", "DZG007")]
    [InlineData("GetWigdet", "", "", "DZG007", 2, 31, "GetWigdet", "Widgets", "; did you mean 'GetWidget'?")]
    [InlineData("-GetWidget; *", "", "", "DZG008", 2, 31, "Widgets")]
    [InlineData("*", "Acme W", "", "DZG018", 2, 46, "Acme W", "Namespace", "it is no C# namespace; the default is used")]
    [InlineData("*", "", "Secret", "DZG018", 2, 59, "Secret", "Access", "it must be Public or Internal; Public is used")]
    public void What_is_wrong_with_an_item_stands_in_the_project(string operations, string ns, string access, string id, int line, int column, params string[] arguments)
    {
        var test = WithItems(
            [ProjectItems.Item("Widgets", "Package", "widgets", operations, ns, access)],
            $"""<AwsService Include="Widgets" Operations="{operations}" Namespace="{ns}" Access="{access}" />""");
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic(id).At(ProjectItems.Path, line, column).WithArguments(arguments));

        test.Run();
    }

    [Fact]
    [Trait("Rule", "DZG013")]
    public void Two_items_of_one_service_that_disagree_name_both_values_at_the_second()
    {
        var test = WithItems(
            [ProjectItems.Item("Widgets", "Package", "widgets", "*", "Acme.One"), ProjectItems.Item("widgets", "Package", "widgets", "*", "Acme.Two")],
            """<AwsService Include="Widgets" Operations="*" Namespace="Acme.One" />""",
            """<AwsService Include="widgets" Operations="*" Namespace="Acme.Two" />""");
        test.TestState.ExpectedDiagnostics.Add(
            new ExpectedDiagnostic("DZG013").At(ProjectItems.Path, 3, 46).WithArguments("Widgets", "Namespace", "Acme.One", "Acme.Two"));

        Assert.True(test.Run().Has("Acme.One.WidgetsClient"));
    }

    [Fact]
    [Trait("Rule", "DZG099")]
    public void A_failure_of_the_generator_itself_is_told_and_takes_nothing_else_down() => VerifyUnreadable(new ModelText(Unreadable, ""));

    [Theory]
    [Trait("Rule", "DZG099")]
    [InlineData("Items")]
    [InlineData("Project")]
    public void A_file_of_the_build_that_cannot_be_read_is_told_and_takes_nothing_else_down(string role) =>
        VerifyUnreadable(new ModelText(Unreadable, "") { Service = null, BuildFile = role });

    private static void VerifyUnreadable(ModelText unreadable)
    {
        var state = new Widgets().ToTest().TestState;
        var files = state.AdditionalFiles.Append(unreadable).ToList();
        var driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()],
            [.. state.AdditionalFiles.Select(static file => file.ToAdditionalText()), new UnreadableText()],
            Compiler.ParseOptions,
            new TestOptions(state.RootNamespace, files));

        driver.RunGeneratorsAndUpdateCompilation(Compiler.Compile([]), out var compilation, out var diagnostics);

        Assert.Equal(
            [new ExpectedDiagnostic("DZG099").WithArguments("unreadable.json", "InvalidOperationException: The disk is gone.").ToString()],
            diagnostics.Select(ExpectedDiagnostic.Describe));
        Assert.NotNull(compilation.GetTypeByMetadataName("Acme.Widgets.WidgetsClient"));
        Compiler.VerifyClean(compilation);
    }

    [Fact]
    public void Every_rule_is_provoked_by_a_test_here()
    {
        var provoked = typeof(DiagnosticTests).GetMethods()
            .SelectMany(static method => method.GetCustomAttributesData())
            .Where(static attribute => attribute.AttributeType == typeof(TraitAttribute))
            .Select(static attribute => (string)attribute.ConstructorArguments[1].Value!)
            .Distinct();

        Assert.Equal(ExpectedDiagnostic.Descriptors.Keys.Order(StringComparer.Ordinal), provoked.Order(StringComparer.Ordinal));
    }

    /// <summary>A sound service, and beside it a file with the trouble: it is reported, and the sound service compiles.</summary>
    private static void Verify(string text, ExpectedDiagnostic expected)
    {
        var test = new Widgets().ToTest(expected);
        test.TestState.AdditionalFiles.Add(new ModelText(Path, text));

        Assert.True(test.Run().Has("Acme.Widgets.WidgetsClient"));
    }

    /// <summary>The sound service, and a project whose items stand in <paramref name="elements"/>.</summary>
    private static GeneratorTest WithItems(string[] items, params string[] elements)
    {
        var test = new Widgets().ToTest();
        test.TestState.AdditionalFiles.Add(ProjectItems.List(items));
        test.TestState.AdditionalFiles.Add(ProjectItems.Project(elements));
        return test;
    }

    private static GeneratorTest WithoutRules()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText(Widgets.Path, new Widgets().Service));
        return test;
    }

    private static void Select(GeneratorTest test, string operations) => Change(test, (file, _) => file with { Operations = operations });

    private static void Change(GeneratorTest test, Func<ModelText, int, ModelText> change)
    {
        var files = test.TestState.AdditionalFiles;
        for (var i = 0; i < files.Count; i++)
        {
            files[i] = change(files[i], i);
        }
    }

    private sealed class UnreadableText : AdditionalText
    {
        public override string Path => Unreadable;

        public override SourceText GetText(CancellationToken cancellationToken = default) => throw new InvalidOperationException("The disk is gone.");
    }
}
