using System;
using System.Linq;
using DataZoneGen.Generator.Tests.Models;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan;

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
        "Nowhere": {"type": "string", "builtIn": "AWS::S3::Accelerate"}
        """;

    [Theory]
    [InlineData("ap-test-1", false, "EndpointException: https://prod{\"}.ap-test-1/||")]
    [InlineData("us-east-1", false, "https://widgets.us-east-1.api.aws/|widgets-signing|us-east-1")]
    [InlineData("cn-north-1", false, "https://widgets.cn-north-1.api.amazonwebservices.com.cn/|widgets-signing|cn-north-1")]
    [InlineData("us-east-1", true, "https://widgets-fips.us-east-1.amazonaws.com/||")]
    [InlineData("a b", false, "EndpointException: Region 'a b' is none.")]
    [InlineData(null, false, "EndpointException: Nothing fits.")]
    public void Compiled_rules_give_what_the_rules_say(string? region, bool useFips, string expected)
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
            /// <summary>Asks the compiled rules.</summary>
            internal static class Probe
            {
                public static string Resolve()
                {
                    try
                    {
                        var endpoint = Acme.Widgets.WidgetsEndpoints.Resolve(
                            new DataZoneGen.Wire.EndpointParameters({{(region is null ? "null" : Literals.String(region))}}, {{(useFips ? "true" : "false")}}, true, null));
                        return endpoint.Url + "|" + endpoint.SigningName + "|" + endpoint.SigningRegion;
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
    public void A_condition_compiles_without_a_warning_or_is_reported_as_unsupported(string condition)
    {
        var run = Test("{\"conditions\": [" + condition + "], \"endpoint\": {\"url\": \"https://x\"}, \"type\": \"endpoint\"}, {\"conditions\": [], \"error\": \"No.\", \"type\": \"error\"}")
            .RunOnly();

        Compiler.VerifyClean(run.Compilation);
        Assert.All(run.DiagnosticIds, static id => Assert.Equal("DZG017", id));
    }

    [Theory]
    [InlineData("""{"fn": "parseURL", "argv": [{"ref": "Endpoint"}], "assign": "url"}""", "the function 'parseURL' is not supported")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Nowhere"}, "x"]}""", "'Nowhere' is never set")]
    [InlineData("""{"fn": "isSet", "argv": []}""", "the function 'isSet' is not supported")]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": "Nothing"}]}""", "'Nothing' is not defined")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"fn": "getAttr", "argv": [{"fn": "aws.partition", "argv": ["x"]}, "x"]}, "y"]}""", "the attribute 'x' is not supported")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Stage"}, "{Stage}, {Region"]}""", "the template '{Stage}, {Region' is malformed")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Beta"}, "x"]}""", "the function 'stringEquals' is not supported for these arguments")]
    [InlineData("""{"fn": "stringEquals", "argv": [1, "x"]}""", "the number 1 is not supported")]
    [InlineData("""{"fn": "aws.partition", "argv": ["x"]}""", "a condition that is neither true nor false")]
    [InlineData("""{"fn": "isValidHostLabel", "argv": ["x", true], "assign": "Valid"}""", "a condition that names a truth value")]
    [InlineData("""{"fn": "booleanEquals", "argv": [{"ref": "Stage"}, true]}""", "the function 'booleanEquals' is not supported for these arguments")]
    [InlineData("""{"fn": "not", "argv": [{"ref": "Stage"}]}""", "the function 'not' is not supported for these arguments")]
    [InlineData("""{"fn": "getAttr", "argv": [{"ref": "Region"}, "name"]}""", "the function 'getAttr' is not supported for these arguments")]
    [InlineData("""{"fn": "aws.partition", "argv": [{"ref": "Beta"}], "assign": "P"}""", "the function 'aws.partition' is not supported for these arguments")]
    [InlineData("""{"fn": "stringEquals", "argv": [{"ref": "Stage"}, "{Stage#name}"]}""", "the template '{Stage#name}' is malformed")]
    public void Rules_that_cannot_be_compiled_are_reported_and_leave_the_endpoint_to_the_caller(string condition, string why)
    {
        var test = Test("""
            {"conditions": [CONDITION], "endpoint": {"url": "https://x"}, "type": "endpoint"}
            """.Replace("CONDITION", condition, StringComparison.Ordinal));
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG017").At(Path, 1, 1).WithArguments("Widgets", why));

        Assert.Contains("set Endpoint in the client's options", test.Run().Text("Widgets/WidgetsEndpoints.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "headers": {"x-a": ["b"]} """, "an endpoint with headers")]
    [InlineData(""" "properties": {"authSchemes": [{"name": "sigv4a"}]} """, "an endpoint that is not signed with sigv4")]
    public void An_endpoint_that_needs_more_than_a_URL_is_reported(string more, string why)
    {
        var test = Test("""{"conditions": [], "endpoint": {"url": "https://x", MORE}, "type": "endpoint"}""".Replace("MORE", more, StringComparison.Ordinal));
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG017").At(Path, 1, 1).WithArguments("Widgets", why));

        test.Run();
    }

    [Fact]
    public void A_name_that_one_rule_assigns_is_unknown_to_the_next()
    {
        var test = Test("""
            {"conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}, {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "P"}],
             "endpoint": {"url": "https://x"}, "type": "endpoint"},
            {"conditions": [], "endpoint": {"url": "https://{P#dnsSuffix}"}, "type": "endpoint"}
            """);
        test.TestState.ExpectedDiagnostics.Add(new ExpectedDiagnostic("DZG017").At(Path, 1, 1).WithArguments("Widgets", "'P' is not defined"));

        test.Run();
    }

    [Fact]
    public void A_text_that_may_be_missing_where_one_is_needed_gives_no_warning()
    {
        var run = Test("""{"conditions": [], "endpoint": {"url": {"ref": "Endpoint"}}, "type": "endpoint"}""").RunOnly();

        Compiler.VerifyClean(run.Compilation);
    }

    [Theory]
    [InlineData(""" "Region": {"builtIn": "AWS::Region", "type": "boolean"} """)]
    [InlineData(""" "Region": {"builtIn": "AWS::UseFIPS", "type": "string"} """)]
    [InlineData(""" "Region": {"type": "boolean", "default": "no; }"} """)]
    [InlineData(""" "Region": {"type": "string", "default": true} """)]
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
        test.TestState.AdditionalFiles.AddRange(new Widgets().Files.Where(static file => file.Path != Path));
        test.TestState.AdditionalFiles.Add(new ModelText(Path, "{\"parameters\": {" + parameters + "}, \"rules\": [" + rules + "]}"));
        return test;
    }
}
