using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Tests.Diagnostics;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Plan.Endpoints;

public sealed class EndpointPlannerTests
{
    private const string Path = "models/widgets/endpoint-rule-set-1.json";

    private const string Parameters = """
        "Region": {"builtIn": "AWS::Region", "type": "String"},
        "UseFIPS": {"builtIn": "AWS::UseFIPS", "type": "Boolean", "default": false},
        "UseDualStack": {"builtIn": "AWS::UseDualStack", "type": "boolean"},
        "Endpoint": {"builtIn": "SDK::Endpoint", "type": "string"},
        "Stage": {"type": "string", "default": "prod{\"}"},
        "Beta": {"type": "boolean", "default": true},
        "Unset": {"type": "boolean"},
        "Arns": {"type": "stringArray"},
        "Nowhere": {"type": "string", "builtIn": "AWS::S3::Accelerate"}
        """;

    [Theory]
    [InlineData("ap-test-1", false, "EndpointException: https://prod{\"}.ap-test-1/||")]
    [InlineData("us-east-1", false, "https://widgets.us-east-1.api.aws/|widgets-signing|us-east-1")]
    [InlineData("cn-north-1", false, "https://widgets.cn-north-1.api.amazonwebservices.com.cn/|widgets-signing|cn-north-1")]
    [InlineData("us-east-1", true, "https://widgets-fips.us-east-1.amazonaws.com/||")]
    [InlineData("a b", false, "EndpointException: Region 'a b' is none.")]
    [InlineData(null, false, "EndpointException: Nothing fits.")]
    public void Compiled_rules_return_the_endpoints_of_the_rules(string? region, bool useFips, string expected)
    {
        var test = Test("""
            {"conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}], "type": "tree", "rules": [
              {"conditions": [{"fn": "not", "argv": [{"fn": "isValidHostLabel", "argv": [{"ref": "Region"}, false]}]}],
               "error": "Region '{Region}' is none.", "type": "error"},
              {"conditions": [{"fn": "stringEquals", "argv": [{"ref": "Region"}, "ap-test-1"]}, {"fn": "isSet", "argv": [{"ref": "Stage"}]}],
               "error": "https://{Stage}.{Region}/||", "type": "error"},
              {"conditions": [{"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, true]}, {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "P"},
                              {"fn": "stringEquals", "argv": [{"fn": "getAttr", "argv": [{"ref": "P"}, "name"]}, "aws"]}],
               "endpoint": {"url": "https://widgets-fips.{Region}.{P#dnsSuffix}"}, "type": "endpoint"},
              {"conditions": [{"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "P"}],
               "endpoint": {"url": "https://widgets.{Region}.{P#dualStackDnsSuffix}",
                 "properties": {"authSchemes": [{"name": "sigv4", "signingName": "widgets-signing", "signingRegion": "{Region}"}]}}, "type": "endpoint"}]},
            {"conditions": [], "error": "Nothing fits.", "type": "error"}
            """);
        test.TestState.Sources.Add($$"""
            /// <summary>Evaluates the compiled rules.</summary>
            internal static class Probe
            {
                public static string Resolve()
                {
                    try
                    {
                        var endpoint = Acme.Widgets.WidgetsEndpoints.Resolve(
                            new DataZoneGen.Wire.EndpointParameters({{(region is null ? "null" : Literals.String(region))}}, {{(useFips ? "true" : "false")}}, true, null));
                        var scheme = endpoint.AuthSchemes.Count == 0 ? null : endpoint.AuthSchemes[0];
                        return endpoint.Url + "|" + scheme?.SigningName + "|" + scheme?.SigningRegion;
                    }
                    catch (DataZoneGen.EndpointException exception)
                    {
                        return "EndpointException: " + exception.Message;
                    }
                }
            }
            """);

        Assert.Equal(expected, test.Run().Invoke("Probe", "Resolve"));
    }

    [Theory]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "Endpoint"}]}""")]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "Unset"}]}""")]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "UseFIPS"}]}""")]
    [InlineData("""{"fn": "not", "argv": [{"fn": "isSet", "argv": [{"ref": "Region"}]}]}""")]
    [InlineData("""{"fn": "booleanEquals", "argv": [{"fn": "isSet", "argv": [{"ref": "Region"}]}, true]}""")]
    [InlineData("""{"fn": "booleanEquals", "argv": [{"fn": "isSet", "argv": [{"ref": "Region"}]}, false]}""")]
    [InlineData("""{"fn": "booleanEquals", "argv": [false, {"fn": "stringEquals", "argv": [{"ref": "Stage"}, "x"]}]}""")]
    [InlineData("""{"fn": "booleanEquals", "argv": [{"ref": "Beta"}, {"fn": "isSet", "argv": [{"ref": "Region"}]}]}""")]
    [InlineData("""{"fn": "booleanEquals", "argv": [{"ref": "UseDualStack"}, {"ref": "Beta"}]}""")]
    [InlineData("""{"fn": "booleanEquals", "argv": [true, false]}""")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Stage"}, "{Region}}-x"]}""")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Stage"}, "\"\\{Region}\n"]}""")]
    [InlineData("""{"fn": "isValidHostLabel", "argv": [{"ref": "Region"}, {"ref": "Beta"}]}""")]
    [InlineData("""{"fn": "isValidHostLabel", "argv": ["{Stage}.x", true], "assign": "Valid"}""")]
    [InlineData("""{"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "parameters"}""")]
    [InlineData("""{"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "class"}""")]
    [InlineData("""{"fn": "aws.partition", "argv": ["x"]}""")]
    [InlineData("""{"fn": "aws.partition", "argv": [{"ref": "Nowhere"}]}""")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Nowhere"}, "x"]}""")]
    [InlineData("""{"fn": "not", "argv": [{"ref": "Unset"}]}""")]
    [InlineData("""{"fn": "not", "argv": [{"fn": "stringEquals", "argv": ["x", {"ref": "Region"}]}]}""")]
    [InlineData("""{"fn": "booleanEquals", "argv": [{"ref": "Unset"}, {"ref": "UseFIPS"}]}""")]
    [InlineData("""{"fn": "coalesce", "argv": [{"ref": "Unset"}, {"ref": "UseFIPS"}, true]}""")]
    [InlineData("""{"fn": "coalesce", "argv": [{"ref": "Unset"}, {"ref": "Unset"}]}""")]
    [InlineData("""{"fn": "coalesce", "argv": ["x", "y"], "assign": "X"}""")]
    [InlineData("""{"fn": "coalesce", "argv": [["x"], ["y"]], "assign": "X"}""")]
    [InlineData("""{"fn": "coalesce", "argv": [{"ref": "Arns"}, []], "assign": "X"}""")]
    [InlineData("""{"fn": "ite", "argv": [{"ref": "Unset"}, {"ref": "Arns"}, ["{Region}"]], "assign": "X"}""")]
    [InlineData("""{"fn": "ite", "argv": [{"ref": "Unset"}, {"ref": "Beta"}, {"ref": "Unset"}]}""")]
    [InlineData("""{"fn": "uriEncode", "argv": [{"ref": "Nowhere"}], "assign": "X"}""")]
    [InlineData("""{"fn": "uriEncode", "argv": ["x y"], "assign": "X"}""")]
    [InlineData("""{"fn": "isSet", "argv": [{"fn": "getAttr", "argv": [{"fn": "aws.parseArn", "argv": [{"ref": "Region"}]}, "resourceId[-1]"]}]}""")]
    [InlineData("""{"fn": "stringEquals", "argv": ["{Arns#[0]}", "{Region}"]}""")]
    [InlineData("""{"fn": "getAttr", "argv": [{"fn": "parseURL", "argv": [{"ref": "Endpoint"}]}, "isIp"]}""")]
    public void A_condition_compiles_without_a_warning_or_is_reported_as_unsupported(string condition)
    {
        var run = Test("{\"conditions\": [" + condition + "], \"endpoint\": {\"url\": \"https://x\"}, \"type\": \"endpoint\"}, {\"conditions\": [], \"error\": \"No.\", \"type\": \"error\"}")
            .RunOnly();

        Compiler.VerifyClean(run.Compilation);
        Assert.All(run.DiagnosticIds, static id => Assert.Equal("DZG017", id));
    }

    [Theory]
    [InlineData("""{"fn": "aws.fly", "argv": [{"ref": "Endpoint"}], "assign": "url"}""", "the function 'aws.fly' is not supported")]
    [InlineData("""{"fn": "substring", "argv": [{"ref": "Region"}, 0, 2.5, true]}""", "the number 2.5 is not supported")]
    [InlineData("""{"fn": "substring", "argv": [{"ref": "Region"}, 0, 99999999999, true]}""", "the number 99999999999 is not supported")]
    [InlineData("""{"fn": "substring", "argv": [{"ref": "Region"}, 0, "2", true]}""", "the function 'substring' is not supported for these arguments")]
    [InlineData("""{"fn": "split", "argv": [{"ref": "Region"}, 1, 0]}""", "the function 'split' is not supported for these arguments")]
    [InlineData("""{"fn": "coalesce", "argv": [{"ref": "Region"}, {"ref": "Beta"}]}""", "the function 'coalesce' is not supported for these arguments")]
    [InlineData("""{"fn": "ite", "argv": [{"ref": "Beta"}, "x", true]}""", "the function 'ite' is not supported for these arguments")]
    [InlineData("""{"fn": "getAttr", "argv": [{"fn": "parseURL", "argv": ["x"]}, "scheme[0]"]}""", "the attribute 'scheme[0]' is not supported")]
    [InlineData("""{"fn": "getAttr", "argv": [{"fn": "aws.parseArn", "argv": ["x"]}, "resourceId["]}""", "the attribute 'resourceId[' is not supported")]
    [InlineData("""{"fn": "getAttr", "argv": [{"fn": "aws.parseArn", "argv": ["x"]}, "resourceId[0].x"]}""", "the attribute 'resourceId[0].x' is not supported")]
    [InlineData("""{"fn": "getAttr", "argv": [{"fn": "aws.parseArn", "argv": ["x"]}, ""]}""", "the attribute '' is not supported")]
    [InlineData("""{"fn": "stringEquals", "argv": ["{Arns#[0]}", {"ref": "Arns"}]}""", "the function 'stringEquals' is not supported for these arguments")]
    [InlineData("""{"fn": "isSet", "argv": []}""", "the function 'isSet' is not supported")]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "Nothing"}]}""", "'Nothing' is not defined")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"fn": "getAttr", "argv": [{"fn": "aws.partition", "argv": ["x"]}, "x"]}, "y"]}""", "the attribute 'x' is not supported")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Stage"}, "{Stage}, {Region"]}""", "the template '{Stage}, {Region' is malformed")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Beta"}, "x"]}""", "the function 'stringEquals' is not supported for these arguments")]
    [InlineData("""{"fn": "stringEquals", "argv": [1, "x"]}""", "the function 'stringEquals' is not supported for these arguments")]
    [InlineData("""{"fn": "booleanEquals", "argv": [{"ref": "Stage"}, true]}""", "the function 'booleanEquals' is not supported for these arguments")]
    [InlineData("""{"fn": "not", "argv": [{"ref": "Stage"}]}""", "the function 'not' is not supported for these arguments")]
    [InlineData("""{"fn": "getAttr", "argv": [{"ref": "Region"}, "name"]}""", "the attribute 'name' is not supported")]
    [InlineData("""{"fn": "aws.partition", "argv": [{"ref": "Beta"}], "assign": "P"}""", "the function 'aws.partition' is not supported for these arguments")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Stage"}, "{Stage#name}"]}""", "the attribute 'name' is not supported")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Stage"}, "{Beta}"]}""", "the template '{Beta}' is malformed")]
    public Task A_condition_that_cannot_be_compiled_is_reported(string condition, string reason) => VerifyUnsupportedAsync(
        """
        {"conditions": [CONDITION], "endpoint": {"url": "https://x"}, "type": "endpoint"}
        """.Replace("CONDITION", condition, StringComparison.Ordinal),
        reason);

    [Fact]
    public void If_rules_cannot_be_compiled_the_caller_must_set_the_endpoint()
    {
        var run = Test("""{"conditions": [{"fn": "aws.fly", "argv": []}], "endpoint": {"url": "https://x"}, "type": "endpoint"}""").RunOnly();

        Assert.Contains("Set Endpoint in the client's options", run.Text("Widgets/WidgetsEndpoints.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "properties": {"authSchemes": [{"name": "sigv4", "signingNmae": "x"}]} """, "the attribute 'signingNmae' of the authentication scheme 'sigv4' is not supported")]
    [InlineData(""" "properties": {"authSchemes": [{"name": "sigv4", "signingName": true}]} """, "the value must be a string")]
    [InlineData(""" "properties": {"authSchemes": [{"name": "sigv4a", "signingRegionSet": "*"}]} """, "the value must be an array of strings")]
    [InlineData(""" "properties": {"authSchemes": [{"name": "sigv4", "disableDoubleEncoding": "no"}]} """, "the value must be a boolean")]
    [InlineData(""" "properties": {"partition": {"fn": "aws.partition", "argv": ["x"]}} """, "the property has a type that is not supported")]
    [InlineData(""" "properties": {"big": 1e999} """, "the number 1e999 is not supported")]
    [InlineData(""" "headers": {"x-a": [true]} """, "the value must be a string")]
    public Task A_property_or_header_of_an_endpoint_that_cannot_be_compiled_is_reported(string more, string reason) => VerifyUnsupportedAsync(
        """{"conditions": [], "endpoint": {"url": "https://x", MORE}, "type": "endpoint"}""".Replace("MORE", more, StringComparison.Ordinal), reason);

    [Fact]
    public void Headers_and_properties_of_every_type_come_with_the_endpoint()
    {
        var test = Test("""
            {"conditions": [], "type": "endpoint", "endpoint": {"url": "https://x", "headers": {"x-a": ["1", "{Stage}"], "x-b": ["2"]}, "properties": {
              "authSchemes": [{"name": "sigv4a", "signingRegionSet": ["*", "{Stage}"]}, {"name": "sigv4", "disableDoubleEncoding": true, "disableNormalizePath": true}, {"name": "none"}],
              "text": "{Stage}", "yes": true, "whole": 3, "long": 3000000000, "part": -0.5, "list": ["a", 1, ["b"]], "map": {"k": {"n": false}}, "beta": {"ref": "Beta"}}}}
            """);
        test.TestState.Sources.Add("""
            /// <summary>Evaluates the compiled rules.</summary>
            internal static class Probe
            {
                public static string Resolve()
                {
                    var endpoint = Acme.Widgets.WidgetsEndpoints.Resolve(
                        new DataZoneGen.Wire.EndpointParameters("us-east-1", false, false, null) { Call = new DataZoneGen.Wire.EndpointContext().Set("Stage", "s") });
                    return System.Text.Json.JsonSerializer.Serialize(new { endpoint.Headers, endpoint.AuthSchemes, endpoint.Properties });
                }
            }
            """);

        Assert.Equal(
            """
            {"Headers":[{"Key":"x-a","Value":"1"},{"Key":"x-a","Value":"s"},{"Key":"x-b","Value":"2"}],
            "AuthSchemes":[
            {"Name":"sigv4a","SigningName":null,"SigningRegion":null,"SigningRegionSet":["*","s"],"DisableDoubleEncoding":false,"DisableNormalizePath":false},
            {"Name":"sigv4","SigningName":null,"SigningRegion":null,"SigningRegionSet":[],"DisableDoubleEncoding":true,"DisableNormalizePath":true},
            {"Name":"none","SigningName":null,"SigningRegion":null,"SigningRegionSet":[],"DisableDoubleEncoding":false,"DisableNormalizePath":false}],
            "Properties":[{"Key":"text","Value":"s"},{"Key":"yes","Value":true},{"Key":"whole","Value":3},{"Key":"long","Value":3000000000},
            {"Key":"part","Value":-0.5},{"Key":"list","Value":["a",1,["b"]]},{"Key":"map","Value":{"k":{"n":false}}},{"Key":"beta","Value":true}]}
            """.ReplaceLineEndings(""),
            test.Run().Invoke("Probe", "Resolve"));
    }

    [Fact]
    public void Rules_and_expressions_as_deep_as_the_reader_takes_them_compile()
    {
        const int depth = 60;
        var rules = string.Concat(Enumerable.Repeat("""{"conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}, {"fn": "isSet", "argv": [{"ref": "Endpoint"}]}], "type": "tree", "rules": [""", depth))
            + """{"conditions": [CONDITION], "endpoint": {"url": "https://x"}, "type": "endpoint"}""" + string.Concat(Enumerable.Repeat("]}", depth));
        var condition = string.Concat(Enumerable.Repeat("""{"fn": "not", "argv": [""", depth)) + """{"ref": "UseFIPS"}""" + string.Concat(Enumerable.Repeat("]}", depth));
        var text = string.Concat(Enumerable.Repeat("""{"fn": "uriEncode", "argv": [""", depth)) + """{"ref": "Stage"}""" + string.Concat(Enumerable.Repeat("]}", depth));

        var run = Test(rules.Replace("CONDITION", condition + """, {"fn": "stringEquals", "argv": [""" + text + """, "x"]}""", StringComparison.Ordinal)).RunOnly();

        Compiler.VerifyClean(run.Compilation);
        Assert.Empty(run.DiagnosticIds);
    }

    [Fact]
    public Task A_name_that_one_rule_assigns_is_unknown_to_the_next() => VerifyUnsupportedAsync(
        """
        {"conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}, {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "P"}],
         "endpoint": {"url": "https://x"}, "type": "endpoint"},
        {"conditions": [], "endpoint": {"url": "https://{P#dnsSuffix}"}, "type": "endpoint"}
        """,
        "'P' is not defined");

    [Fact]
    public void A_nullable_string_where_a_string_is_required_causes_no_warning()
    {
        var run = Test("""{"conditions": [], "endpoint": {"url": {"ref": "Endpoint"}}, "type": "endpoint"}""").RunOnly();

        Compiler.VerifyClean(run.Compilation);
    }

    [Theory]
    [InlineData(""" "Region": {"builtIn": "AWS::Region", "type": "boolean"} """)]
    [InlineData(""" "Region": {"builtIn": "AWS::UseFIPS", "type": "string"} """)]
    [InlineData(""" "Region": {"type": "boolean", "default": "no; }"} """)]
    [InlineData(""" "Region": {"type": "string", "default": true} """)]
    [InlineData(""" "Region": {"type": "stringArray", "default": ["a", "\"b{}"]} """)]
    [InlineData(""" "Region": {"type": "stringArray", "default": ["a", true]} """)]
    [InlineData(""" "Region": {"type": "StringArray", "default": "a"} """)]
    [InlineData(""" "Region": {"type": "string", "builtIn": "AWS::Region", "default": "a\nb", "required": true} """)]
    [InlineData(""" "Region": {"type": "string", "builtIn": "AWS::Region", "required": true}, "Other": {"type": "boolean", "required": true} """)]
    [InlineData(""" "Region": {"type": "boolean", "required": true} """)]
    [InlineData(""" "Region": {"type": "list"} """)]
    [InlineData(""" "Region": {} """)]
    [InlineData(""" "Region": {"type": 1} """)]
    [InlineData(""" "Region": {"type": "string", "default": {}} """)]
    [InlineData(""" "class": {"type": "string"}, "Class": {"type": "string"}, "parameters": {"type": "boolean"}, "": {"type": "string"}, "Region": {"type": "string"} """)]
    public void Parameters_of_any_name_and_type_compile_or_are_reported(string parameters)
    {
        var run = Test("""{"conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}], "endpoint": {"url": "https://x"}, "type": "endpoint"}""", parameters).RunOnly();

        Compiler.VerifyClean(run.Compilation);
        Assert.All(run.DiagnosticIds, static id => Assert.Contains(id, new[] { "DZG003", "DZG017", "DZG019" }));
    }

    private static GeneratorTest Test(string rules, string parameters = Parameters)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(Files("{", rules, parameters));
        return test;
    }

    /// <summary>Problems of rules are reported at the start of their file.</summary>
    private static Task VerifyUnsupportedAsync(string rules, string reason) => DiagnosticVerifier.VerifyAsync(
        Files("{|#0:{|}", rules, Parameters),
        [new DiagnosticResult(DiagnosticDescriptors.UnsupportedEndpointRules).WithLocation(0).WithArguments("Widgets", reason)]);

    private static IEnumerable<ModelText> Files(string start, string rules, string parameters) =>
    [
        .. new Widgets().Files.Where(static file => file.Path != Path),
        new ModelText(Path, start + "\"parameters\": {" + parameters + "}, \"rules\": [" + rules + "]}"),
    ];
}
