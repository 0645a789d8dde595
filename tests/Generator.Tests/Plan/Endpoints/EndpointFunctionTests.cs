using System;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan.Endpoints;

/// <summary>The results of compiled functions of endpoint rules. All cases are rules of one rule set, which is compiled once.</summary>
public sealed class EndpointFunctionTests
{
    private const string Path = "models/widgets/endpoint-rule-set-1.json";

    /// <summary>Conditions, with what they are for Text "a-b", Empty "", Arn "arn:aws:s3:us-west-2:123:bucket/key:x", Url "https://Host:81/p" and Yes; No is not set.</summary>
    private static readonly (string Condition, bool Holds)[] Cases =
    [
        ("""{"fn": "isSet", "argv": [{"ref": "Text"}]}""", true),
        ("""{"fn": "isSet", "argv": [{"ref": "No"}]}""", false),
        ("""{"fn": "isSet", "argv": [{"ref": "Nothing"}]}""", false),
        ("""{"fn": "not", "argv": [{"ref": "Yes"}]}""", false),
        ("""{"fn": "not", "argv": [{"ref": "No"}]}""", true),
        ("""{"fn": "not", "argv": [{"fn": "stringEquals", "argv": ["a-b", {"ref": "Text"}]}]}""", false),
        ("""{"fn": "booleanEquals", "argv": [{"ref": "Yes"}, true]}""", true),
        ("""{"fn": "booleanEquals", "argv": [{"ref": "No"}, false]}""", false),
        ("""{"fn": "booleanEquals", "argv": [{"ref": "No"}, {"ref": "Yes"}]}""", false),
        ("""{"fn": "stringEquals", "argv": ["{Text}-{Arns#[1]}", "a-b-second"]}""", true),
        ("""{"fn": "stringEquals", "argv": ["{Text}", "A-B"]}""", false),
        ("""{"fn": "stringEquals", "argv": ["{{{Text}}}", "{{a-b}}"]}""", true),
        ("""{"fn": "substring", "argv": [{"ref": "Text"}, 0, 2, false], "assign": "S"}, {"fn": "stringEquals", "argv": [{"ref": "S"}, "a-"]}""", true),
        ("""{"fn": "substring", "argv": [{"ref": "Text"}, 0, 2, true], "assign": "S"}, {"fn": "stringEquals", "argv": [{"ref": "S"}, "-b"]}""", true),
        ("""{"fn": "substring", "argv": [{"ref": "Text"}, 0, 4, false], "assign": "S"}""", false),
        ("""{"fn": "uriEncode", "argv": [{"ref": "Arn"}], "assign": "E"}, {"fn": "stringEquals", "argv": ["{E}", "arn%3Aaws%3As3%3Aus-west-2%3A123%3Abucket%2Fkey%3Ax"]}""", true),
        ("""{"fn": "parseURL", "argv": [{"ref": "Url"}], "assign": "U"}, {"fn": "stringEquals", "argv": ["{U#scheme}|{U#authority}|{U#path}|{U#normalizedPath}", "https|Host:81|/p|/p/"]}""", true),
        ("""{"fn": "parseURL", "argv": [{"ref": "Url"}], "assign": "U"}, {"fn": "getAttr", "argv": [{"ref": "U"}, "isIp"]}""", false),
        ("""{"fn": "parseURL", "argv": [{"ref": "Text"}], "assign": "U"}""", false),
        ("""{"fn": "parseURL", "argv": [{"ref": "Nothing"}]}""", false),
        ("""{"fn": "parseURL", "argv": [{"ref": "Url"}]}""", true),
        ("""{"fn": "isValidHostLabel", "argv": [{"ref": "Text"}, false]}""", true),
        ("""{"fn": "isValidHostLabel", "argv": ["{Text}.{Text}", false]}""", false),
        ("""{"fn": "isValidHostLabel", "argv": ["{Text}.{Text}", {"ref": "Yes"}], "assign": "V"}, {"fn": "booleanEquals", "argv": [{"ref": "V"}, true]}""", true),
        ("""{"fn": "isValidHostLabel", "argv": [{"ref": "Nothing"}, false]}""", false),
        ("""{"fn": "aws.partition", "argv": ["cn-north-1"], "assign": "P"}, {"fn": "stringEquals", "argv": ["{P#name} {P#dnsSuffix} {P#implicitGlobalRegion}", "aws-cn amazonaws.com.cn cn-northwest-1"]}""", true),
        ("""{"fn": "aws.partition", "argv": [{"ref": "Nothing"}], "assign": "P"}""", false),
        ("""{"fn": "aws.parseArn", "argv": [{"ref": "Arn"}], "assign": "A"}, {"fn": "stringEquals", "argv": ["{A#partition} {A#service} {A#region} {A#accountId}", "aws s3 us-west-2 123"]}""", true),
        ("""{"fn": "aws.parseArn", "argv": [{"ref": "Arn"}], "assign": "A"}, {"fn": "getAttr", "argv": [{"ref": "A"}, "resourceId[2]"], "assign": "R"}, {"fn": "stringEquals", "argv": ["{R}{A#resourceId[0]}{A#resourceId[-2]}", "xbucketkey"]}""", true),
        ("""{"fn": "aws.parseArn", "argv": [{"ref": "Arn"}], "assign": "A"}, {"fn": "getAttr", "argv": [{"ref": "A"}, "resourceId[3]"], "assign": "R"}""", false),
        ("""{"fn": "aws.parseArn", "argv": [{"ref": "Text"}], "assign": "A"}""", false),
        ("""{"fn": "stringEquals", "argv": [{"fn": "getAttr", "argv": [{"fn": "aws.parseArn", "argv": [{"ref": "Text"}]}, "service"]}, "s3"]}""", false),
        ("""{"fn": "aws.isVirtualHostableS3Bucket", "argv": [{"ref": "Text"}, false]}""", true),
        ("""{"fn": "aws.isVirtualHostableS3Bucket", "argv": ["{Text}.x", false]}""", false),
        ("""{"fn": "getAttr", "argv": [{"ref": "Arns"}, "[0]"], "assign": "F"}, {"fn": "stringEquals", "argv": [{"ref": "F"}, "first"]}""", true),
        ("""{"fn": "getAttr", "argv": [{"ref": "Arns"}, "[2]"], "assign": "F"}""", false),
        ("""{"fn": "split", "argv": [{"ref": "Arn"}, ":", 3], "assign": "L"}, {"fn": "stringEquals", "argv": ["{L#[0]}|{L#[2]}", "arn|s3:us-west-2:123:bucket/key:x"]}""", true),
        ("""{"fn": "split", "argv": [{"ref": "Arn"}, ":", 0], "assign": "L"}, {"fn": "stringEquals", "argv": ["{L#[-1]}", "x"]}""", true),
        ("""{"fn": "coalesce", "argv": [{"ref": "Nothing"}, {"fn": "substring", "argv": ["x", 0, 2, false]}, {"ref": "Text"}, "y"], "assign": "C"}, {"fn": "stringEquals", "argv": ["{C}", "a-b"]}""", true),
        ("""{"fn": "coalesce", "argv": [{"ref": "No"}, {"ref": "Yes"}]}""", true),
        ("""{"fn": "coalesce", "argv": [{"ref": "No"}, {"ref": "No"}]}""", false),
        ("""{"fn": "ite", "argv": [{"ref": "Yes"}, "{Text}", "z"], "assign": "I"}, {"fn": "stringEquals", "argv": ["{I}", "a-b"]}""", true),
        ("""{"fn": "ite", "argv": [{"ref": "No"}, {"ref": "Text"}, {"ref": "Nothing"}], "assign": "I"}""", false),
        ("""{"fn": "stringEquals", "argv": [{"ref": "Given"}, "text"]}""", true),
        ("""{"fn": "stringEquals", "argv": ["{Many#[1]}", "{{y}}"]}""", true),
    ];

    private static readonly Lazy<string[]> Answers = new(static () => ((string)Compile().Invoke("Probe", "AskAll")!).Split('|'));

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_compiled_condition_has_the_value_of_the_rule(int number)
    {
        var (condition, holds) = Cases[number];

        Assert.Equal(condition + " " + (holds ? "yes" : "no"), condition + " " + Answers.Value[number]);
    }

    private static GeneratorRun Compile()
    {
        var rules = string.Join(",\n", Cases.Select(static (c, number) =>
            "{\"conditions\": [{\"fn\": \"stringEquals\", \"argv\": [{\"ref\": \"Case\"}, \"" + number.ToString(CultureInfo.InvariantCulture) + "\"]}, " + c.Condition
            + "], \"error\": \"yes\", \"type\": \"error\"}"));
        const string parameters = """
            "Case": {"type": "string"}, "Text": {"type": "string"}, "Nothing": {"type": "string"}, "Arn": {"type": "string"}, "Url": {"type": "string"},
            "Yes": {"type": "boolean"}, "No": {"type": "boolean"}, "Arns": {"type": "stringArray"},
            "Given": {"type": "string", "default": "text"}, "Many": {"type": "stringArray", "default": ["x", "{y}"]}
            """;
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(new Widgets().Files.Where(static file => file.Path != Path));
        test.TestState.AdditionalFiles.Add(new ModelText(
            Path, "{\"parameters\": {" + parameters + "}, \"rules\": [{\"conditions\": [{\"fn\": \"isSet\", \"argv\": [{\"ref\": \"Case\"}]}], \"type\": \"tree\", \"rules\": ["
                + rules + ", {\"conditions\": [], \"error\": \"no\", \"type\": \"error\"}]}]}"));
        test.TestState.Sources.Add($$"""
            /// <summary>Evaluates the compiled rules.</summary>
            internal static class Probe
            {
                public static string AskAll() => string.Join("|", System.Linq.Enumerable.Select(System.Linq.Enumerable.Range(0, {{Cases.Length}}), static n => Ask(n.ToString())));

                private static string Ask(string number)
                {
                    var context = new DataZoneGen.Wire.EndpointContext()
                        .Set("Case", number).Set("Text", "a-b").Set("Arn", "arn:aws:s3:us-west-2:123:bucket/key:x").Set("Url", "https://Host:81/p")
                        .Set("Yes", true).Set("Arns", new[] { "first", "second" });
                    try
                    {
                        return Acme.Widgets.WidgetsEndpoints.Resolve(new DataZoneGen.Wire.EndpointParameters(null, false, false, null) { Call = context }).Url.ToString();
                    }
                    catch (DataZoneGen.EndpointException exception)
                    {
                        return exception.Message;
                    }
                }
            }
            """);
        var run = test.Run();

        // A large tree of rules becomes a separate method, whose parameters are the variables that the rules use.
        Assert.Contains("return Resolve2(@case, text, ", run.Text("Widgets/WidgetsEndpoints.g.cs"), StringComparison.Ordinal);
        return run;
    }
}
