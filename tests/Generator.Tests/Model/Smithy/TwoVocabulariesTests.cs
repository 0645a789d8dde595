using System;
using System.Linq;
using DataZoneGen.Generator.ModelLocks;
using DataZoneGen.Generator.Selection;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

/// <summary>A service that is written in both model formats is read as the same service.</summary>
public sealed class TwoVocabulariesTests
{
    private static ModelText[] C2J { get; } =
    [
        new("models/service-2.json", """
            {
              "metadata": {
                "apiVersion": "2024-01-01", "auth": ["aws.auth#sigv4"], "endpointPrefix": "widgets", "protocol": "rest-json", "protocols": ["rest-json"],
                "serviceFullName": "Acme Widgets", "serviceId": "Widgets", "signatureVersion": "v4", "signingName": "widgets", "uid": "widgets-2024-01-01"
              },
              "operations": {
                "GetWidget": {
                  "name": "GetWidget",
                  "http": {"method": "GET", "requestUri": "/widgets/{id}?view=full", "responseCode": 200},
                  "input": {"shape": "GetWidgetInput"}, "output": {"shape": "GetWidgetOutput"},
                  "errors": [{"shape": "Gone"}, {"shape": "Busy"}]
                },
                "ListWidgets": {
                  "name": "ListWidgets",
                  "http": {"method": "POST", "requestUri": "/widgets"},
                  "input": {"shape": "ListWidgetsInput"}, "output": {"shape": "ListWidgetsOutput"},
                  "errors": [{"shape": "Busy"}]
                },
                "Ping": {
                  "name": "Ping", "http": {"method": "POST", "requestUri": "/ping"}, "errors": [{"shape": "Busy"}],
                  "deprecated": true, "deprecatedMessage": "No more.", "authtype": null, "auth": ["smithy.api#noAuth"]
                }
              },
              "shapes": {
                "Boolean": {"type": "boolean", "box": true},
                "Busy": {"type": "structure", "members": {"retryAfter": {"shape": "Integer", "location": "header", "locationName": "Retry-After"}},
                  "error": {"httpStatusCode": 503}, "exception": true, "fault": true, "retryable": {"throttling": true}},
                "Color": {"type": "string", "enum": ["red", "blue"]},
                "GetWidgetInput": {"type": "structure", "required": ["id"], "members": {
                  "id": {"shape": "GetWidgetInputIdString", "location": "uri", "locationName": "id"},
                  "fields": {"shape": "Names", "location": "querystring", "locationName": "field"},
                  "token": {"shape": "String", "idempotencyToken": true, "location": "header", "locationName": "X-Token"}}},
                "GetWidgetInputIdString": {"type": "string", "min": 1, "max": 36, "pattern": "[a-z]+"},
                "GetWidgetOutput": {"type": "structure", "required": ["widget"], "payload": "widget", "members": {
                  "widget": {"shape": "Widget"},
                  "status": {"shape": "Integer", "location": "statusCode"}}},
                "Gone": {"type": "structure", "members": {"message": {"shape": "String"}}, "error": {"httpStatusCode": 410, "senderFault": true}, "exception": true},
                "Integer": {"type": "integer", "box": true},
                "ListWidgetsInput": {"type": "structure", "members": {"next": {"shape": "String"}}},
                "ListWidgetsOutput": {"type": "structure", "members": {"next": {"shape": "String"}, "widgets": {"shape": "Widgets"}}},
                "Names": {"type": "list", "member": {"shape": "String"}, "min": 0, "max": 5},
                "Part": {"type": "structure", "union": true, "members": {"wheel": {"shape": "Widget"}, "other": {"shape": "Tags"}}},
                "Parts": {"type": "list", "member": {"shape": "Part"}, "sparse": true},
                "Secret": {"type": "string", "sensitive": true},
                "String": {"type": "string"},
                "SyntheticTimestamp_date_time": {"type": "timestamp", "timestampFormat": "iso8601"},
                "Tags": {"type": "map", "key": {"shape": "TagsKeyString"}, "value": {"shape": "Secret"}},
                "TagsKeyString": {"type": "string", "max": 8, "min": 0},
                "Widget": {"type": "structure", "members": {
                  "color": {"shape": "Color", "locationName": "colour"},
                  "made": {"shape": "SyntheticTimestamp_date_time"},
                  "tags": {"shape": "Tags", "deprecated": true},
                  "parts": {"shape": "Parts"},
                  "extra": {"shape": "Document"},
                  "sold": {"shape": "Boolean"}}},
                "Document": {"type": "structure", "members": {}, "document": true},
                "Widgets": {"type": "list", "member": {"shape": "Widget"}}
              }
            }
            """),
        new("models/paginators-1.json", """{"pagination": {"ListWidgets": {"input_token": "next", "output_token": "next", "result_key": "widgets"}}}"""),
        new("models/waiters-2.json", """
            {"version": 2, "waiters": {"WidgetSold": {"operation": "GetWidget", "delay": 20, "maxAttempts": 30, "acceptors": [
              {"matcher": "path", "argument": "widget.sold", "expected": true, "state": "success"},
              {"matcher": "error", "expected": "Gone", "state": "failure"}]}}}
            """),
        Widgets.EndpointRulesFile,
    ];

    internal static ModelText Smithy { get; } = new("models/widgets.json", """
        {
          "smithy": "2.0",
          "metadata": {"suppressions": []},
          "shapes": {
            "acme#Service": {
              "type": "service", "version": "2024-01-01",
              "operations": [{"target": "acme#Ping"}], "resources": [{"target": "acme#WidgetResource"}], "errors": [{"target": "acme#Busy"}],
              "traits": {
                "aws.api#service": {"sdkId": "Widgets", "arnNamespace": "widgets"}, "aws.auth#sigv4": {"name": "widgets"}, "aws.protocols#restJson1": {},
                "smithy.api#paginated": {"inputToken": "next", "outputToken": "next"}, "smithy.api#title": "Acme Widgets",
                "smithy.rules#endpointRuleSet": RULES
              }
            },
            "acme#WidgetResource": {"type": "resource", "read": {"target": "acme#GetWidget"}, "list": {"target": "acme#ListWidgets"}},
            "acme#GetWidget": {
              "type": "operation", "input": {"target": "acme#GetWidgetInput"}, "output": {"target": "acme#GetWidgetOutput"}, "errors": [{"target": "acme#Gone"}],
              "traits": {
                "smithy.api#http": {"method": "GET", "uri": "/widgets/{id}?view=full"},
                "smithy.waiters#waitable": {"WidgetSold": {"minDelay": 20, "acceptors": [
                  {"state": "success", "matcher": {"output": {"path": "widget.sold", "expected": "true", "comparator": "booleanEquals"}}},
                  {"state": "failure", "matcher": {"errorType": "Gone"}}]}}
              }
            },
            "acme#ListWidgets": {
              "type": "operation", "input": {"target": "acme#ListWidgetsInput"}, "output": {"target": "acme#ListWidgetsOutput"},
              "traits": {"smithy.api#http": {"method": "POST", "uri": "/widgets"}, "smithy.api#paginated": {"items": "widgets"}, "acme#unheardOf": true}
            },
            "acme#Ping": {
              "type": "operation", "input": {"target": "smithy.api#Unit"}, "output": {"target": "smithy.api#Unit"},
              "traits": {"smithy.api#http": {"method": "POST", "uri": "/ping"}, "smithy.api#deprecated": {"message": "No more."}, "smithy.api#auth": []}
            },
            "acme#Busy": {"type": "structure", "members": {"retryAfter": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpHeader": "Retry-After"}}},
              "traits": {"smithy.api#error": "server", "smithy.api#httpError": 503, "smithy.api#retryable": {"throttling": true}}},
            "acme#Color": {"type": "enum", "members": {
              "RED": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "red"}}, "BLUE": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "blue"}}}},
            "acme#Identified": {"type": "structure", "traits": {"smithy.api#mixin": {}}, "members": {
              "id": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}, "smithy.api#length": {"min": 1, "max": 36}}}}},
            "acme#GetWidgetInput": {"type": "structure", "mixins": [{"target": "acme#Identified"}], "members": {
              "fields": {"target": "acme#Names", "traits": {"smithy.api#httpQuery": "field"}},
              "token": {"target": "smithy.api#String", "traits": {"smithy.api#idempotencyToken": {}, "smithy.api#httpHeader": "X-Token"}}},
              "traits": {"smithy.api#input": {}}},
            "acme#GetWidgetInput$id": {"type": "apply", "traits": {"smithy.api#pattern": "^[a-z]+$"}},
            "acme#GetWidgetOutput": {"type": "structure", "members": {
              "widget": {"target": "acme#Widget", "traits": {"smithy.api#required": {}, "smithy.api#httpPayload": {}}},
              "status": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpResponseCode": {}}}}},
            "acme#Gone": {"type": "structure", "members": {"message": {"target": "smithy.api#String"}}, "traits": {"smithy.api#error": "client", "smithy.api#httpError": 410}},
            "acme#ListWidgetsInput": {"type": "structure", "members": {"next": {"target": "smithy.api#String"}}},
            "acme#ListWidgetsOutput": {"type": "structure", "members": {"next": {"target": "smithy.api#String"}, "widgets": {"target": "acme#Widgets"}}},
            "acme#Names": {"type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#length": {"max": 5}}},
            "acme#Part": {"type": "union", "members": {"wheel": {"target": "acme#Widget"}, "other": {"target": "acme#Tags"}}},
            "acme#Parts": {"type": "list", "member": {"target": "acme#Part"}, "traits": {"smithy.api#sparse": {}}},
            "acme#Secret": {"type": "string", "traits": {"smithy.api#sensitive": {}}},
            "acme#Tags": {"type": "map", "key": {"target": "smithy.api#String", "traits": {"smithy.api#length": {"max": 8}}}, "value": {"target": "acme#Secret"}},
            "acme#Widget": {"type": "structure", "members": {
              "color": {"target": "acme#Color", "traits": {"smithy.api#jsonName": "colour"}},
              "made": {"target": "smithy.api#Timestamp", "traits": {"smithy.api#timestampFormat": "date-time"}},
              "tags": {"target": "acme#Tags", "traits": {"smithy.api#deprecated": {}}},
              "parts": {"target": "acme#Parts"},
              "extra": {"target": "smithy.api#Document"},
              "sold": {"target": "smithy.api#Boolean", "traits": {"smithy.api#default": false}}}},
            "acme#Widgets": {"type": "list", "member": {"target": "acme#Widget"}},
            "acme#unheardOf": {"type": "boolean", "traits": {"smithy.api#trait": {}}}
          }
        }
        """.Replace("RULES", Widgets.EndpointRules, StringComparison.Ordinal));

    [Fact]
    public void Is_the_same_service()
    {
        var (expected, actual) = (Closure(C2J), Closure(Smithy));

        Assert.Equal(expected.Metadata with { SourceLocation = default }, actual.Metadata with { SourceLocation = default });
        Assert.Equal(expected.Operations.Select(static o => o.WithoutLocations()), actual.Operations.Select(static o => o.WithoutLocations()));
        Assert.Equal(expected.Shapes.Select(static s => s.WithoutLocations()), actual.Shapes.Select(static s => s.WithoutLocations()));
        Assert.Equal(expected.Paginators.Select(static p => p.WithoutLocations()), actual.Paginators.Select(static p => p.WithoutLocations()));
        Assert.Equal(expected.Waiters.Select(static w => w.WithoutLocations()), actual.Waiters.Select(static w => w.WithoutLocations()));
        Assert.Equal(expected.EndpointRules! with { SourceLocation = default }, actual.EndpointRules! with { SourceLocation = default });
    }

    [Fact]
    public void Has_the_same_lock() =>
        Assert.Equal(LockWriter.Write([LockBuilder.Build(Closure(C2J))]), LockWriter.Write([LockBuilder.Build(Closure(Smithy))]));

    [Fact]
    public void Is_the_same_client()
    {
        var (expected, actual) = (Generate(C2J), Generate(Smithy));

        Assert.Equal(expected.HintNames, actual.HintNames);
        Assert.All(expected.HintNames, name => Assert.Equal(expected.Text(name), actual.Text(name)));
    }

    private static Closure Closure(params ModelText[] files)
    {
        var (closure, diagnostics) = Reading.Closure(Reading.Service(files));
        Assert.Empty(diagnostics);
        return closure!;
    }

    private static GeneratorRun Generate(params ModelText[] files)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(files);
        return test.Run();
    }
}
