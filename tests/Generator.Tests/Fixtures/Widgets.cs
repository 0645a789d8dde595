using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>
/// A service of one operation, GetWidget, whose parts a test fills with the few lines it is about. Members and shapes are
/// the inside of their JSON object: <c>"size": {"shape": "Size"}</c>.
/// </summary>
internal sealed record Widgets
{
    public const string Path = "models/widgets/service-2.json";

    public const string Metadata = """
        "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "rest-json", "serviceId": "Widgets"}
        """;

    /// <summary>Rules of one line, so that nothing is said about missing rules.</summary>
    public const string EndpointRules = """
        {
          "version": "1.0",
          "parameters": {"Region": {"builtIn": "AWS::Region", "type": "string"}},
          "rules": [
            {"conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}], "endpoint": {"url": "https://widgets.{Region}.example.com"}, "type": "endpoint"},
            {"conditions": [], "error": "No Region is set.", "type": "error"}
          ]
        }
        """;

    public static ModelText EndpointRulesFile { get; } = new("models/widgets/endpoint-rule-set-1.json", EndpointRules);

    /// <summary>The metadata of the service, as the inside of the model's JSON object.</summary>
    public string ServiceMetadata { get; init; } = Metadata;

    public string Input { get; init; } = "";

    public string RequiredInput { get; init; } = "";

    /// <summary>Further fields of the input shape, such as <c>, "payload": "body"</c>.</summary>
    public string InputTraits { get; init; } = "";

    public string Output { get; init; } = "";

    public string RequiredOutput { get; init; } = "";

    public string OutputTraits { get; init; } = "";

    /// <summary>Names of error shapes, each as <c>{"shape": "…"}</c>.</summary>
    public string Errors { get; init; } = "";

    public string Shapes { get; init; } = "";

    /// <summary>Shapes that every test may use.</summary>
    public string CommonShapes { get; init; } = """
        "String": {"type": "string"}, "Integer": {"type": "integer"}, "Boolean": {"type": "boolean"}, "Time": {"type": "timestamp"}
        """;

    public string Method { get; init; } = "POST";

    public string Uri { get; init; } = "/widgets";

    /// <summary>Further fields of the operation's HTTP binding, such as <c>, "responseCode": 201</c>.</summary>
    public string HttpTraits { get; init; } = "";

    /// <summary>Further fields of the operation.</summary>
    public string OperationTraits { get; init; } = "";

    /// <summary>Further operations.</summary>
    public string Operations { get; init; } = "";

    public string Paginators { get; init; } = "";

    public string Waiters { get; init; } = "";

    public string Service => $$"""
        {
          {{ServiceMetadata}},
          "operations": {
            "GetWidget": {
              "name": "GetWidget",
              "http": {"method": "{{Method}}", "requestUri": "{{Uri}}"{{HttpTraits}}},
              "input": {"shape": "GetWidgetInput"},
              "output": {"shape": "GetWidgetOutput"},
              "errors": [{{Errors}}]{{OperationTraits}}
            }{{Comma(Operations)}}
          },
          "shapes": {
            "GetWidgetInput": {"type": "structure", "required": [{{RequiredInput}}], "members": {{{Input}}}{{InputTraits}}},
            "GetWidgetOutput": {"type": "structure", "required": [{{RequiredOutput}}], "members": {{{Output}}}{{OutputTraits}}},
            {{CommonShapes}}{{Comma(Shapes)}}
          }
        }
        """;

    public IEnumerable<ModelText> Files
    {
        get
        {
            yield return new ModelText(Path, Service);
            yield return EndpointRulesFile;
            if (Paginators.Length > 0)
            {
                yield return new ModelText("models/widgets/paginators-1.json", "{\"pagination\": {" + Paginators + "}}");
            }

            if (Waiters.Length > 0)
            {
                yield return new ModelText("models/widgets/waiters-2.json", "{\"version\": 2, \"waiters\": {" + Waiters + "}}");
            }
        }
    }

    /// <summary>A test that has the files of this service.</summary>
    public GeneratorTest ToTest()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(Files);
        return test;
    }

    /// <summary>Generates, and verifies that nothing is reported and that the code compiles.</summary>
    public GeneratorRun Run() => ToTest().Run();

    /// <summary>Verifies that the operation GetWidget is reported as left out for a reason, and that the others are selected.</summary>
    public void VerifyLeftOut(string reason)
    {
        var (closure, diagnostics) = Reading.Closure(Reading.Service(Files));

        Assert.Equal([Path + "(4,5): DZG010: Operation 'GetWidget' is left out: " + reason], diagnostics);
        Assert.Equal(["ListWidgets"], closure?.Operations.Select(static operation => operation.Name));
    }

    private static string Comma(string more) => more.Length == 0 ? "" : ",\n    " + more;
}
