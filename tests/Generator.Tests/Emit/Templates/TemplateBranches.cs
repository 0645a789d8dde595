using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>Models of what is rare: they render the branches of templates that no larger model of the tests renders.</summary>
internal static class TemplateBranches
{
    /// <summary>A model that has one service's customizations, events in both directions, and settings.</summary>
    private const string Service = """
        {
          "metadata": {
            "apiVersion": "2012-06-01", "endpointPrefix": "glacier", "protocol": "rest-json", "serviceId": "Glacier",
            "auth": ["aws.auth#sigv4", "smithy.api#httpBearerAuth"]
          },
          "clientContextParams": {"Fast": {"type": "boolean", "documentation": "Whether it is fast."}},
          "operations": {
            "UploadArchive": {
              "http": {"method": "POST", "requestUri": "/archives"}, "input": {"shape": "Upload"}, "output": {"shape": "Page"},
              "errors": [{"shape": "Plain"}], "staticContextParams": {"Mode": {"value": "upload"}}
            },
            "Talk": {"http": {"method": "POST", "requestUri": "/talk"}, "input": {"shape": "Talk"}, "output": {"shape": "Talk"}},
            "Store": {
              "http": {"method": "PUT", "requestUri": "/store"}, "input": {"shape": "Store"},
              "httpChecksum": {
                "requestAlgorithmMember": "algorithm", "requestChecksumRequired": true,
                "requestValidationModeMember": "mode", "responseAlgorithms": ["CRC32", "SHA256"]
              }
            },
            "StoreOptionally": {
              "http": {"method": "PUT", "requestUri": "/optionally"}, "input": {"shape": "Store"}, "httpChecksum": {"requestAlgorithmMember": "algorithm"}
            },
            "Fetch": {
              "http": {"method": "GET", "requestUri": "/fetch"}, "input": {"shape": "Store"},
              "httpChecksum": {"requestValidationModeMember": "mode", "responseAlgorithms": ["CRC32"]}
            },
            "Meet": {"http": {"method": "POST", "requestUri": "/meet"}, "input": {"shape": "Say"}, "output": {"shape": "Listen"}}
          },
          "shapes": {
            "String": {"type": "string"}, "Secret": {"type": "string", "sensitive": true},
            "Strings": {"type": "list", "member": {"shape": "String"}},
            "Sparse": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Part"}, "sparse": true},
            "SparseList": {"type": "list", "member": {"shape": "String"}, "sparse": true},
            "Store": {
              "type": "structure",
              "members": {
                "algorithm": {"shape": "String", "location": "header", "locationName": "X-Amz-Algorithm"},
                "mode": {"shape": "String", "location": "header", "locationName": "X-Amz-Mode"}
              }
            },
            "Part": {"type": "structure", "members": {"text": {"shape": "String"}}},
            "OnlySent": {"type": "structure", "members": {"text": {"shape": "String"}}},
            "Choice": {"type": "structure", "union": true, "members": {"secret": {"shape": "Secret"}, "texts": {"shape": "Strings"}}},
            "Upload": {
              "type": "structure",
              "members": {
                "token": {"shape": "String"}, "sent": {"shape": "OnlySent"}, "choice": {"shape": "Choice"}, "sparse": {"shape": "Sparse"}, "list": {"shape": "SparseList"}
              }
            },
            "Page": {"type": "structure", "members": {"next": {"shape": "String"}, "sparse": {"shape": "Sparse"}, "list": {"shape": "SparseList"}}},
            "Plain": {"type": "structure", "members": {}, "exception": true},
            "Talk": {"type": "structure", "payload": "events", "members": {"events": {"shape": "Events"}}},
            "Say": {"type": "structure", "payload": "events", "members": {"events": {"shape": "Said"}}},
            "Listen": {"type": "structure", "payload": "events", "members": {"events": {"shape": "Heard"}}},
            "Said": {"type": "structure", "eventstream": true, "members": {"word": {"shape": "Word"}}},
            "Heard": {"type": "structure", "eventstream": true, "members": {"word": {"shape": "Word"}}},
            "Events": {"type": "structure", "eventstream": true, "members": {"word": {"shape": "Word"}, "plain": {"shape": "Plain"}}},
            "Word": {"type": "structure", "event": true, "members": {"text": {"shape": "String"}}}
          }
        }
        """;

    private const string Paginators = """
        {"pagination": {"UploadArchive": {"input_token": "token", "output_token": "next"}}}
        """;

    private const string Waiters = """
        {"version": 2, "waiters": {"Gone": {"operation": "UploadArchive", "delay": 5, "maxAttempts": 3, "acceptors": [
          {"matcher": "error", "expected": "Plain", "state": "success"}]}}}
        """;

    public static IEnumerable<ModelText> Files =>
    [
        new("models/glacier/service-2.json", Service) { Service = "Glacier" },
        new("models/glacier/paginators-1.json", Paginators) { Service = "Glacier" },
        new("models/glacier/waiters-2.json", Waiters) { Service = "Glacier" },
        new("models/glacier/endpoint-rule-set-1.json", EndpointRules) { Service = "Glacier" },
        new("models/gadgets/model.json", Gadgets) { Service = "Gadgets" },
        new("models/calls/service-2.json", Calls) { Service = "Calls" },
        new("models/calls/endpoint-rule-set-1.json", AccountRules) { Service = "Calls" },
        new("models/s3/service-2.json", Storage) { Service = "S3" },
        new("models/s3/endpoint-rule-set-1.json", StorageRules) { Service = "S3" },
        new("models/forms/service-2.json", Forms) { Service = "Forms" },
        new("models/forms/endpoint-rule-set-1.json", AccountRules) { Service = "Forms" },
        Queue.File,
    ];

    /// <summary>The same service as one of the others, without one of its operations.</summary>
    public static IEnumerable<ModelText> FilesWithoutSessions =>
    [
        new("models/s3/service-2.json", Storage.Replace("CreateSession", "CreateOther", StringComparison.Ordinal)) { Service = "S3" },
        new("models/s3/endpoint-rule-set-1.json", StorageRules) { Service = "S3" },
    ];

    /// <summary>The files of services with fakes.</summary>
    public static IEnumerable<ModelText> FilesForFakes =>
        Files.Append(new("models/search/service-2.json", Search) { Service = "CloudSearch Domain" }).Select(static file => file with { Fake = "true" });

    /// <summary>More rules than one method takes, below a condition.</summary>
    private static string EndpointRules => $$"""
        {
          "parameters": {
            "Region": {"builtIn": "AWS::Region", "type": "string"}, "Mode": {"type": "string"}, "Fast": {"type": "boolean"}
          },
          "rules": [{
            "type": "tree", "conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}],
            "rules": [{{string.Join(", ", Enumerable.Range(0, 30).Select(Rule))}}]
          }]
        }
        """;

    /// <summary>A model of a protocol whose name the service description has, with an endpoint that clients discover.</summary>
    private const string Calls = """
        {
          "metadata": {"serviceId": "Calls", "endpointPrefix": "calls", "protocol": "json", "jsonVersion": "1.1", "targetPrefix": "Calls_1"},
          "operations": {
            "Call": {"http": {"method": "POST", "requestUri": "/"}, "endpointdiscovery": {"required": true}},
            "Find": {"http": {"method": "POST", "requestUri": "/"}, "output": {"shape": "Found"}, "endpointoperation": true}
          },
          "shapes": {
            "Found": {"type": "structure", "members": {"Endpoints": {"shape": "Endpoints"}}},
            "Endpoints": {"type": "list", "member": {"shape": "Endpoint"}},
            "Endpoint": {"type": "structure", "members": {"Address": {"shape": "String"}, "CachePeriodInMinutes": {"shape": "Long"}}},
            "String": {"type": "string"}, "Long": {"type": "long"}
          }
        }
        """;

    /// <summary>A model whose requests are forms and whose responses are XML.</summary>
    private const string Forms = """
        {
          "metadata": {"serviceId": "Forms", "endpointPrefix": "forms", "protocol": "query", "apiVersion": "2024-01-01"},
          "operations": {"Send": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Sent"}, "output": {"shape": "Sent"}}},
          "shapes": {
            "Sent": {"type": "structure", "members": {"map": {"shape": "Map"}, "choice": {"shape": "Choice"}}},
            "Choice": {"type": "structure", "union": true, "members": {"text": {"shape": "String"}}},
            "Map": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
            "String": {"type": "string"}
          }
        }
        """;

    /// <summary>A model whose fake has what those of other models do not have, with two of each name.</summary>
    private const string Search = """
        {
          "metadata": {"serviceId": "CloudSearch Domain", "endpointPrefix": "search", "protocol": "rest-json"},
          "operations": {
            "Search": {"http": {"method": "GET", "requestUri": "/search"}, "input": {"shape": "Query"}},
            "Chat": {"http": {"method": "POST", "requestUri": "/chat"}, "input": {"shape": "Chat"}}
          },
          "shapes": {
            "Query": {
              "type": "structure", "required": ["size", "start", "first", "second"],
              "members": {
                "size": {"shape": "String", "location": "querystring"}, "start": {"shape": "String", "location": "querystring"},
                "first": {"shape": "String", "location": "header"}, "second": {"shape": "String", "location": "header"},
                "name": {"shape": "Secret", "location": "header"}, "phone": {"shape": "Secret", "location": "header"},
                "token": {"shape": "String", "location": "header", "idempotencyToken": true},
                "other": {"shape": "String", "location": "header", "idempotencyToken": true}
              }
            },
            "Chat": {"type": "structure", "payload": "events", "members": {"events": {"shape": "Said"}}},
            "Said": {"type": "structure", "eventstream": true, "members": {"word": {"shape": "Word"}, "end": {"shape": "End"}}},
            "Word": {"type": "structure", "event": true, "members": {"text": {"shape": "String"}}},
            "End": {"type": "structure", "exception": true, "members": {"reason": {"shape": "String"}}},
            "String": {"type": "string"}, "Secret": {"type": "string", "sensitive": true}
          }
        }
        """;

    /// <summary>A model with the sessions of S3.</summary>
    private const string Storage = """
        {
          "metadata": {"serviceId": "S3", "endpointPrefix": "s3", "protocol": "rest-json"},
          "operations": {
            "CreateSession": {"http": {"method": "GET", "requestUri": "/{Bucket}?session"}, "input": {"shape": "Input"}, "output": {"shape": "Output"}}
          },
          "shapes": {
            "Input": {
              "type": "structure", "required": ["Bucket"],
              "members": {"Bucket": {"shape": "String", "location": "uri", "locationName": "Bucket", "contextParam": {"name": "Bucket"}}}
            },
            "Output": {"type": "structure", "members": {"Credentials": {"shape": "Credentials"}}},
            "Credentials": {
              "type": "structure",
              "members": {
                "AccessKeyId": {"shape": "String"}, "SecretAccessKey": {"shape": "String"}, "SessionToken": {"shape": "String"}, "Expiration": {"shape": "Time"}
              }
            },
            "String": {"type": "string"}, "Time": {"type": "timestamp"}
          }
        }
        """;

    /// <summary>Rules with an endpoint for several regions.</summary>
    private const string StorageRules = """
        {
          "parameters": {"Bucket": {"type": "string"}},
          "rules": [{
            "type": "endpoint", "conditions": [],
            "endpoint": {"url": "https://{Bucket}.s3.example", "properties": {"authSchemes": [{"name": "sigv4a", "signingRegionSet": ["*"]}]}}
          }]
        }
        """;

    /// <summary>Rules with the account id of the credentials.</summary>
    private const string AccountRules = """
        {
          "parameters": {"AccountId": {"builtIn": "AWS::Auth::AccountId", "type": "string"}},
          "rules": [{"type": "error", "error": "{AccountId}", "conditions": []}]
        }
        """;

    /// <summary>A model in Smithy's vocabulary, whose waiters may have a longest delay.</summary>
    private const string Gadgets = """
        {
          "smithy": "2.0",
          "shapes": {
            "acme#Gadgets": {
              "type": "service", "version": "2024-01-01", "operations": [{"target": "acme#GetGadget"}],
              "traits": {"aws.api#service": {"sdkId": "Gadgets"}, "aws.auth#sigv4": {"name": "gadgets"}, "aws.protocols#restJson1": {}}
            },
            "acme#GetGadget": {
              "type": "operation",
              "traits": {
                "smithy.api#http": {"method": "GET", "uri": "/gadget", "code": 200},
                "smithy.waiters#waitable": {"GadgetReady": {"minDelay": 5, "maxDelay": 60, "acceptors": [{"state": "success", "matcher": {"success": true}}]}}
              }
            }
          }
        }
        """;

    private static string Rule(int number) =>
        $$"""{"type": "error", "error": "Rule {{number}}.", "conditions": [{"fn": "stringEquals", "argv": [{"ref": "Mode"}, "{{number}}"]}]}""";
}
