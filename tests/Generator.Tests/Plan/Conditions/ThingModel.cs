namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>A service with one operation, whose response has a member of every kind that a path can read.</summary>
internal static class ThingModel
{
    public const string Service = """
        {
          "metadata": {
            "apiVersion": "2020-01-01", "endpointPrefix": "things", "protocol": "rest-json", "protocols": ["rest-json"],
            "serviceId": "Things", "signatureVersion": "v4", "signingName": "things"
          },
          "operations": {
            "GetThing": {
              "name": "GetThing", "http": { "method": "GET", "requestUri": "/things" },
              "input": { "shape": "GetThingInput" }, "output": { "shape": "GetThingOutput" }
            }
          },
          "shapes": {
            "Boolean": { "type": "boolean" }, "Blob": { "type": "blob" }, "Double": { "type": "double" }, "Float": { "type": "float" },
            "Integer": { "type": "integer" }, "Long": { "type": "long" }, "String": { "type": "string" }, "Timestamp": { "type": "timestamp" },
            "Document": { "type": "structure", "members": {}, "document": true },
            "Status": { "type": "string", "enum": ["ACTIVE", "FAILED", "IN_PROGRESS"] },
            "Sort": { "type": "string", "enum": ["large", "small", "ACTIVE"] },
            "Strings": { "type": "list", "member": { "shape": "String" } },
            "SparseStrings": { "type": "list", "member": { "shape": "String" }, "sparse": true },
            "SparseIntegers": { "type": "list", "member": { "shape": "Integer" }, "sparse": true },
            "Statuses": { "type": "list", "member": { "shape": "Status" } },
            "Integers": { "type": "list", "member": { "shape": "Integer" } },
            "Matrix": { "type": "list", "member": { "shape": "Integers" } },
            "Booleans": { "type": "list", "member": { "shape": "Boolean" } },
            "Entries": { "type": "list", "member": { "shape": "Entry" } },
            "Groups": { "type": "list", "member": { "shape": "Group" } },
            "Choices": { "type": "list", "member": { "shape": "Choice" } },
            "Tags": { "type": "map", "key": { "shape": "String" }, "value": { "shape": "String" } },
            "SparseCounts": { "type": "map", "key": { "shape": "String" }, "value": { "shape": "Integer" }, "sparse": true },
            "EntryMap": { "type": "map", "key": { "shape": "String" }, "value": { "shape": "Entry" } },
            "Entry": {
              "type": "structure", "required": ["id", "kind"],
              "members": {
                "id": { "shape": "String" }, "kind": { "shape": "Sort" }, "status": { "shape": "Status" }, "count": { "shape": "Integer" },
                "wanted": { "shape": "Integer" }, "ready": { "shape": "Boolean" }, "labels": { "shape": "Strings" }, "detail": { "shape": "Detail" },
                "at": { "shape": "Timestamp" }
              }
            },
            "Detail": {
              "type": "structure",
              "members": { "code": { "shape": "String" }, "status": { "shape": "Status" }, "size": { "shape": "Long" } }
            },
            "Frame": {
              "type": "structure", "required": ["state", "detail"],
              "members": { "state": { "shape": "Status" }, "detail": { "shape": "Detail" }, "entries": { "shape": "Entries" } }
            },
            "Group": {
              "type": "structure",
              "members": { "name": { "shape": "String" }, "entries": { "shape": "Entries" }, "names": { "shape": "Strings" } }
            },
            "Choice": {
              "type": "structure", "union": true,
              "members": { "text": { "shape": "String" }, "number": { "shape": "Integer" }, "entry": { "shape": "Entry" } }
            },
            "GetThingInput": {
              "type": "structure",
              "members": {
                "token": { "shape": "String", "location": "querystring", "locationName": "token" },
                "offset": { "shape": "Integer", "location": "querystring", "locationName": "offset" }
              }
            },
            "GetThingOutput": {
              "type": "structure", "required": ["title", "state", "total", "done", "parts"],
              "members": {
                "name": { "shape": "String" }, "title": { "shape": "String" }, "status": { "shape": "Status" }, "state": { "shape": "Status" },
                "kind": { "shape": "Sort" }, "count": { "shape": "Integer" }, "total": { "shape": "Long" }, "ratio": { "shape": "Double" },
                "part": { "shape": "Float" }, "ready": { "shape": "Boolean" }, "done": { "shape": "Boolean" }, "at": { "shape": "Timestamp" },
                "data": { "shape": "Blob" }, "document": { "shape": "Document" }, "detail": { "shape": "Detail" }, "frame": { "shape": "Frame" },
                "entry": { "shape": "Entry" }, "names": { "shape": "Strings" }, "sparse": { "shape": "SparseStrings" },
                "sparseCounts": { "shape": "SparseIntegers" }, "statuses": { "shape": "Statuses" }, "counts": { "shape": "Integers" },
                "matrix": { "shape": "Matrix" }, "flags": { "shape": "Booleans" }, "entries": { "shape": "Entries" }, "parts": { "shape": "Entries" },
                "groups": { "shape": "Groups" }, "choice": { "shape": "Choice" }, "choices": { "shape": "Choices" }, "tags": { "shape": "Tags" },
                "limits": { "shape": "SparseCounts" }, "entryMap": { "shape": "EntryMap" }, "with-dash": { "shape": "String" }
              }
            }
          }
        }
        """;
}
