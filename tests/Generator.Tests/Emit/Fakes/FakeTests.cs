using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator.Tests.Emit.Fakes;

/// <summary>The fakes of services, compiled and called through their clients.</summary>
public sealed class FakeTests
{
    private static readonly Widgets Widgets = new()
    {
        Method = "PUT",
        Uri = "/widgets/{id}/{path+}",
        Input = """
            "id": {"shape": "Id", "location": "uri", "locationName": "id"},
            "path": {"shape": "String", "location": "uri", "locationName": "path"},
            "dryRun": {"shape": "Boolean", "location": "querystring", "locationName": "dry-run"},
            "trace": {"shape": "String", "location": "header", "locationName": "x-trace"},
            "made": {"shape": "Time"},
            "token": {"shape": "String", "idempotencyToken": true},
            "parts": {"shape": "Parts"}
            """,
        RequiredInput = "\"id\", \"path\", \"parts\"",
        Output = """
            "tag": {"shape": "String", "location": "header", "locationName": "x-tag"},
            "parts": {"shape": "Parts"}
            """,
        RequiredOutput = "\"parts\"",
        Errors = """{"shape": "NotFoundException"}""",
        Shapes = """
            "Id": {"type": "string", "min": 1, "max": 10, "pattern": "[a-z ]+"},
            "Parts": {"type": "list", "member": {"shape": "Part"}, "max": 2},
            "Part": {
              "type": "structure", "required": ["name"],
              "members": {"name": {"shape": "Name"}, "size": {"shape": "Size"}, "color": {"shape": "Color"}, "choice": {"shape": "Choice"}, "byName": {"shape": "ByName"}}},
            "Name": {"type": "string", "max": 5, "sensitive": true},
            "Size": {"type": "integer", "min": 1, "max": 100},
            "Color": {"type": "string", "enum": ["RED", "BLUE"]},
            "Choice": {"type": "structure", "union": true, "members": {"id": {"shape": "Id"}}},
            "ByName": {"type": "map", "key": {"shape": "Id"}, "value": {"shape": "Id"}},
            "NotFoundException": {
              "type": "structure", "members": {"message": {"shape": "String"}, "id": {"shape": "String"}}, "error": {"httpStatusCode": 404}, "exception": true}
            """,
    };

    [Fact]
    public void A_client_calls_the_fake_in_memory() => Assert.Equal("a b|x/y|True|t|1970-01-01T00:01:00|p 1", Run("""
        fake.OnGetWidget(request => new GetWidgetResponse { Tag = string.Join("|", request.Id, request.Path, request.DryRun, request.Trace, request.Made?.ToString("s")), Parts = request.Parts });
        using var client = fake.CreateClient();
        var response = await client.GetWidgetAsync(new() { Id = "a b", Path = "x/y", DryRun = true, Trace = "t", Made = DateTimeOffset.UnixEpoch.AddMinutes(1), Parts = [new() { Name = "p", Size = 1 }] });
        return response.Tag + "|" + response.Parts[0].Name + " " + response.Parts[0].Size;
        """));

    [Fact]
    public void A_modeled_exception_reaches_the_caller() => Assert.Equal("404 gone a", Run("""
        fake.OnGetWidget().Throws(new NotFoundException("gone") { Id = "a" });
        using var client = fake.CreateClient();
        try
        {
            await client.GetWidgetAsync(new() { Id = "a", Path = "b", Parts = [] });
            return "no exception";
        }
        catch (NotFoundException exception)
        {
            return (int)exception.StatusCode + " " + exception.ServiceMessage + " " + exception.Id;
        }
        """));

    [Theory]
    [InlineData("", """ "tag": {"shape": "String"} """, 200)]
    [InlineData(", \"responseCode\": 201", """ "tag": {"shape": "String"} """, 201)]
    [InlineData(", \"responseCode\": 204", "", 204)]
    [InlineData(", \"responseCode\": 204", """ "tag": {"shape": "String"} """, 200)]
    [InlineData(", \"responseCode\": 201", """ "code": {"shape": "Integer", "location": "statusCode"} """, 201)]
    public void A_successful_response_has_the_status_code_of_the_model(string code, string output, int expected) => Assert.Equal(expected.ToString(CultureInfo.InvariantCulture), Run(
        new Widgets { HttpTraits = code, Output = output },
        """
        fake.OnGetWidget(_ => new());
        using var client = fake.CreateClient();
        return ((int)(await client.GetWidgetAsync()).Metadata.StatusCode).ToString();
        """));

    /// <summary>The files of a fake that have a snapshot: all of them.</summary>
    public static IReadOnlyList<string> Representatives =>
    [
        "Widgets/WidgetsFake.g.cs", "Widgets/WidgetsFakeExtensions.g.cs", "Widgets/WidgetsFake.Wire.g.cs", "Widgets/WidgetsFake.Bodies.Wire.g.cs",
        "Widgets/WidgetsFake.Validation.Wire.g.cs", "Widgets/GetWidget.Fake.Wire.g.cs",
    ];

    [Fact]
    public void The_files_are_readable()
    {
        var test = WithFake(Widgets);
        test.TestState.GeneratedSources.AddRange(Representatives);

        test.Run("Fake");
    }

    public static TheoryData<string> Protocols =>
    [
        """ "protocol": "rest-json" """,
        """ "protocol": "json", "jsonVersion": "1.0", "targetPrefix": "Widgets_1" """,
        """ "protocol": "json", "jsonVersion": "1.1", "targetPrefix": "Widgets_1" """,
        """ "protocol": "smithy-rpc-v2-cbor" """,
        """ "protocol": "rest-xml", "xmlNamespace": "https://widgets.example.com/" """,
        """ "protocol": "query", "xmlNamespace": "https://widgets.example.com/" """,
        """ "protocol": "ec2", "xmlNamespace": "https://widgets.example.com/" """,
    ];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void All_members_arrive_on_both_sides_in_every_protocol(string protocol)
    {
        const string members = """
            "text": {"shape": "String"}, "count": {"shape": "Integer"}, "isReady": {"shape": "Boolean"}, "made": {"shape": "Time"}, "bytes": {"shape": "Blob"},
            "color": {"shape": "Color", "locationName": "hue"}, "names": {"shape": "Names"}, "flat": {"shape": "Flat"}, "part": {"shape": "Part"}, "choice": {"shape": "Choice"},
            "byName": {"shape": "ByName"}, "flatMap": {"shape": "FlatMap"}, "parts": {"shape": "Parts", "flattened": true}
            """;
        var widgets = new Widgets
        {
            ServiceMetadata = $$""" "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "serviceId": "Widgets", {{protocol}} } """,
            Input = members,
            Output = members,
            Shapes = """
                "Blob": {"type": "blob"}, "Color": {"type": "string", "enum": ["RED", "BLUE"]},
                "Names": {"type": "list", "member": {"shape": "String", "locationName": "name"}},
                "Flat": {"type": "list", "member": {"shape": "String", "locationName": "item"}, "flattened": true},
                "Part": {
                  "type": "structure", "required": ["id", "size"],
                  "members": {"id": {"shape": "String"}, "size": {"shape": "Integer"}, "inner": {"shape": "Part"}, "label": {"shape": "String", "xmlAttribute": true}}},
                "Parts": {"type": "list", "member": {"shape": "Part"}},
                "Choice": {"type": "structure", "union": true, "members": {"text": {"shape": "String"}, "part": {"shape": "Part"}}},
                "ByName": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Part"}},
                "FlatMap": {"type": "map", "key": {"shape": "String", "locationName": "K"}, "value": {"shape": "String", "locationName": "V"}, "flattened": true}
                """,
        };
        const string values = """
            Text = "a&b <ä>", Count = -1, IsReady = true, Made = DateTimeOffset.UnixEpoch.AddDays(1), Bytes = new byte[] { 1, 2 }, Color = Color.Blue, Names = ["x", "y z"], Flat = ["f", "g"],
            Part = new() { Id = "p", Size = 1, Inner = new() { Id = "q", Size = 2 }, Label = "l" }, Choice = new Choice.Part(new() { Id = "c", Size = 3 }),
            ByName = new Dictionary<string, Part> { ["k"] = new() { Id = "v", Size = 4 } }, FlatMap = new Dictionary<string, string> { ["m"] = "n" },
            Parts = [new() { Id = "1", Size = 1 }, new() { Id = "2", Size = 2 }],
            """;

        Assert.Equal("", Run(widgets, $$"""
            GetWidgetRequest? received = null;
            fake.OnGetWidget(request => { received = request; return new() { {{values}} }; });
            using var client = fake.CreateClient();
            var sent = new GetWidgetRequest() { {{values}} };
            var response = await client.GetWidgetAsync(sent);
            return Difference(sent, received) + Difference(sent, response);
            """));
    }

    [Theory]
    [InlineData("""{"parts": []}""", "")]
    [InlineData("{}", "1 validation error detected: Value at 'parts' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"parts": [{"name": "n"}, {"name": "n"}, {"name": "n"}]}""", "1 validation error detected: Value at 'parts' failed to satisfy constraint: Member must have length less than or equal to 2")]
    [InlineData(
        """{"parts": [{"name": "too long", "size": 0, "color": "PINK"}]}""",
        "3 validation errors detected: Value at 'parts.1.member.name' failed to satisfy constraint: Member must have length less than or equal to 5; "
        + "Value at 'parts.1.member.size' failed to satisfy constraint: Member must have value greater than or equal to 1; "
        + "Value at 'parts.1.member.color' failed to satisfy constraint: Member must satisfy enum value set: [RED, BLUE]")]
    [InlineData(
        """{"parts": [{"choice": {"id": "A"}}]}""",
        "1 validation error detected: Value at 'parts.1.member.choice.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z ]+")]
    [InlineData(
        """{"parts": [{"byName": {"k": ""}}]}""",
        "2 validation errors detected: Value at 'parts.1.member.byName.k.member' failed to satisfy constraint: Member must have length greater than or equal to 1; "
        + "Value at 'parts.1.member.byName.k.member' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z ]+")]
    public void A_request_that_breaks_constraints_is_refused_on_request(string body, string message) => Assert.Equal(message, Run(Widgets, $$""""
        fake.OnGetWidget(_ => new() { Parts = [] });
        using var content = new System.Net.Http.StringContent({{Literals.String(body)}});
        using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Put, "https://widgets.us-east-1.amazonaws.com/widgets/a/b") { Content = content };
        using var response = await fake.HttpInvoker.SendAsync(request, default);
        var text = await response.Content.ReadAsStringAsync();
        return JsonNode.Parse(text)!["message"]?.GetValue<string>() ?? "";
        """", "new() { ValidatesRequests = true }"));

    [Fact]
    public void A_pattern_with_another_meaning_in_NET_is_not_checked() => Assert.Equal("AB", Run(
        new Widgets
        {
            Input = """ "code": {"shape": "Code"} """,
            Output = """ "code": {"shape": "String"} """,
            Shapes = """ "Code": {"type": "string", "min": 1, "pattern": "[A-Z&&[^X]]+"} """,
        },
        """
        fake.OnGetWidget(request => new() { Code = request.Code });
        using var client = fake.CreateClient();
        return (await client.GetWidgetAsync(new() { Code = "AB" })).Code ?? "";
        """,
        "new() { ValidatesRequests = true }"));

    [Fact]
    public void A_fake_alone_uses_the_client_of_a_referenced_assembly()
    {
        using var image = new MemoryStream();
        var emitted = Generate(Widgets.ToTest(), Compiler.Compile([], hasTesting: true)).WithAssemblyName("Library").Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));

        var fake = Generate(WithFake(Widgets, "Only"), Compiler.Compile([], hasTesting: true).AddReferences(MetadataReference.CreateFromImage(image.ToArray())));

        Compiler.VerifyClean(fake);
        Assert.All(fake.SyntaxTrees, static tree => Assert.Contains("Fake", Path.GetFileName(tree.FilePath), StringComparison.Ordinal));
        Assert.NotNull(fake.Assembly.GetTypeByMetadataName("Acme.Widgets.WidgetsFake"));
    }

    [Fact]
    public void The_library_of_fakes_may_be_a_project_of_the_same_editor()
    {
        var project = CSharpCompilation.Create("DataZoneGen.Testing");
        var compilation = Compiler.Compile([]).AddReferences(project.ToMetadataReference());

        var result = GeneratorTest.CreateDriver(WithFake(Widgets).TestState).RunGenerators(compilation).GetRunResult();

        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Id == "DZG035");
        Assert.Contains(result.GeneratedTrees, static tree => tree.FilePath.EndsWith("WidgetsFake.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_without_a_fake_has_no_file_of_one()
    {
        var test = Widgets.ToTest();
        test.TestState.HasTesting = true;

        Assert.DoesNotContain(test.Run().HintNames, static name => name.Contains("Fake", StringComparison.Ordinal));
    }

    [Fact]
    public void A_shape_keeps_its_name_if_the_fake_wants_it()
    {
        var widgets = new Widgets
        {
            Input = """ "fake": {"shape": "WidgetsFake"}, "other": {"shape": "Fake"} """,
            Shapes = """
                "WidgetsFake": {"type": "structure", "members": {"name": {"shape": "String"}}},
                "Fake": {"type": "structure", "members": {"name": {"shape": "String"}}}
                """,
        };

        var run = WithFake(widgets).Run();

        Assert.True(run.Has("Acme.Widgets.WidgetsFake2"));
        Assert.True(run.Has("Acme.Widgets.FakeWire2.GetWidgetOperation"));
    }

    [Fact]
    public void Events_and_their_errors_are_streamed_to_the_client() => Assert.Equal("one two End: over", Run(
        new Widgets
        {
            Output = """ "events": {"shape": "Events"} """,
            OutputTraits = """, "payload": "events" """,
            Shapes = """
                "Events": {"type": "structure", "eventstream": true, "members": {"word": {"shape": "Word"}, "end": {"shape": "End"}}},
                "Word": {"type": "structure", "event": true, "members": {"text": {"shape": "String"}}},
                "End": {"type": "structure", "exception": true, "members": {"message": {"shape": "String"}}}
                """,
        },
        """
        fake.OnGetWidget(_ => new() { Events = SayAsync() });
        using var client = fake.CreateClient();
        using var response = await client.GetWidgetAsync(new());
        var text = "";
        try
        {
            await foreach (var item in response.Events)
            {
                text += ((Events.Word)item).Value.Text + " ";
            }
        }
        catch (EndException exception)
        {
            text += "End: " + exception.ServiceMessage;
        }

        return text;

        static async IAsyncEnumerable<Events> SayAsync()
        {
            yield return new Events.Word(new() { Text = "one" });
            await Task.Yield();
            yield return new Events.Word(new() { Text = "two" });
            throw new EndException("over");
        }
        """));

    [Fact]
    public void Streams_arrive_on_both_sides() => Assert.Equal("sent returned", Run(
        new Widgets
        {
            Input = """ "body": {"shape": "Body"} """,
            InputTraits = """, "payload": "body" """,
            Output = """ "body": {"shape": "Body"} """,
            OutputTraits = """, "payload": "body" """,
            Shapes = """ "Body": {"type": "blob", "streaming": true} """,
        },
        """
        var received = "";
        fake.OnGetWidget(async (request, cancellationToken) =>
        {
            using var reader = new System.IO.StreamReader(request.Body!);
            received = await reader.ReadToEndAsync(cancellationToken);
            return new() { Body = new System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes("returned")) };
        });
        using var client = fake.CreateClient();
        using var body = new System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes("sent"));
        using var response = await client.GetWidgetAsync(new() { Body = body });
        using var reader = new System.IO.StreamReader(response.Body);
        return received + " " + await reader.ReadToEndAsync();
        """));

    public static TheoryData<string> Models => ["Gallery", "ObjectStore", "DataZone", "Branches"];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_fake_of_a_service_compiles_without_a_warning(string model)
    {
        var test = new GeneratorTest { TestState = { HasTesting = true } };
        test.TestState.AdditionalFiles.AddRange(FilesOf(model));

        var run = test.RunOnly();

        Assert.Null(run.Result.Exception);
        Compiler.VerifyClean(run.Compilation);
    }

    private static IEnumerable<ModelText> FilesOf(string model) => (model switch
    {
        "Gallery" => Gallery.Files,
        "ObjectStore" => ObjectStore.Files(),
        "DataZone" => DataZone.Files,
        _ => Templates.TemplateBranches.FilesForFakes,
    }).Select(static file => file with { Fake = "true" });

    private static GeneratorTest WithFake(Widgets widgets, string fake = "true")
    {
        var test = new GeneratorTest { TestState = { HasTesting = true } };
        test.TestState.AdditionalFiles.AddRange(widgets.Files.Select(file => file with { Fake = fake }));
        return test;
    }

    private static object? Run(string code) => Run(Widgets, code);

    private static Compilation Generate(GeneratorTest test, Compilation compilation)
    {
        GeneratorTest.CreateDriver(test.TestState).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return generated;
    }

    private static object? Run(Widgets widgets, string code, string options = "")
    {
        var test = WithFake(widgets);
        test.TestState.Sources.Add($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text.Json;
            using System.Text.Json.Nodes;
            using System.Threading.Tasks;
            using Acme.Widgets;

            internal static class Test
            {
                public static string Run() => RunAsync().GetAwaiter().GetResult();

                private static string Difference(object expected, object? actual)
                {
                    var nodes = new[] { expected, actual }.Select(static value => JsonNode.Parse(JsonSerializer.Serialize(value))!.AsObject()).ToList();
                    nodes[1].Remove("Metadata");
                    return JsonNode.DeepEquals(nodes[0], nodes[1]) ? "" : nodes[0].ToJsonString() + "\n" + nodes[1].ToJsonString();
                }

                private static async Task<string> RunAsync()
                {
                    var fake = new WidgetsFake({{options}});
                    {{code}}
                }
            }
            """);
        return test.Run().Invoke("Test", "Run");
    }
}
