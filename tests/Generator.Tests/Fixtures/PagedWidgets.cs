using System.Collections.Generic;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>A service with an operation that has a waiter, one that has a paginator, and errors that single operations have.</summary>
internal static class PagedWidgets
{
    public static IReadOnlyList<ModelText> Files { get; } = [.. new Widgets
    {
        Input = """ "id": {"shape": "String"}, "part": {"shape": "String"} """,
        RequiredInput = "\"id\", \"part\"",
        Output = """ "id": {"shape": "String"}, "status": {"shape": "Status"} """,
        Errors = """{"shape": "NotFoundException"}""",
        Operations = """
            "ListWidgets": {
              "name": "ListWidgets", "http": {"method": "POST", "requestUri": "/list"},
              "input": {"shape": "ListWidgetsInput"}, "output": {"shape": "ListWidgetsOutput"}, "errors": [{"shape": "ConflictException"}]
            },
            "DropWidget": {
              "name": "DropWidget", "http": {"method": "POST", "requestUri": "/drop"},
              "input": {"shape": "DropWidgetInput"}, "output": {"shape": "ListWidgetsOutput"}, "errors": [{"shape": "ConflictException"}]
            }
            """,
        Paginators = """ "ListWidgets": {"input_token": "nextToken", "output_token": "nextToken", "result_key": "names"} """,
        Waiters = """
            "WidgetReady": {"operation": "GetWidget", "delay": 5, "maxAttempts": 20, "acceptors": [
              {"matcher": "path", "argument": "status", "expected": "READY", "state": "success"}]}
            """,
        Shapes = """
            "ListWidgetsInput": {"type": "structure", "members": {"owner": {"shape": "String"}, "nextToken": {"shape": "String"}}},
            "ListWidgetsOutput": {"type": "structure", "members": {"nextToken": {"shape": "String"}, "names": {"shape": "Names"}}},
            "DropWidgetInput": {"type": "structure", "required": ["id"], "members": {"id": {"shape": "String"}, "nextToken": {"shape": "String"}}},
            "Names": {"type": "list", "member": {"shape": "String"}},
            "Status": {"type": "string", "enum": ["READY", "BUSY"]},
            "NotFoundException": {"type": "structure", "members": {}, "error": {"httpStatusCode": 404}, "exception": true},
            "ConflictException": {"type": "structure", "members": {}, "error": {"httpStatusCode": 409}, "exception": true}
            """,
    }.Files];
}
