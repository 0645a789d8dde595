using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>
/// A Smithy model of one service with one operation, GetWidget, whose parts a test fills with the few lines it is about. Members,
/// traits and shapes are the inside of their JSON object.
/// </summary>
internal sealed record SmithyWidgets
{
    public const string Path = "models/widgets.json";

    /// <summary>Further fields of the service, such as <c>"errors": […]</c>.</summary>
    public string Service { get; init; } = "";

    public string ServiceTraits { get; init; } = """
        "aws.api#service": {"sdkId": "Widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restJson1": {}
        """;

    public string Operations { get; init; } = """{"target": "acme#GetWidget"}""";

    /// <summary>Further fields of the operation.</summary>
    public string Operation { get; init; } = "";

    public string Http { get; init; } = """{"method": "POST", "uri": "/widgets", "code": 200}""";

    /// <summary>Further traits of the operation.</summary>
    public string OperationTraits { get; init; } = "";

    public string Input { get; init; } = "";

    public string Output { get; init; } = "";

    public string Shapes { get; init; } = "";

    public string Text => $$"""
        {
          "smithy": "2.0",
          "shapes": {
            "acme#WidgetService": {
              "type": "service",
              "version": "2024-01-01",
              "operations": [{{Operations}}],
              "traits": { {{ServiceTraits}} }{{More(Service)}}
            },
            "acme#GetWidget": {
              "type": "operation",
              "input": {"target": "acme#GetWidgetInput"},
              "output": {"target": "acme#GetWidgetOutput"},
              "traits": {"smithy.api#http": {{Http}}{{More(OperationTraits)}} }{{More(Operation)}}
            },
            "acme#GetWidgetInput": {"type": "structure", "members": { {{Input}} } },
            "acme#GetWidgetOutput": {"type": "structure", "members": { {{Output}} } }{{More(Shapes)}}
          }
        }
        """;

    public ModelText File => new(Path, Text);

    /// <summary>The model that is read from the file, which must be valid.</summary>
    public ModelFile Read()
    {
        var file = Reading.File(File);
        Assert.Empty(Reading.Describe(file.Diagnostics));
        return file;
    }

    /// <summary>The only operation.</summary>
    public OperationModel ReadOperation() => Assert.Single(Read().Operations);

    public Shape ReadShape(string name) => Assert.Single(Read().Shapes, shape => shape.Name == name);

    /// <summary>A member of the input.</summary>
    public Member ReadInput(string name) => Assert.Single(ReadShape("GetWidgetInput").Members, member => member.Name == name);

    /// <summary>A member of the output.</summary>
    public Member ReadOutput(string name) => Assert.Single(ReadShape("GetWidgetOutput").Members, member => member.Name == name);

    /// <summary>Why the operation is left out; null when it is not.</summary>
    public string? WhyLeftOut() => Reading.Closure(Reading.Service(File)).Diagnostics.SingleOrDefault();

    private static string More(string more) => more.Length == 0 ? "" : ", " + more;
}
