using System;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan.Endpoints;

/// <summary>The parameters that clients and calls set for the endpoint rules, in both model formats.</summary>
public sealed class EndpointContextTests
{
    private const string RulesPath = "models/widgets/endpoint-rule-set-1.json";

    private const string Rules = """
        {"parameters": {
          "Region": {"builtIn": "AWS::Region", "type": "string"},
          "Bucket": {"type": "string"}, "Mode": {"type": "string"}, "Control": {"type": "boolean"}, "Names": {"type": "stringArray"},
          "Accelerate": {"builtIn": "AWS::S3::Accelerate", "type": "boolean", "default": false},
          "Owner": {"builtIn": "AWS::Acme::Owner", "type": "string", "documentation": "The account."},
          "Endpoint": {"type": "string"}},
         "rules": [
          {"conditions": [{"fn": "isSet", "argv": [{"ref": "Bucket"}]}, {"fn": "isSet", "argv": [{"ref": "Owner"}]}, {"fn": "booleanEquals", "argv": [{"ref": "Accelerate"}, true]}],
           "error": "{Bucket} of {Owner}", "type": "error"},
          {"conditions": [], "error": "Mode {Mode}, first {Names#[0]}, bucket {Bucket}, endpoint {Endpoint}", "type": "error"}]}
        """;

    [Fact]
    public void Calls_and_settings_set_the_parameters_of_the_rules()
    {
        var test = new Widgets
        {
            Input = """
                "bucket": {"shape": "String", "contextParam": {"name": "Bucket"}}, "mode": {"shape": "Mode", "contextParam": {"name": "Mode"}},
                "items": {"shape": "Items"}, "unknown": {"shape": "String", "contextParam": {"name": "NotInTheRules"}}
                """,
            RequiredInput = "\"mode\"",
            Shapes = """
                "Mode": {"type": "string", "enum": ["A", "B"]}, "Items": {"type": "list", "member": {"shape": "Item"}},
                "Item": {"type": "structure", "members": {"name": {"shape": "String"}}}
                """,
            OperationTraits = """
                , "staticContextParams": {"Control": {"value": true}, "Bucket": {"value": "fixed"}}, "operationContextParams": {"Names": {"path": "items[*].name"}}
                """,
        };
        var run = WithRules(test).Run();

        Assert.Contains(
            """
                protected override global::DataZoneGen.Wire.EndpointContext GetEndpointContext(GetWidgetRequest input, global::DataZoneGen.Wire.EndpointContext context) => context
                    .Set("Control", true)
                    .Set("Bucket", "fixed")
                    .Set("Mode", input.Mode.Value)
                    .Set("Names",
            """.ReplaceLineEndings("\n"),
            run.Text("Widgets/GetWidget.g.cs"),
            StringComparison.Ordinal);
        Assert.Equal(
            "fixed of 42|Mode A, first x, bucket fixed, endpoint elsewhere",
            run.Invoke("Probe", "Ask"));
    }

    [Fact]
    public void Several_paths_of_one_operation_share_no_variable()
    {
        var test = WithRules(new Widgets
        {
            Input = """ "tags": {"shape": "Tags"} """,
            Shapes = """ "Tags": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}} """,
            OperationTraits = """, "operationContextParams": {"Bucket": {"path": "tags.bucket"}, "Mode": {"path": "tags.mode"}, "Names": {"path": "[tags.a, tags.b]"}}""",
        });
        test.TestState.Sources.Clear();

        Assert.Contains("out var found2)", test.Run().Text("Widgets/GetWidget.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_properties_of_the_options()
    {
        var test = WithRules(new Widgets());
        test.TestState.Sources.Clear();

        Assert.Contains(
            """
            {
                /// <summary>Who rules.</summary>
                public bool? Control { get; set; }

                /// <summary>The value of the parameter Accelerate in the service's endpoint rules.</summary>
                public bool? Accelerate { get; set; }

                /// <summary>The account.</summary>
                public string? Owner { get; set; }

                /// <summary>The value of the parameter Endpoint in the service's endpoint rules.</summary>
                public string? EndpointValue { get; set; }

                /// <inheritdoc/>
                protected override global::DataZoneGen.Wire.EndpointContext GetEndpointContext() => new global::DataZoneGen.Wire.EndpointContext()
                    .Set("Control", Control)
                    .Set("Accelerate", Accelerate)
                    .Set("Owner", Owner)
                    .Set("Endpoint", EndpointValue);
            }
            """.ReplaceLineEndings("\n"),
            test.Run().Text("Widgets/WidgetsClientOptions.g.cs"),
            StringComparison.Ordinal);
    }

    /// <summary>The account comes from the credentials, and the mode is an option of every client.</summary>
    [Fact]
    public void The_account_id_is_no_setting_of_the_service()
    {
        var run = new Widgets().ToTest();
        run.TestState.AdditionalFiles.RemoveAt(1);
        run.TestState.AdditionalFiles.Add(new ModelText(RulesPath, """
            {"parameters": {
              "AccountId": {"builtIn": "AWS::Auth::AccountId", "type": "string"}, "AccountIdEndpointMode": {"builtIn": "AWS::Auth::AccountIdEndpointMode", "type": "string"}},
             "rules": [
              {"conditions": [{"fn": "isSet", "argv": [{"ref": "AccountId"}]}], "endpoint": {"url": "https://{AccountId}.example.com"}, "type": "endpoint"},
              {"conditions": [], "error": "Mode {AccountIdEndpointMode}", "type": "error"}]}
            """));
        var result = run.Run();

        Assert.Contains("string? accountId = parameters.AccountId;", result.Text("Widgets/WidgetsEndpoints.g.cs"), StringComparison.Ordinal);
        Assert.Contains("parameters.AccountIdEndpointMode", result.Text("Widgets/WidgetsEndpoints.g.cs"), StringComparison.Ordinal);
        Assert.Contains("protected override bool UsesAccountId => true;", result.Text("Widgets/WidgetsService.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("EndpointContext", result.Text("Widgets/WidgetsClientOptions.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_whose_rules_use_only_common_settings_has_no_context()
    {
        var run = new Widgets { Input = """ "bucket": {"shape": "String", "contextParam": {"name": "Bucket"}} """ }.Run();

        Assert.DoesNotContain("UsesAccountId", run.Text("Widgets/WidgetsService.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Result.GeneratedSources, static source => source.SourceText.ToString().Contains("EndpointContext", StringComparison.Ordinal));
    }

    [Fact]
    public void No_setting_hides_a_common_setting()
    {
        var options = typeof(AwsClientOptions).GetMembers(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Where(static member => member is System.Reflection.PropertyInfo { GetMethod.IsPublic: true } or System.Reflection.MethodInfo { IsSpecialName: false, IsAssembly: false, IsPrivate: false })
            .Select(static member => member.Name)
            .Distinct()
            .ToList();
        var names = DataZoneGen.Generator.Plan.Names.MemberNames.ForOptions("Options");

        Assert.NotEmpty(options);
        Assert.All(options, name => Assert.True(names.Has(name), name));
    }

    [Theory]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "Bucket"}]}""", """ "staticContextParams": {"Bucket": {"value": true}} """, "the value of parameter 'Bucket' from operation 'GetWidget' does not have the parameter's type")]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "Names"}]}""", """ "operationContextParams": {"Names": {"path": "size"}} """, "the value of parameter 'Names' from operation 'GetWidget' does not have the parameter's type")]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "Control"}]}""", """ "operationContextParams": {"Control": {"path": "size"}} """, "the value of parameter 'Control' from operation 'GetWidget' does not have the parameter's type")]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "Bucket"}]}""", """ "operationContextParams": {"Bucket": {"path": "a b"}} """, "parameter 'Bucket' of operation 'GetWidget' cannot be read from its input: 'a b': ")]
    public void A_value_that_does_not_fit_its_parameter_is_reported(string condition, string traits, string why)
    {
        var rules = """
            {"parameters": {"Bucket": {"type": "string"}, "Control": {"type": "boolean"}, "Names": {"type": "stringArray"}},
             "rules": [{"conditions": [CONDITION], "endpoint": {"url": "https://x"}, "type": "endpoint"}]}
            """.Replace("CONDITION", condition, StringComparison.Ordinal);
        var test = new Widgets { Input = """ "size": {"shape": "Integer"} """, OperationTraits = "," + traits }.ToTest();
        test.TestState.AdditionalFiles.RemoveAll(static file => file.Path == RulesPath);
        test.TestState.AdditionalFiles.Add(new ModelText(RulesPath, rules));
        var run = test.RunOnly();

        Compiler.VerifyClean(run.Compilation);
        Assert.Equal(["DZG017"], run.DiagnosticIds);
        Assert.Contains(why, run.Result.Diagnostics.Single().GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain("EndpointContext", run.Text("Widgets/GetWidget.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Smithys_traits_say_the_same()
    {
        var service = new SmithyWidgets
        {
            ServiceTraits = """
                "aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restJson1": {},
                "smithy.rules#clientContextParams": {"Control": {"type": "boolean", "documentation": "Who rules."}}
                """,
            OperationTraits = """ "smithy.rules#staticContextParams": {"Names": {"value": ["a", "b"]}} """,
            Input = """ "bucket": {"target": "smithy.api#String", "traits": {"smithy.rules#contextParam": {"name": "Bucket"}}} """,
        };
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText(SmithyWidgets.Path, service.Text));
        test.TestState.AdditionalFiles.Add(new ModelText(RulesPath, Rules));
        var run = test.Run();

        Assert.Contains(".Set(\"Names\", new string[] { \"a\", \"b\" })\n        .Set(\"Bucket\", input.Bucket);", run.Text("Widgets/GetWidget.g.cs"), StringComparison.Ordinal);
        Assert.Contains("public bool? Control { get; set; }", run.Text("Widgets/WidgetsClientOptions.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_are_only_a_decision_diagram_are_reported_as_such()
    {
        var service = new SmithyWidgets
        {
            ServiceTraits = """
                "aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restJson1": {},
                "smithy.rules#endpointBdd": {"version": "1.1", "parameters": {}, "conditions": [], "results": [], "root": 1, "nodeCount": 1, "nodes": ""}
                """,
        };
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText(SmithyWidgets.Path, service.Text));
        var run = test.RunOnly();

        Assert.Equal(["DZG017"], run.DiagnosticIds);
        Assert.Contains("decision diagram (smithy.rules#endpointBdd)", run.Result.Diagnostics.Single().GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static GeneratorTest WithRules(Widgets widgets)
    {
        var test = widgets.ToTest();
        test.TestState.AdditionalFiles.RemoveAll(static file => file.Path == RulesPath);
        test.TestState.AdditionalFiles.Add(new ModelText(RulesPath, Rules));
        test.TestState.AdditionalFiles.Add(new ModelText("models/widgets/more.json", """
            {"operations": {}, "clientContextParams": {
              "Control": {"type": "boolean", "documentation": "<p>Who rules.</p>"}, "NotInTheRules": {"type": "string"}, "Endpoint": {"type": "string"}}}
            """));
        test.TestState.Sources.Add("""
            using Acme.Widgets;

            /// <summary>Calls with two settings.</summary>
            internal static class Probe
            {
                public static string Ask() => Ask(new WidgetsClientOptions { Owner = "42", Accelerate = true }) + "|"
                    + Ask(new WidgetsClientOptions { EndpointValue = "elsewhere" });

                private static string Ask(WidgetsClientOptions options)
                {
                    options.Region = "us-east-1";
                    options.Credentials = new DataZoneGen.AwsCredentials("id", "secret");
                    using var client = new WidgetsClient(options);
                    var request = new GetWidgetRequest { Mode = Mode.A, Bucket = "given", Items = new[] { new Item { Name = "x" }, new Item() } };
                    try
                    {
                        client.GetWidgetAsync(request).GetAwaiter().GetResult();
                        return "";
                    }
                    catch (DataZoneGen.EndpointException exception)
                    {
                        return exception.Message;
                    }
                }
            }
            """);
        return test;
    }
}
