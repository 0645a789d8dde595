namespace DataZoneGen.Generator.Tests.Models;

/// <summary>The service of <see cref="Gallery"/>, as Smithy's JSON AST has it. Waiters are left out: the two vocabularies differ in them.</summary>
internal static class SmithyGallery
{
    public const string Model = """
        {
          "smithy": "2.0",
          "shapes": {
            "acme.gallery#Gallery": {
              "type": "service",
              "version": "2024-05-06",
              "operations": [{"target": "acme.gallery#Ping"}, {"target": "acme.gallery#Repaint"}],
              "resources": [{"target": "acme.gallery#PictureResource"}],
              "traits": {
                "aws.api#service": {"sdkId": "Gallery", "endpointPrefix": "gallery", "arnNamespace": "gallery", "docId": "gallery-2024-05-06"},
                "aws.auth#sigv4": {"name": "gallery"},
                "aws.protocols#restJson1": {},
                "smithy.api#title": "Acme Gallery",
                "smithy.api#paginated": {"inputToken": "token", "outputToken": "token"},
                "smithy.rules#endpointRuleSet": ENDPOINT_RULES
              }
            },
            "acme.gallery#PictureResource": {
              "type": "resource",
              "read": {"target": "acme.gallery#GetPicture"},
              "list": {"target": "acme.gallery#ListPictures"},
              "operations": [{"target": "acme.gallery#PutPicture"}]
            },
            "acme.gallery#GetPicture": {
              "type": "operation",
              "input": {"target": "acme.gallery#GetPictureInput"},
              "output": {"target": "acme.gallery#GetPictureOutput"},
              "errors": [{"target": "acme.gallery#NotFoundException"}, {"target": "acme.gallery#Busy"}],
              "traits": {
                "smithy.api#http": {"method": "GET", "uri": "/galleries/{gallery}/pictures/{path+}?view=full", "code": 200},
                "smithy.api#documentation": "<p>Gets a picture.</p><ul><li>Fast</li></ul>"
              }
            },
            "acme.gallery#ListPictures": {
              "type": "operation",
              "input": {"target": "acme.gallery#ListPicturesInput"},
              "output": {"target": "acme.gallery#ListPicturesOutput"},
              "traits": {
                "smithy.api#http": {"method": "POST", "uri": "/galleries/{gallery}/list"},
                "smithy.api#deprecated": {"message": "Use SearchPictures."},
                "smithy.api#paginated": {"items": "pictures"}
              }
            },
            "acme.gallery#PutPicture": {
              "type": "operation",
              "input": {"target": "acme.gallery#PutPictureInput"},
              "output": {"target": "acme.gallery#PutPictureOutput"},
              "traits": {
                "smithy.api#http": {"method": "PUT", "uri": "/galleries/{gallery}/pictures"},
                "aws.auth#unsignedPayload": {},
                "smithy.api#endpoint": {"hostPrefix": "{gallery}.up."},
                "smithy.api#httpChecksumRequired": {}
              }
            },
            "acme.gallery#Repaint": {
              "type": "operation",
              "input": {"target": "acme.gallery#RepaintInput"},
              "output": {"target": "acme.gallery#Picture"},
              "traits": {
                "smithy.api#http": {"method": "PATCH", "uri": "/repaint"},
                "smithy.api#auth": [],
                "smithy.api#requestCompression": {"encodings": ["gzip"]}
              }
            },
            "acme.gallery#Ping": {
              "type": "operation",
              "input": {"target": "smithy.api#Unit"},
              "output": {"target": "smithy.api#Unit"},
              "traits": {"smithy.api#http": {"method": "HEAD", "uri": "/ping"}}
            },
            "acme.gallery#InGallery": {
              "type": "structure",
              "members": {"gallery": {"target": "acme.gallery#GalleryId", "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}}},
              "traits": {"smithy.api#mixin": {}}
            },
            "acme.gallery#GetPictureInput": {
              "type": "structure",
              "mixins": [{"target": "acme.gallery#InGallery"}],
              "members": {
                "path": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}},
                "colors": {"target": "acme.gallery#Colors", "traits": {"smithy.api#httpQuery": "color"}},
                "since": {"target": "smithy.api#Timestamp", "traits": {"smithy.api#httpQuery": "since"}},
                "extra": {"target": "acme.gallery#StringsByName", "traits": {"smithy.api#httpQueryParams": {}}},
                "trace": {"target": "smithy.api#String", "traits": {"smithy.api#httpHeader": "X-Trace"}},
                "labels": {"target": "acme.gallery#Names", "traits": {"smithy.api#httpPrefixHeaders": "x-label-"}}
              }
            },
            "acme.gallery#GetPictureOutput": {
              "type": "structure",
              "members": {
                "picture": {"target": "acme.gallery#Picture", "traits": {"smithy.api#required": {}}},
                "count": {"target": "acme.gallery#Integer", "traits": {"smithy.api#required": {}}},
                "etag": {"target": "smithy.api#String", "traits": {"smithy.api#httpHeader": "ETag"}},
                "code": {"target": "acme.gallery#Integer", "traits": {"smithy.api#httpResponseCode": {}}},
                "frame": {"target": "acme.gallery#Frame"},
                "metadata": {"target": "smithy.api#Document"}
              }
            },
            "acme.gallery#ListPicturesInput": {
              "type": "structure",
              "mixins": [{"target": "acme.gallery#InGallery"}],
              "members": {
                "token": {"target": "smithy.api#String"},
                "clientToken": {"target": "smithy.api#String", "traits": {"smithy.api#idempotencyToken": {}}},
                "filter": {"target": "acme.gallery#Frame"}
              }
            },
            "acme.gallery#ListPicturesOutput": {
              "type": "structure",
              "members": {
                "pictures": {"target": "acme.gallery#Pictures"},
                "token": {"target": "smithy.api#String"},
                "more": {"target": "smithy.api#Boolean"},
                "state": {"target": "acme.gallery#State"}
              }
            },
            "acme.gallery#PutPictureInput": {
              "type": "structure",
              "mixins": [{"target": "acme.gallery#InGallery"}],
              "members": {"bytes": {"target": "acme.gallery#Bytes", "traits": {"smithy.api#httpPayload": {}}}}
            },
            "acme.gallery#PutPictureInput$gallery": {"type": "apply", "traits": {"smithy.api#hostLabel": {}}},
            "acme.gallery#PutPictureOutput": {
              "type": "structure",
              "members": {"bytes": {"target": "acme.gallery#Stream", "traits": {"smithy.api#httpPayload": {}}}}
            },
            "acme.gallery#RepaintInput": {
              "type": "structure",
              "members": {
                "picture": {"target": "acme.gallery#Picture", "traits": {"smithy.api#required": {}}},
                "amount": {"target": "smithy.api#Double", "traits": {"smithy.api#required": {}, "smithy.api#documentation": "How much, 0 < x && x > 1."}},
                "old": {"target": "smithy.api#String", "traits": {"smithy.api#deprecated": {}}}
              }
            },
            "acme.gallery#Picture": {
              "type": "structure",
              "members": {
                "id": {"target": "acme.gallery#GalleryId", "traits": {"smithy.api#required": {}}},
                "color": {"target": "acme.gallery#Color", "traits": {"smithy.api#required": {}}},
                "secret": {"target": "acme.gallery#Secret"},
                "taken": {"target": "acme.gallery#IsoTime"},
                "size": {"target": "smithy.api#Long"},
                "ratio": {"target": "smithy.api#Float"},
                "thumbnail": {"target": "acme.gallery#Bytes"},
                "parts": {"target": "acme.gallery#Pictures"},
                "byName": {"target": "acme.gallery#PicturesByName"},
                "maybe": {"target": "acme.gallery#MaybeNumbers"},
                "note-text": {"target": "smithy.api#String", "traits": {"smithy.api#jsonName": "note text"}}
              }
            },
            "acme.gallery#Frame": {
              "type": "union",
              "members": {"wood": {"target": "smithy.api#String"}, "picture": {"target": "acme.gallery#Picture"}, "color": {"target": "acme.gallery#Color"}}
            },
            "acme.gallery#NotFoundException": {
              "type": "structure",
              "members": {"message": {"target": "smithy.api#String"}, "what": {"target": "smithy.api#String"}},
              "traits": {"smithy.api#error": "client", "smithy.api#httpError": 404}
            },
            "acme.gallery#Busy": {
              "type": "structure",
              "members": {"Message": {"target": "smithy.api#String"}},
              "traits": {"smithy.api#error": "server", "smithy.api#retryable": {"throttling": true}}
            },
            "acme.gallery#Pictures": {"type": "list", "member": {"target": "acme.gallery#Picture"}, "traits": {"smithy.api#length": {"max": 100}}},
            "acme.gallery#PicturesByName": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "acme.gallery#Picture"}},
            "acme.gallery#StringsByName": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "acme.gallery#Strings"}},
            "acme.gallery#Names": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}},
            "acme.gallery#Strings": {"type": "list", "member": {"target": "smithy.api#String"}},
            "acme.gallery#Colors": {"type": "list", "member": {"target": "acme.gallery#Color"}},
            "acme.gallery#MaybeNumbers": {"type": "list", "member": {"target": "acme.gallery#Integer"}, "traits": {"smithy.api#sparse": {}}},
            "acme.gallery#Color": {
              "type": "enum",
              "members": {
                "RED": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "RED"}},
                "DARK_BLUE": {"target": "smithy.api#Unit"},
                "LIGHT": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "light-green"}},
                "BIT": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "1BIT"}}
              }
            },
            "acme.gallery#State": {"type": "string", "traits": {"smithy.api#enum": [{"value": "READY"}, {"value": "FAILED", "name": "FAILED"}]}},
            "acme.gallery#GalleryId": {"type": "string", "traits": {"smithy.api#length": {"min": 1, "max": 36}, "smithy.api#pattern": "^[a-z]{1,36}$"}},
            "acme.gallery#Secret": {"type": "string", "traits": {"smithy.api#sensitive": {}}},
            "acme.gallery#Integer": {"type": "integer", "traits": {"smithy.api#range": {"min": 0}}},
            "acme.gallery#IsoTime": {"type": "timestamp", "traits": {"smithy.api#timestampFormat": "date-time"}},
            "acme.gallery#Bytes": {"type": "blob", "traits": {"smithy.api#length": {"min": 0, "max": 1000}}},
            "acme.gallery#Stream": {"type": "blob", "traits": {"smithy.api#streaming": {}}}
          }
        }
        """;

    public static string Text { get; } = Model.Replace("ENDPOINT_RULES", Gallery.EndpointRules, System.StringComparison.Ordinal);
}
