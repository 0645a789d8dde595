using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Generator.Tests.Emit.Fakes;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Emit;

/// <summary>The complete output for small models: the text, encoding and order of all files.</summary>
public sealed class WholeOutputSnapshotTests
{
    private static readonly UTF8Encoding Utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The models, by the names of their folders in Snapshots/.</summary>
    private static readonly IReadOnlyDictionary<string, Widgets> Models = new Dictionary<string, Widgets>(StringComparer.Ordinal)
    {
        ["Operation"] = new()
        {
            Method = "PUT",
            Uri = "/widgets/{id}",
            Input = """
                "id": {"shape": "String", "location": "uri", "locationName": "id"},
                "dryRun": {"shape": "Boolean", "location": "querystring", "locationName": "dry-run"},
                "trace": {"shape": "String", "location": "header", "locationName": "x-trace"},
                "size": {"shape": "Integer"},
                "token": {"shape": "String", "idempotencyToken": true}
                """,
            RequiredInput = "\"id\", \"size\"",
            Output = """
                "tag": {"shape": "String", "location": "header", "locationName": "x-tag"},
                "size": {"shape": "Integer"}
                """,
            RequiredOutput = "\"size\"",
            Errors = """{"shape": "NotFoundException"}""",
            OperationTraits = """, "documentation": "<p>Gets a widget.</p>" """,
            Shapes = """
                "NotFoundException": {
                  "type": "structure", "members": {"message": {"shape": "String"}, "id": {"shape": "String"}}, "error": {"httpStatusCode": 404}, "exception": true}
                """,
        },
        ["Types"] = new()
        {
            Output = """
                "color": {"shape": "Color"}, "part": {"shape": "Part"}, "choice": {"shape": "Choice"}, "names": {"shape": "Names"}, "parts": {"shape": "Parts"}
                """,
            Shapes = """
                "Color": {"type": "string", "enum": ["RED", "DARK_BLUE"]},
                "Part": {"type": "structure", "required": ["name"], "members": {"name": {"shape": "String"}, "made": {"shape": "Time"}, "secret": {"shape": "Secret"}}},
                "Choice": {"type": "structure", "union": true, "members": {"text": {"shape": "String"}, "part": {"shape": "Part"}}},
                "Names": {"type": "list", "member": {"shape": "String"}},
                "Parts": {"type": "map", "key": {"shape": "Color"}, "value": {"shape": "Part"}},
                "Secret": {"type": "string", "sensitive": true}
                """,
        },
        ["PagesAndWaiters"] = new()
        {
            Input = """ "nextToken": {"shape": "String"} """,
            Output = """ "nextToken": {"shape": "String"}, "names": {"shape": "Names"}, "status": {"shape": "String"} """,
            Shapes = """ "Names": {"type": "list", "member": {"shape": "String"}} """,
            Paginators = """ "GetWidget": {"input_token": "nextToken", "output_token": "nextToken", "result_key": "names"} """,
            Waiters = """
                "WidgetReady": {"operation": "GetWidget", "delay": 5, "maxAttempts": 20, "acceptors": [
                  {"matcher": "path", "argument": "status", "expected": "READY", "state": "success"},
                  {"matcher": "error", "expected": "NotFoundException", "state": "retry"}]}
                """,
        },
        ["Query"] = Forms("query"),
        ["Ec2"] = Forms("ec2"),
        ["RestXml"] = new()
        {
            ServiceMetadata = Metadata("rest-xml"),
            Method = "PUT",
            Uri = "/widgets/{id}?acl",
            Input = """
                "id": {"shape": "String", "location": "uri", "locationName": "id"},
                "trace": {"shape": "String", "location": "header", "locationName": "x-trace"},
                "part": {"shape": "Part", "locationName": "ThePart"},
                "names": {"shape": "Names", "locationName": "Name", "flattened": true}
                """,
            Output = """
                "part": {"shape": "Part"}, "names": {"shape": "Names", "locationName": "Name", "flattened": true}, "labels": {"shape": "Labels", "flattened": true}
                """,
            Shapes = """
                "Part": {
                  "type": "structure", "xmlNamespace": {"prefix": "xsi", "uri": "http://www.w3.org/2001/XMLSchema-instance"},
                  "members": {"kind": {"shape": "String", "xmlAttribute": true, "locationName": "xsi:type"}, "names": {"shape": "Names"}}
                },
                "Names": {"type": "list", "member": {"shape": "String"}},
                "Labels": {"type": "map", "key": {"shape": "String", "locationName": "Name"}, "value": {"shape": "String", "locationName": "Value"}}
                """,
        },
    };

    private static Widgets Forms(string protocol) => new()
    {
        ServiceMetadata = Metadata(protocol),
        Input = """ "name": {"shape": "String", "locationName": "widgetName"}, "parts": {"shape": "Parts"} """,
        RequiredInput = "\"name\"",
        Output = """ "parts": {"shape": "Parts", "locationName": "partSet"}, "time": {"shape": "Time"} """,
        Errors = """{"shape": "NotFoundException"}""",
        Shapes = """
            "Part": {"type": "structure", "members": {"size": {"shape": "Integer"}}},
            "Parts": {"type": "list", "member": {"shape": "Part", "locationName": "item"}},
            "NotFoundException": {"type": "structure", "members": {"id": {"shape": "String"}}, "error": {"code": "Widget.NotFound", "httpStatusCode": 404}, "exception": true}
            """,
    };

    private static string Metadata(string protocol) =>
        $$""" "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "{{protocol}}", "serviceId": "Widgets"} """;

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Every_file_is_what_its_snapshot_shows(string model)
    {
        var widgets = Models[model];
        Snapshot.UpdateAll(model, () => widgets.Run().Result.GeneratedSources.Select(static source => (source.HintName, source.SourceText.ToString())));

        var test = new ClientGeneratorTest(widgets.Files) { TestBehaviors = TestBehaviors.None };
        test.TestState.Sources.Add("internal sealed class Consumer;");
        foreach (var (file, text) in Snapshot.ReadAll(model))
        {
            test.TestState.GeneratedSources.Add((typeof(ClientGenerator), file, SourceText.From(text, Utf8WithoutMark)));
        }

        return test.RunAsync();
    }

    [Fact]
    public void No_snapshot_is_left_over_from_a_file_that_no_test_compares()
    {
        const string Folder = "tests/Generator.Tests/Snapshots/";
        var compared = DataZoneSnapshotTests.Representatives.Append(Snapshot.FileList).Select(static file => "DataZone/" + file)
            .Concat(FakeTests.Representatives.Select(static file => "Fake/" + file))
            .Concat(Models.Keys.SelectMany(static model => Snapshot.ReadAll(model).Select(static file => file.File).Append(Snapshot.FileList).Select(file => model + "/" + file)));

        Assert.Equal(compared.Order(StringComparer.Ordinal), Repository.Files(Folder, "*").Select(static path => path[Folder.Length..]));
    }
}
