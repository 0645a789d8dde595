using System.Collections.Generic;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>A service whose model limits values of every kind.</summary>
internal static class LimitedWidgets
{
    public static IEnumerable<ModelText> Files => new Widgets
    {
        Input = """
            "id": {"shape": "Id"}, "name": {"shape": "Name"}, "secret": {"shape": "Secret"},
            "size": {"shape": "Size"}, "count": {"shape": "Count"}, "weight": {"shape": "Weight"}, "ratio": {"shape": "Ratio"},
            "tags": {"shape": "Tags"}, "grid": {"shape": "Grid"}, "labels": {"shape": "Labels"}, "colors": {"shape": "Colors"},
            "content": {"shape": "Content"}, "color": {"shape": "Color"}, "choice": {"shape": "Choice"}, "part": {"shape": "Part"},
            "word": {"shape": "Word"}, "free": {"shape": "String"}
            """,
        Output = """ "name": {"shape": "Name"}, "status": {"shape": "Status"}, "answer": {"shape": "Answer"} """,
        Operations = """
            "FindWidget": {
              "name": "FindWidget", "http": {"method": "POST", "requestUri": "/find"},
              "input": {"shape": "FindWidgetInput"}, "output": {"shape": "GetWidgetOutput"}, "errors": [{"shape": "NotFoundException"}]
            },
            "ListWidgets": {
              "name": "ListWidgets", "http": {"method": "POST", "requestUri": "/list"}, "input": {"shape": "ListWidgetsInput"}, "output": {"shape": "ListWidgetsOutput"}
            }
            """,
        Paginators = """ "ListWidgets": {"input_token": "nextToken", "output_token": "nextToken", "result_key": "names"} """,
        Waiters = """
            "WidgetFound": {"operation": "FindWidget", "delay": 5, "maxAttempts": 20, "acceptors": [
              {"matcher": "path", "argument": "status", "expected": "READY", "state": "success"}]}
            """,
        Shapes = """
            "FindWidgetInput": {
              "type": "structure", "required": ["id", "request", "color"],
              "members": {"id": {"shape": "Id"}, "request": {"shape": "Name"}, "color": {"shape": "Color"}}
            },
            "ListWidgetsInput": {"type": "structure", "members": {"nextToken": {"shape": "Name"}}},
            "ListWidgetsOutput": {"type": "structure", "members": {"nextToken": {"shape": "Name"}, "names": {"shape": "Tags"}}},
            "NotFoundException": {"type": "structure", "members": {"id": {"shape": "Id"}}, "error": {"httpStatusCode": 404}, "exception": true},
            "Answer": {"type": "structure", "members": {"name": {"shape": "Name"}}},
            "Id": {"type": "string", "pattern": "wid-[a-z0-9]{1,8}"},
            "Name": {"type": "string", "min": 2, "max": 5},
            "Secret": {"type": "string", "max": 3, "pattern": "[a-z]*", "sensitive": true},
            "Word": {"type": "string", "pattern": "\\w+"},
            "Size": {"type": "integer", "min": 1, "max": 50},
            "Count": {"type": "long", "min": 1, "max": 9000000000},
            "Weight": {"type": "double", "min": 0.5, "max": 1.5},
            "Ratio": {"type": "float", "max": 1},
            "Tags": {"type": "list", "member": {"shape": "Name"}, "min": 1, "max": 3},
            "Row": {"type": "list", "member": {"shape": "Size"}, "max": 2},
            "Grid": {"type": "list", "member": {"shape": "Row"}},
            "Labels": {"type": "map", "key": {"shape": "Name"}, "value": {"shape": "Name"}, "max": 2},
            "Colors": {"type": "map", "key": {"shape": "Color"}, "value": {"shape": "String"}},
            "Content": {"type": "blob", "min": 1, "max": 4},
            "Color": {"type": "string", "enum": ["RED", "DARK_BLUE"]},
            "Status": {"type": "string", "enum": ["READY", "BUSY"]},
            "Choice": {"type": "structure", "union": true, "members": {"text": {"shape": "Name"}, "part": {"shape": "Part"}}},
            "Part": {"type": "structure", "required": ["name"], "members": {"name": {"shape": "Name"}, "inner": {"shape": "Part"}}}
            """,
    }.Files;
}
