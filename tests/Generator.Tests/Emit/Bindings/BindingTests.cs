using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Emit.Bindings;

/// <summary>Every type compiles with every binding, required or not.</summary>
public sealed class BindingTests
{
    private const string Scalars = "String Integer Long Float Double Boolean Time Iso Epoch Http Color";

    private const string Shapes = """
        "Long": {"type": "long"}, "Float": {"type": "float"}, "Double": {"type": "double"}, "Blob": {"type": "blob"},
        "Iso": {"type": "timestamp", "timestampFormat": "iso8601"}, "Epoch": {"type": "timestamp", "timestampFormat": "unixTimestamp"},
        "Http": {"type": "timestamp", "timestampFormat": "rfc822"}, "Color": {"type": "string", "enum": ["RED"]},
        "Document": {"type": "structure", "members": {}, "document": true}, "Stream": {"type": "blob", "streaming": true},
        "Part": {"type": "structure", "members": {"name": {"shape": "String"}}},
        "Choice": {"type": "structure", "members": {"name": {"shape": "String"}, "part": {"shape": "Part"}, "size": {"shape": "Integer"}}, "union": true}
        """;

    [Theory]
    [InlineData("Part")]
    [InlineData("Choice")]
    [InlineData("Strings")]
    public void An_empty_body_is_no_payload(string payload)
    {
        var test = new Widgets { Output = Member("m", payload, ""), OutputTraits = ", \"payload\": \"m\"", Shapes = All(payload) }.ToTest();
        test.TestState.Sources.Add("""
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;
            using Acme.Widgets;
            using DataZoneGen;

            internal sealed class Silence : HttpMessageHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                    Task.FromResult(new HttpResponseMessage());
            }

            internal static class Probe
            {
                public static string Run()
                {
                    using var http = new HttpMessageInvoker(new Silence());
                    using var client = new WidgetsClient(new() { Region = "us-east-1", Credentials = new AwsCredentials("id", "secret"), HttpInvoker = http });
                    return client.GetWidgetAsync(new()).GetAwaiter().GetResult().M is null ? "absent" : "present";
                }
            }
            """);

        Assert.Equal("absent", test.Run().Invoke("Probe", "Run"));
    }

    [Theory]
    [InlineData("uri", Scalars)]
    [InlineData("querystring", Scalars + " Strings Integers Longs Floats Doubles Booleans Times Isos Epochs Https Colors StringMap StringsMap")]
    [InlineData("header", Scalars + " Strings Integers Longs Floats Doubles Booleans Times Isos Epochs Https Colors")]
    [InlineData("headers", "StringMap")]
    [InlineData(
        "",
        Scalars + " Blob Document Part Choice Strings Integers Longs Floats Doubles Booleans Times Colors Blobs Documents Parts Choices"
        + " StringMap ColorMap PartMap ChoiceMap BlobMap IntegerMap TimeMap StringsMap MaybeColors MaybeIntegers MaybeParts MaybeDocuments MaybePartMap MaybeIntegerMap")]
    public void Of_a_request(string location, string types)
    {
        var names = types.Split(' ');
        var members = names.Select((type, i) => Member("m" + i, type, location)).ToList();
        var uri = location == "uri" ? string.Concat(names.Select(static (_, i) => "/{m" + i + "}")) : "/";

        foreach (var required in new[] { "", string.Join(", ", names.Select(static (_, i) => "\"m" + i + "\"")) })
        {
            new Widgets { Uri = uri, Input = string.Join(", ", members), RequiredInput = required, Shapes = All(types) }.Run();
        }
    }

    /// <summary>The members of a body, in a protocol with another format than the usual one.</summary>
    [Theory]
    [InlineData("smithy-rpc-v2-cbor")]
    [InlineData("json")]
    public void Of_a_body_in_another_protocol(string protocol)
    {
        var types = Scalars + " Blob Part Choice Strings Integers Longs Floats Doubles Booleans Times Colors Blobs Parts Choices"
            + " StringMap ColorMap PartMap ChoiceMap BlobMap IntegerMap TimeMap StringsMap MaybeColors MaybeIntegers MaybeParts MaybePartMap MaybeIntegerMap";
        var names = types.Split(' ');
        var members = string.Join(", ", names.Select(static (type, i) => Member("m" + i, type, "")));
        foreach (var required in new[] { "", string.Join(", ", names.Select(static (_, i) => "\"m" + i + "\"")) })
        {
            new Widgets
            {
                ServiceMetadata = $$"""
                    "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "{{protocol}}", "jsonVersion": "1.0", "serviceId": "Widgets"}
                    """,
                Uri = "/",
                Input = members,
                RequiredInput = required,
                Output = members,
                RequiredOutput = required,
                Shapes = All(types),
            }.Run();
        }
    }

    [Theory]
    [InlineData("header", Scalars + " Strings Integers Longs Floats Doubles Booleans Times Isos Epochs Https Colors")]
    [InlineData("headers", "StringMap")]
    [InlineData("statusCode", "Integer Long")]
    [InlineData("uri", Scalars)]
    [InlineData("querystring", Scalars)]
    [InlineData(
        "",
        Scalars + " Blob Document Part Choice Strings Integers Longs Floats Doubles Booleans Times Colors Blobs Documents Parts Choices"
        + " StringMap ColorMap PartMap ChoiceMap BlobMap IntegerMap TimeMap StringsMap MaybeColors MaybeIntegers MaybeParts MaybeDocuments MaybePartMap MaybeIntegerMap")]
    public void Of_a_response_and_of_an_error(string location, string types)
    {
        var names = types.Split(' ');
        var members = string.Join(", ", names.Select((type, i) => Member("m" + i, type, location)));

        foreach (var required in new[] { "", string.Join(", ", names.Select(static (_, i) => "\"m" + i + "\"")) })
        {
            new Widgets
            {
                Output = members,
                RequiredOutput = required,
                Errors = """{"shape": "Busy"}""",
                Shapes = All(types) + ", \"Busy\": {\"type\": \"structure\", \"required\": [" + required + "], \"members\": {" + members + "}, \"exception\": true}",
            }.Run();
        }
    }

    [Theory]
    [InlineData("String")]
    [InlineData("Color")]
    [InlineData("Blob")]
    [InlineData("Document")]
    [InlineData("Part")]
    [InlineData("Choice")]
    [InlineData("Parts")]
    [InlineData("StringMap")]
    [InlineData("Stream")]
    public void As_the_whole_body(string type)
    {
        foreach (var required in new[] { "", "\"m\"" })
        {
            new Widgets
            {
                Input = Member("m", type, "") + ", " + Member("h", "String", "header"),
                InputTraits = ", \"payload\": \"m\"",
                RequiredInput = required,
                Output = Member("m", type, "") + ", " + Member("h", "String", "header"),
                OutputTraits = ", \"payload\": \"m\"",
                RequiredOutput = required,
                Shapes = All(type),
            }.Run();
        }
    }

    [Fact]
    public void Of_a_host_label()
    {
        foreach (var required in new[] { "", "\"tenant\"" })
        {
            new Widgets
            {
                Input = """ "tenant": {"shape": "String", "hostLabel": true} """,
                RequiredInput = required,
                OperationTraits = """, "endpoint": {"hostPrefix": "{tenant}.data."}""",
            }.Run();
        }
    }

    [Fact]
    public void Of_JSON_in_a_header()
    {
        const string Members = """ "context": {"shape": "String", "location": "header", "locationName": "x-context", "jsonvalue": true} """;

        new Widgets { Input = Members, Output = Members }.Run();
        new Widgets { Input = Members, Output = Members, RequiredInput = "\"context\"", RequiredOutput = "\"context\"" }.Run();
    }

    [Fact]
    public void Of_a_list_of_JSON_in_a_header()
    {
        const string Members = """ "contexts": {"shape": "Contexts", "location": "header", "locationName": "x-contexts"}, "body": {"shape": "Contexts"} """;
        var run = new Widgets
        {
            Input = Members,
            Output = Members,
            Shapes = """ "Contexts": {"type": "list", "member": {"shape": "String", "jsonvalue": true}} """,
        }.Run();

        var text = run.Text("Widgets/GetWidget.g.cs");
        Assert.Contains("request.HeaderJsonItem(\"x-contexts\", item);", text, StringComparison.Ordinal);
        Assert.Contains("response.Headers.List(\"x-contexts\", global::DataZoneGen.Wire.HeaderText.Json)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header")]
    [InlineData("querystring")]
    [InlineData("uri")]
    [InlineData("")]
    public void Of_an_idempotency_token(string location) => new Widgets
    {
        Uri = location == "uri" ? "/{token}" : "/",
        Input = "\"token\": {\"shape\": \"String\", \"idempotencyToken\": true" + Location(location, "token") + "}",
    }.Run();

    [Theory]
    [InlineData("Integer")]
    [InlineData("Color")]
    [InlineData("Part")]
    public void Of_a_token_a_host_label_or_JSON_that_is_no_text(string type)
    {
        new Widgets { Input = $$""" "m": {"shape": "{{type}}", "idempotencyToken": true} """, Shapes = Shapes }.Run();
        if (type != "Part")
        {
            var header = $$""" "m": {"shape": "{{type}}", "jsonvalue": true, "location": "header", "locationName": "x-m"} """;
            new Widgets { Input = header, Output = header, Shapes = Shapes }.Run();
        }

        Assert.Equal(["DZG010"], new Widgets
        {
            Input = $$""" "m": {"shape": "{{type}}", "hostLabel": true} """,
            OperationTraits = """, "endpoint": {"hostPrefix": "{m}."}""",
            Shapes = Shapes,
        }.ToTest().RunOnly().DiagnosticIds);
    }

    [Theory]
    [InlineData("a\\\"b\\\\c\\n")]
    [InlineData("é 名")]
    [InlineData("a:b/c#d?e&f=g%h+i")]
    [InlineData("")]
    public void Of_a_member_with_any_name_on_the_wire(string name)
    {
        var members = string.Join(", ", new[] { "querystring", "header", "" }.Select((location, i) =>
            "\"m" + i + "\": {\"shape\": \"String\", \"locationName\": \"" + name + "\"" + (location.Length == 0 ? "" : ", \"location\": \"" + location + "\"") + "}"));

        new Widgets { Input = members, Output = members }.Run();
    }

    private static string Member(string name, string type, string location) => "\"" + name + "\": {\"shape\": \"" + type + "\"" + Location(location, name) + "}";

    private static string Location(string location, string name) =>
        location.Length == 0 ? "" : ", \"location\": \"" + location + "\", \"locationName\": \"" + (location is "header" or "headers" ? "x-" : "") + name + "\"";

    /// <summary>The shapes, and the lists and maps whose names are made of theirs: Parts, PartMap, MaybeParts, MaybePartMap.</summary>
    private static string All(string types) => string.Join(", ", Collections(types).Prepend(Shapes));

    private static IEnumerable<string> Collections(string types)
    {
        var names = types.Split(' ').Concat(["Strings"]).ToHashSet();
        foreach (var name in names)
        {
            var isSparse = name.StartsWith("Maybe", System.StringComparison.Ordinal);
            var inner = isSparse ? name["Maybe".Length..] : name;
            var sparse = isSparse ? ", \"sparse\": true" : "";
            if (inner.EndsWith("Map", System.StringComparison.Ordinal))
            {
                yield return $$""" "{{name}}": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "{{inner[..^3]}}"}{{sparse}}} """;
            }
            else if (inner.EndsWith('s'))
            {
                yield return $$""" "{{name}}": {"type": "list", "member": {"shape": "{{inner[..^1]}}"}{{sparse}}} """;
            }
        }
    }
}
