using System;
using System.Collections.Generic;
using System.Threading;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.ModelLocks;
using DataZoneGen.Generator.Tests.Fixtures;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.ModelLocks;

public sealed class LockFileTests
{
    [Fact]
    public void A_lock_file_is_sorted_and_has_one_fact_on_each_line() => Assert.Equal(
        """
        {
          "modelLock": 1,
          "services": {
            "Widgets": {
              "protocol": "RestJson",
              "operations": {
                "GetWidget": {
                  "http": "POST /widgets/{id}/{path+}?a=b",
                  "hostPrefix": "{id}.",
                  "auth": "None",
                  "input": "GetWidgetInput",
                  "output": "GetWidgetOutput",
                  "errors": [
                    "Busy",
                    "Gone"
                  ],
                  "paginator": "names",
                  "waiters": [
                    "WidgetReady"
                  ]
                }
              },
              "shapes": {
                "Busy": {
                  "kind": "error",
                  "code": "BusyNow",
                  "status": 503
                },
                "Color": {
                  "kind": "enum",
                  "values": [
                    "BLUE",
                    "a\"b"
                  ]
                },
                "GetWidgetInput": {
                  "kind": "structure",
                  "members": {
                    "at": { "type": "timestamp(HttpDate)", "in": "header", "name": "X-At" },
                    "color": { "type": "Color", "in": "query" },
                    "id": { "type": "string", "required": true, "in": "path", "traits": ["hostLabel"] },
                    "labels": { "type": "map<string>", "in": "headers", "name": "x-label-" },
                    "path": { "type": "string", "required": true, "in": "path" },
                    "token": { "type": "string", "traits": ["idempotencyToken"] }
                  }
                },
                "GetWidgetOutput": {
                  "kind": "structure",
                  "members": {
                    "bytes": { "type": "blob" },
                    "names": { "type": "list<list<string>>" },
                    "token": { "type": "string" }
                  }
                },
                "Gone": {
                  "kind": "error"
                }
              }
            }
          }
        }
        """.ReplaceLineEndings("\n"),
        Locking.Write(Example.Files));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var text = Locking.Write(Gallery.Files);

        Assert.Equal(text, LockWriter.Write(Read(text, []).Services));
    }

    [Fact]
    public void Bodies_in_XML_have_the_names_of_elements()
    {
        var text = Locking.Write(new Widgets
        {
            ServiceMetadata = Widgets.Metadata.Replace("rest-json", "rest-xml", StringComparison.Ordinal),
            Output = """ "names": {"shape": "Names", "flattened": true}, "byName": {"shape": "Map"}, "id": {"shape": "String", "xmlAttribute": true} """,
            Shapes = """
                "Names": {"type": "list", "member": {"shape": "String", "locationName": "item"}},
                "Map": {"type": "map", "key": {"shape": "String", "locationName": "Name"}, "value": {"shape": "Names"}}
                """,
        }.Files);

        Assert.Contains("\"names\": { \"type\": \"list<item: string>\", \"traits\": [\"flattened\"] }", text, StringComparison.Ordinal);
        Assert.Contains("\"byName\": { \"type\": \"map<Name, value: list<item: string>>\" }", text, StringComparison.Ordinal);
        Assert.Contains("\"id\": { \"type\": \"string\", \"traits\": [\"xmlAttribute\"] }", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "(1,1)", "expected a value but found the end of the file")]
    [InlineData("<<<<<<< HEAD", "(1,1)", "expected a value but found '<'")]
    [InlineData("[]", "(1,1)", "expected an object but found an array")]
    [InlineData("{}", "(1,1)", "'modelLock' is missing")]
    [InlineData("{\n  \"modelLock\": 2}", "(2,16)", "its version is 2, and this version of DataZoneGen reads version 1")]
    [InlineData("{\"modelLock\": 1}", "(1,1)", "'services' is missing")]
    [InlineData("{\"modelLock\": 1, \"services\": {\"W\": {}}}", "(1,36)", "'protocol' is missing")]
    [InlineData("{\"modelLock\": 1, \"services\": {\"W\": {\"protocol\": \"x\", \"operations\": {}, \"shapes\": {\"A\": {\"kind\": \"thing\"}}}}}", "(1,97)", "'kind' is 'thing', which is unknown")]
    public void A_file_that_cannot_be_read_is_reported_where_it_is_wrong(string text, string position, string problem)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var file = Read(text, diagnostics);

        Assert.False(file.IsValid);
        Assert.Equal(["models.lock.json" + position + ": DZG032: The model lock 'models.lock.json' is not valid: " + problem], Reading.Describe(diagnostics));
    }

    private static LockFile Read(string text, List<DiagnosticInfo> diagnostics) =>
        LockReader.Read("models.lock.json", SourceText.From(text), diagnostics, CancellationToken.None);

    private static Widgets Example { get; } = new()
    {
        Uri = "/widgets/{id}/{path+}?a=b",
        OperationTraits = """, "authtype": "none", "endpoint": {"hostPrefix": "{id}."}""",
        Input = """
            "path": {"shape": "String", "location": "uri", "locationName": "path"},
            "id": {"shape": "String", "location": "uri", "locationName": "id", "hostLabel": true},
            "color": {"shape": "Color", "location": "querystring", "locationName": "color"},
            "at": {"shape": "Time", "location": "header", "locationName": "X-At"},
            "labels": {"shape": "Labels", "location": "headers", "locationName": "x-label-"},
            "token": {"shape": "String", "idempotencyToken": true}
            """,
        RequiredInput = "\"id\", \"path\"",
        Output = """ "names": {"shape": "Lists"}, "token": {"shape": "String"}, "bytes": {"shape": "Bytes"} """,
        Errors = """ {"shape": "Gone"}, {"shape": "Busy"} """,
        Shapes = """
            "Bytes": {"type": "blob"},
            "Busy": {"type": "structure", "members": {}, "exception": true, "error": {"code": "BusyNow", "httpStatusCode": 503}},
            "Gone": {"type": "structure", "members": {}, "exception": true},
            "Color": {"type": "string", "enum": ["a\"b", "BLUE"]},
            "Labels": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
            "Lists": {"type": "list", "member": {"shape": "List"}},
            "List": {"type": "list", "member": {"shape": "String"}}
            """,
        Paginators = """ "GetWidget": {"input_token": "token", "output_token": "token", "result_key": "names"} """,
        Waiters = """
            "WidgetReady": {"operation": "GetWidget", "delay": 1, "maxAttempts": 2, "acceptors": [
              {"matcher": "status", "expected": 200, "state": "success"}]}
            """,
    };
}
