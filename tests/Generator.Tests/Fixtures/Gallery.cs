using System.Collections.Generic;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>A service that uses nearly all model features, for tests that corrupt it or check all of it.</summary>
internal static class Gallery
{
    public const string Service = """
        {
          "version": "2.0",
          "metadata": {
            "apiVersion": "2024-05-06", "endpointPrefix": "gallery", "protocol": "rest-json", "protocols": ["rest-json"], "serviceFullName": "Acme Gallery",
            "serviceId": "Gallery", "signatureVersion": "v4", "signingName": "gallery", "uid": "gallery-2024-05-06", "auth": ["aws.auth#sigv4"]
          },
          "operations": {
            "GetPicture": {
              "name": "GetPicture",
              "http": {"method": "GET", "requestUri": "/galleries/{gallery}/pictures/{path+}?view=full", "responseCode": 200},
              "input": {"shape": "GetPictureInput"},
              "output": {"shape": "GetPictureOutput"},
              "errors": [{"shape": "NotFoundException"}, {"shape": "Busy"}],
              "documentation": "<p>Gets a picture.</p><ul><li>Fast</li></ul>"
            },
            "ListPictures": {
              "name": "ListPictures",
              "http": {"method": "POST", "requestUri": "/galleries/{gallery}/list"},
              "input": {"shape": "ListPicturesInput"},
              "output": {"shape": "ListPicturesOutput"},
              "deprecated": true,
              "deprecatedMessage": "Use SearchPictures."
            },
            "PutPicture": {
              "name": "PutPicture",
              "http": {"method": "PUT", "requestUri": "/galleries/{gallery}/pictures"},
              "input": {"shape": "PutPictureInput"},
              "output": {"shape": "PutPictureOutput"},
              "authtype": "v4-unsigned-body",
              "endpoint": {"hostPrefix": "{gallery}.up."},
              "httpChecksumRequired": true
            },
            "Repaint": {
              "name": "Repaint",
              "http": {"method": "PATCH", "requestUri": "/repaint"},
              "input": {"shape": "RepaintInput"},
              "output": {"shape": "Picture"},
              "auth": ["smithy.api#noAuth"],
              "requestcompression": {"encodings": ["gzip"]}
            },
            "Ping": {"name": "Ping", "http": {"method": "HEAD", "requestUri": "/ping"}}
          },
          "shapes": {
            "GetPictureInput": {
              "type": "structure",
              "required": ["gallery", "path"],
              "members": {
                "gallery": {"shape": "GalleryId", "location": "uri", "locationName": "gallery"},
                "path": {"shape": "String", "location": "uri", "locationName": "path"},
                "colors": {"shape": "Colors", "location": "querystring", "locationName": "color"},
                "since": {"shape": "Time", "location": "querystring", "locationName": "since"},
                "extra": {"shape": "StringsByName", "location": "querystring"},
                "trace": {"shape": "String", "location": "header", "locationName": "X-Trace"},
                "labels": {"shape": "Names", "location": "headers", "locationName": "x-label-"}
              }
            },
            "GetPictureOutput": {
              "type": "structure",
              "required": ["picture", "count"],
              "members": {
                "picture": {"shape": "Picture"},
                "count": {"shape": "Integer"},
                "etag": {"shape": "String", "location": "header", "locationName": "ETag"},
                "code": {"shape": "Integer", "location": "statusCode"},
                "frame": {"shape": "Frame"},
                "metadata": {"shape": "Document"}
              }
            },
            "ListPicturesInput": {
              "type": "structure",
              "required": ["gallery"],
              "members": {
                "gallery": {"shape": "GalleryId", "location": "uri", "locationName": "gallery"},
                "token": {"shape": "String"},
                "clientToken": {"shape": "String", "idempotencyToken": true},
                "filter": {"shape": "Frame"}
              }
            },
            "ListPicturesOutput": {
              "type": "structure",
              "members": {
                "pictures": {"shape": "Pictures"},
                "token": {"shape": "String"},
                "more": {"shape": "Boolean"},
                "state": {"shape": "State"}
              }
            },
            "PutPictureInput": {
              "type": "structure",
              "required": ["gallery"],
              "members": {
                "gallery": {"shape": "GalleryId", "location": "uri", "locationName": "gallery", "hostLabel": true},
                "bytes": {"shape": "Bytes"}
              },
              "payload": "bytes"
            },
            "PutPictureOutput": {"type": "structure", "members": {"bytes": {"shape": "Stream"}}, "payload": "bytes"},
            "RepaintInput": {
              "type": "structure",
              "required": ["picture", "amount"],
              "members": {
                "picture": {"shape": "Picture"},
                "amount": {"shape": "Double", "documentation": "How much, 0 < x && x > 1."},
                "old": {"shape": "String", "deprecated": true}
              }
            },
            "Picture": {
              "type": "structure",
              "required": ["id", "color"],
              "members": {
                "id": {"shape": "GalleryId"},
                "color": {"shape": "Color"},
                "secret": {"shape": "Secret"},
                "taken": {"shape": "IsoTime"},
                "size": {"shape": "Long"},
                "ratio": {"shape": "Float"},
                "thumbnail": {"shape": "Bytes"},
                "parts": {"shape": "Pictures"},
                "byName": {"shape": "PicturesByName"},
                "maybe": {"shape": "MaybeNumbers"},
                "note-text": {"shape": "String", "locationName": "note text"}
              }
            },
            "Frame": {"type": "structure", "union": true, "members": {"wood": {"shape": "String"}, "picture": {"shape": "Picture"}, "color": {"shape": "Color"}}},
            "NotFoundException": {
              "type": "structure",
              "members": {"message": {"shape": "String"}, "what": {"shape": "String"}},
              "error": {"httpStatusCode": 404, "senderFault": true},
              "exception": true
            },
            "Busy": {"type": "structure", "members": {"Message": {"shape": "String"}}, "exception": true, "fault": true, "retryable": {"throttling": true}},
            "Pictures": {"type": "list", "member": {"shape": "Picture"}, "max": 100},
            "PicturesByName": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Picture"}},
            "StringsByName": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Strings"}},
            "Names": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
            "Strings": {"type": "list", "member": {"shape": "String"}},
            "Colors": {"type": "list", "member": {"shape": "Color"}},
            "MaybeNumbers": {"type": "list", "member": {"shape": "Integer"}, "sparse": true},
            "Color": {"type": "string", "enum": ["RED", "DARK_BLUE", "light-green", "1BIT"]},
            "State": {"type": "string", "enum": ["READY", "FAILED"]},
            "GalleryId": {"type": "string", "min": 1, "max": 36, "pattern": "[a-z]{1,36}"},
            "Secret": {"type": "string", "sensitive": true},
            "String": {"type": "string"},
            "Integer": {"type": "integer", "box": true, "min": 0},
            "Long": {"type": "long"},
            "Float": {"type": "float"},
            "Double": {"type": "double"},
            "Boolean": {"type": "boolean"},
            "Time": {"type": "timestamp"},
            "IsoTime": {"type": "timestamp", "timestampFormat": "iso8601"},
            "Bytes": {"type": "blob", "max": 1000},
            "Stream": {"type": "blob", "streaming": true},
            "Document": {"type": "structure", "members": {}, "document": true}
          }
        }
        """;

    public const string Paginators = """
        {
          "pagination": {
            "ListPictures": {
              "input_token": "token",
              "output_token": "token",
              "more_results": "more",
              "result_key": "pictures"
            }
          }
        }
        """;

    public const string Waiters = """
        {
          "version": 2,
          "waiters": {
            "PicturesReady": {
              "operation": "ListPictures",
              "delay": 5,
              "maxAttempts": 20,
              "acceptors": [
                {"matcher": "path", "argument": "state", "expected": "READY", "state": "success"},
                {"matcher": "pathAll", "argument": "pictures[].color", "expected": "RED", "state": "success"},
                {"matcher": "pathAny", "argument": "pictures[].parts[].id", "expected": "x", "state": "failure"},
                {"matcher": "status", "expected": 404, "state": "retry"},
                {"matcher": "error", "expected": "Busy", "state": "retry"}
              ]
            }
          }
        }
        """;

    public const string EndpointRules = """
        {
          "version": "1.0",
          "parameters": {
            "Region": {"builtIn": "AWS::Region", "type": "string"},
            "UseFIPS": {"builtIn": "AWS::UseFIPS", "type": "boolean", "default": false},
            "Endpoint": {"builtIn": "SDK::Endpoint", "type": "string"}
          },
          "rules": [
            {
              "conditions": [{"fn": "isSet", "argv": [{"ref": "Endpoint"}]}],
              "endpoint": {"url": {"ref": "Endpoint"}, "properties": {}, "headers": {}},
              "type": "endpoint"
            },
            {
              "conditions": [
                {"fn": "isSet", "argv": [{"ref": "Region"}]},
                {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "Partition"},
                {"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, {"fn": "getAttr", "argv": [{"ref": "Partition"}, "supportsFIPS"]}]}
              ],
              "rules": [
                {
                  "conditions": [{"fn": "stringEquals", "argv": [{"fn": "getAttr", "argv": [{"ref": "Partition"}, "name"]}, "aws-us-gov"]}],
                  "endpoint": {"url": "https://gallery.{Region}.amazonaws.com"},
                  "type": "endpoint"
                },
                {
                  "conditions": [],
                  "endpoint": {
                    "url": "https://gallery-fips.{Region}.{Partition#dnsSuffix}",
                    "properties": {"authSchemes": [{"name": "sigv4", "signingName": "gallery", "signingRegion": "{Region}"}]}
                  },
                  "type": "endpoint"
                }
              ],
              "type": "tree"
            },
            {"conditions": [], "error": "No endpoint.", "type": "error"}
          ]
        }
        """;

    public static IReadOnlyList<ModelText> Files { get; } =
    [
        new("models/gallery/service-2.json", Service) { Service = "Gallery" },
        new("models/gallery/paginators-1.json", Paginators) { Service = "Gallery" },
        new("models/gallery/waiters-2.json", Waiters) { Service = "Gallery" },
        new("models/gallery/endpoint-rule-set-1.json", EndpointRules) { Service = "Gallery" },
    ];
}
