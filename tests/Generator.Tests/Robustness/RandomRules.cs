using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataZoneGen.Generator.Tests.Robustness;

/// <summary>
/// Random endpoint rules from a seeded generator: deeply nested expressions, most of them with the right types.
/// </summary>
internal sealed class RandomRules(Random random, double wrong)
{
    private const int DeepestExpression = 3;
    private const int DeepestRule = 3;

    private static readonly string[] Types = ["string", "boolean", "strings", "url", "arn", "partition"];

    private int _names;

    public string Text()
    {
        var scope = new List<(string Name, string Type)>();
        var parameters = new List<string>();
        foreach (var (builtIn, type) in new[] { ("AWS::Region", "string"), ("AWS::UseFIPS", "boolean"), ("SDK::Endpoint", "string"), (null, "string"), (null, "boolean"), (null, "strings"), ("AWS::S3::X", "boolean") })
        {
            var name = Name();
            scope.Add((name, type));
            parameters.Add(Quote(name) + ": {\"type\": " + Quote(type == "strings" ? "stringArray" : type)
                + (builtIn is null ? "" : ", \"builtIn\": " + Quote(builtIn))
                + (Chance(0.3) ? ", \"required\": true" : "")
                + (Chance(0.3) ? ", \"default\": " + Literal(type) : "") + "}");
        }

        return "{\"parameters\": {" + string.Join(", ", parameters) + "}, \"rules\": " + Rules(scope, 0) + "}";
    }

    private string Rules(List<(string Name, string Type)> scope, int depth) =>
        "[" + string.Join(", ", Enumerable.Range(0, random.Next(depth == 0 ? 1 : 0, 4)).Select(_ => Rule([.. scope], depth))) + "]";

    private string Rule(List<(string Name, string Type)> scope, int depth)
    {
        var conditions = string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Condition(scope)).ToList());
        var consequence = random.Next(depth < DeepestRule ? 3 : 2) switch
        {
            0 => "\"error\": " + Expression("string", scope, 1),
            1 => "\"endpoint\": {\"url\": " + Expression("string", scope, 1) + Extras(scope) + "}",
            _ => "\"rules\": " + Rules(scope, depth + 1),
        };
        return "{\"conditions\": [" + conditions + "], " + consequence + "}";
    }

    private string Extras(List<(string Name, string Type)> scope) =>
        (Chance(0.3) ? ", \"headers\": {\"x-a\": [" + Expression("string", scope, 2) + "]}" : "")
        + (Chance(0.4)
            ? ", \"properties\": {\"authSchemes\": [{\"name\": \"sigv4\", \"signingName\": " + Expression("string", scope, 2)
                + ", \"disableDoubleEncoding\": " + Expression("boolean", scope, 2) + ", \"signingRegionSet\": " + Expression("strings", scope, 2)
                + "}], \"p\": [1, {\"q\": " + Expression("string", scope, 2) + "}]}"
            : "");

    private string Condition(List<(string Name, string Type)> scope)
    {
        var type = Chance(0.5) ? "boolean" : Types[random.Next(Types.Length)];
        var function = Function(type, scope, 0);
        if (!Chance(type == "boolean" ? 0.2 : 0.8))
        {
            return function;
        }

        var name = Chance(0.2) ? scope[random.Next(scope.Count)].Name : Name();
        scope.RemoveAll(variable => variable.Name == name);
        scope.Add((name, type));
        return function[..^1] + ", \"assign\": " + Quote(name) + "}";
    }

    private string Expression(string type, List<(string Name, string Type)> scope, int depth)
    {
        if (Chance(wrong))
        {
            type = Types[random.Next(Types.Length)];
        }

        var known = scope.Where(variable => variable.Type == type).ToList();
        if (known.Count > 0 && Chance(0.4))
        {
            return "{\"ref\": " + Quote(known[random.Next(known.Count)].Name) + "}";
        }

        return type switch
        {
            _ when depth < DeepestExpression && Chance(0.6) => Function(type, scope, depth),
            "string" => Template(scope),
            "boolean" => Chance(0.5) ? "true" : "false",
            "strings" => "[" + string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Template(scope))) + "]",
            _ => Function(type, scope, depth),
        };
    }

    private string Function(string type, List<(string Name, string Type)> scope, int depth)
    {
        string Of(string wanted) => Expression(wanted, scope, depth + 1);
        string Any() => Of(Types[random.Next(Types.Length)]);
        return (type, random.Next(6)) switch
        {
            (_, 0) when depth < DeepestExpression => Call("coalesce", Of(type), Of(type), Of(type)),
            (_, 1) when depth < DeepestExpression => Call("ite", Of("boolean"), Of(type), Of(type)),
            ("string", 2) => Call("substring", Of("string"), Number(), Number(), Of("boolean")),
            ("string", 3) => Call("uriEncode", Of("string")),
            ("string", 4) => Call("getAttr", Of("strings"), Quote("[" + Number() + "]")),
            ("string", _) => Chance(0.5) ? Call("getAttr", Of("url"), Quote("path")) : Call("getAttr", Of("arn"), Quote("resourceId[0]")),
            ("boolean", 2) => Call("isSet", Any()),
            ("boolean", 3) => Chance(0.5) ? Call("not", Of("boolean")) : Call("stringEquals", Of("string"), Of("string")),
            ("boolean", 4) => Call("booleanEquals", Of("boolean"), Of("boolean")),
            ("boolean", _) => Chance(0.5) ? Call("isValidHostLabel", Of("string"), Of("boolean")) : Call("getAttr", Of("url"), Quote("isIp")),
            ("strings", < 4) => Call("split", Of("string"), Of("string"), Number()),
            ("strings", _) => Call("getAttr", Of("arn"), Quote("resourceId")),
            ("url", _) => Call("parseURL", Of("string")),
            ("arn", _) => Call("aws.parseArn", Of("string")),
            _ => Call("aws.partition", Of("string")),
        };
    }

    private string Template(List<(string Name, string Type)> scope)
    {
        var holes = scope.Where(static variable => variable.Type != "boolean").Select(static variable => variable.Type switch
        {
            "strings" => variable.Name + "#[0]",
            "url" => variable.Name + "#authority",
            "arn" => variable.Name + "#region",
            "partition" => variable.Name + "#dnsSuffix",
            _ => variable.Name,
        }).ToList();
        string[] texts = ["", "a", "https://x", "{{", "}}", "\\\"\\\\", "\\n", "é", "$", "@", "x"];
        return "\"" + string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ =>
            Chance(0.5) && holes.Count > 0 ? "{" + holes[random.Next(holes.Count)] + "}" : texts[random.Next(texts.Length)])) + "\"";
    }

    private string Literal(string type) => Chance(wrong) ? "[true]" : type switch
    {
        "boolean" => Chance(0.5) ? "true" : "false",
        "strings" => "[\"a\", \"{b\"]",
        _ => "\"d{}\\\"\"",
    };

    private static string Call(string name, params string[] arguments) => "{\"fn\": " + Quote(name) + ", \"argv\": [" + string.Join(", ", arguments) + "]}";

    private string Number() => random.Next(-2, 6).ToString(CultureInfo.InvariantCulture);

    /// <summary>A name that may be invalid in C#.</summary>
    private string Name()
    {
        string[] odd = ["class", "parameters", "Region", "x-y", "_", "1a", "string"];
        return odd[random.Next(odd.Length)] + (_names++).ToString(CultureInfo.InvariantCulture);
    }

    private static string Quote(string text) => "\"" + text + "\"";

    private bool Chance(double probability) => random.NextDouble() < probability;
}
