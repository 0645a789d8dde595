using System;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan.Endpoints;

/// <summary>A label at the start of the path that the endpoint rules put into the endpoint.</summary>
public sealed class EndpointLabelTests
{
    private const string Rules = """
        {
          "version": "1.0",
          "parameters": {
            "Region": {"builtIn": "AWS::Region", "type": "string"}, "Bucket": {"type": "string"}, "Other": {"type": "string"}, "Fixed": {"type": "string"}
          },
          "rules": [{"conditions": [], "type": "tree", "rules": [
            {"conditions": [{"fn": "isSet", "argv": [{"ref": "Bucket"}]}], "endpoint": {"url": "https://{Bucket}.example.com"}, "type": "endpoint"},
            {"conditions": [{"fn": "isSet", "argv": [{"ref": "Fixed"}]}], "endpoint": {"url": "https://{Fixed}.example.com"}, "type": "endpoint"},
            {"conditions": [], "endpoint": {"url": "https://example.com"}, "type": "endpoint"}]}
          ]
        }
        """;

    [Theory]
    [InlineData("/{Bucket}", "Bucket", "")]
    [InlineData("/{Bucket}/{Key+}", "Bucket", "/ Key")]
    [InlineData("/{Bucket}/constant?acl", "Bucket", "/constant")]
    [InlineData("/prefix/{Bucket}", null, "/prefix/ Bucket")]
    [InlineData("/{Bucket}.json", null, "/ Bucket .json")]
    [InlineData("/{Bucket+}", null, "/ Bucket")]
    [InlineData("/{Other}", null, "/ Other")]
    [InlineData("/{Key}", null, "/ Key")]
    [InlineData("/{Fixed}", null, "/ Fixed")]
    [InlineData("/", null, "/")]
    public void It_is_taken_out_of_the_path(string template, string? label, string path)
    {
        var operation = Plan(template);

        Assert.Equal(label, operation.EndpointLabel?.Name);
        Assert.Equal(path, string.Join(' ', operation.Path.Select(static part => part.Literal ?? part.Property!.Name)));
    }

    [Fact]
    public void It_stays_in_the_path_if_the_rules_are_not_supported()
    {
        var operation = Plan("/{Bucket}", Rules.Replace("isSet", "unknown", StringComparison.Ordinal));

        Assert.Null(operation.EndpointLabel);
        Assert.Equal(2, operation.Path.Count);
    }

    private static OperationPlan Plan(string template, string rules = Rules)
    {
        var widgets = new Widgets
        {
            Uri = template,
            Input = string.Join(", ", new[] { "Bucket", "Key", "Other", "Fixed" }.Where(name => template.Contains("{" + name, StringComparison.Ordinal)).Select(static name =>
                "\"" + name + "\": {\"shape\": \"String\", \"location\": \"uri\", \"locationName\": \"" + name + "\""
                + (name == "Key" ? "}" : ", \"contextParam\": {\"name\": \"" + name + "\"}}"))),
            OperationTraits = """, "staticContextParams": {"Fixed": {"value": "constant"}} """,
        };
        return Reading.Plan(widgets.Files.Where(static file => file.Path == Widgets.Path).Append(Widgets.EndpointRulesFile with { Text = rules }))
            .Units.OfType<OperationUnit>().Single().Operation;
    }
}
