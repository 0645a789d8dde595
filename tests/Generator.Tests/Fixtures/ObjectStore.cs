using System;
using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>A service with the operations of S3 that transfers use, and few members.</summary>
internal static class ObjectStore
{
    public const string UploadOperations = "PutObject CreateMultipartUpload UploadPart CompleteMultipartUpload AbortMultipartUpload";

    private const string Target = """ "Bucket": {"shape": "Text", "location": "uri", "locationName": "Bucket"}, "Key": {"shape": "Text", "location": "uri", "locationName": "Key"} """;

    private const string Checksums = """
        "ChecksumCRC32": {"shape": "Text", "location": "header", "locationName": "x-amz-checksum-crc32"},
        "ChecksumSHA256": {"shape": "Text", "location": "header", "locationName": "x-amz-checksum-sha256"}
        """;

    private const string Type = """ "ChecksumType": {"shape": "Type", "location": "header", "locationName": "x-amz-checksum-type"} """;

    private const string Algorithm = """ "ChecksumAlgorithm": {"shape": "Algorithm", "location": "header", "locationName": "x-amz-sdk-checksum-algorithm"} """;

    private const string Common = """
        "Metadata": {"shape": "Texts", "location": "headers", "locationName": "x-amz-meta-"},
        "Number": {"shape": "Long", "location": "header", "locationName": "x-number"}
        """;

    private const string CacheControl = """ "CacheControl": {"shape": "Text", "location": "header", "locationName": "Cache-Control"} """;

    private const string Owner = """ "Owner": {"shape": "Text", "location": "header", "locationName": "x-owner"} """;

    private const string Upload = """ "UploadId": {"shape": "Text", "location": "querystring", "locationName": "uploadId"} """;

    private const string ETag = """ "ETag": {"shape": "Text", "location": "header", "locationName": "ETag"} """;

    private const string Version = """ "VersionId": {"shape": "Text", "location": "header", "locationName": "x-amz-version-id"} """;

    private const string Conditions = """ "IfMatch": {"shape": "Text", "location": "header", "locationName": "If-Match"} """;

    private const string Length = """ "ContentLength": {"shape": "Long", "location": "header", "locationName": "Content-Length"} """;

    private const string Md5 = """ "ContentMD5": {"shape": "Text", "location": "header", "locationName": "Content-MD5"} """;

    private const string Range = """ "Range": {"shape": "Text", "location": "header", "locationName": "Range"} """;

    private const string Mode = """ "ChecksumMode": {"shape": "Mode", "location": "header", "locationName": "x-amz-checksum-mode"} """;

    private const string Body = """ "Body": {"shape": "Stream"} """;

    private const string ContentRange = """ "ContentRange": {"shape": "Text", "location": "header", "locationName": "Content-Range"} """;

    private const string PartNumber = """ "PartNumber": {"shape": "Integer", "location": "querystring", "locationName": "partNumber"} """;

    private const string Completed = """ "MultipartUpload": {"shape": "Completed"}, "MpuObjectSize": {"shape": "Long"} """;

    private static readonly string Service = $$$$"""
        {
          "metadata": {"apiVersion": "2006-03-01", "endpointPrefix": "s3", "protocol": "rest-json", "serviceId": "S3"},
          "operations": {
            "PutObject": {"http": {"method": "PUT", "requestUri": "/{Bucket}/{Key+}"}, "input": {"shape": "PutInput"}, "output": {"shape": "PutOutput"}},
            "CreateMultipartUpload": {"http": {"method": "POST", "requestUri": "/{Bucket}/{Key+}?uploads"}, "input": {"shape": "CreateInput"}, "output": {"shape": "CreateOutput"}},
            "UploadPart": {"http": {"method": "PUT", "requestUri": "/{Bucket}/{Key+}"}, "input": {"shape": "PartInput"}, "output": {"shape": "PartOutput"}},
            "CompleteMultipartUpload": {"http": {"method": "POST", "requestUri": "/{Bucket}/{Key+}"}, "input": {"shape": "CompleteInput"}, "output": {"shape": "CompleteOutput"}},
            "AbortMultipartUpload": {"http": {"method": "DELETE", "requestUri": "/{Bucket}/{Key+}"}, "input": {"shape": "AbortInput"}},
            "GetObject": {"http": {"method": "GET", "requestUri": "/{Bucket}/{Key+}"}, "input": {"shape": "GetInput"}, "output": {"shape": "GetOutput"}},
            "HeadObject": {"http": {"method": "HEAD", "requestUri": "/{Bucket}/{Key+}"}, "input": {"shape": "HeadInput"}, "output": {"shape": "HeadOutput"}}
          },
          "shapes": {
            "Text": {"type": "string"}, "Texts": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}}, "Long": {"type": "long", "box": true},
            "Integer": {"type": "integer", "box": true}, "Stream": {"type": "blob", "streaming": true},
            "Algorithm": {"type": "string", "enum": ["CRC32", "SHA256"]}, "Type": {"type": "string", "enum": ["FULL_OBJECT"]}, "Mode": {"type": "string", "enum": ["ENABLED"]},
            "PutInput": {{{{Structure("Bucket Key", Target, Body, CacheControl, Common, Owner, Length, Md5, Algorithm, Checksums, Conditions)}}}},
            "PutOutput": {{{{Structure("", ETag, Version, Checksums, Type)}}}},
            "CreateInput": {{{{Structure("Bucket Key", Target, CacheControl, Common, Owner, Algorithm, Type)}}}},
            "CreateOutput": {"type": "structure", "members": {"UploadId": {"shape": "Text"}}},
            "PartInput": {{{{Structure("Bucket Key UploadId PartNumber", Target, Body, Owner, Length, Md5, Algorithm, Checksums, Upload, PartNumber)}}}},
            "PartOutput": {{{{Structure("", ETag, Checksums)}}}},
            "CompleteInput": {{{{Structure("Bucket Key UploadId", Target, Owner, Upload, Checksums, Type, Conditions, Completed)}}}},
            "Completed": {"type": "structure", "members": {"Parts": {"shape": "CompletedParts"}}},
            "CompletedParts": {"type": "list", "member": {"shape": "CompletedPart"}},
            "CompletedPart": {"type": "structure", "members": {"ETag": {"shape": "Text"}, "PartNumber": {"shape": "Integer"}, "ChecksumCRC32": {"shape": "Text"}, "ChecksumSHA256": {"shape": "Text"}}},
            "CompleteOutput": {{{{Structure("", ETag, Version, Checksums, Type)}}}},
            "AbortInput": {{{{Structure("Bucket Key UploadId", Target, Owner, Upload)}}}},
            "GetInput": {{{{Structure("Bucket Key", Target, Owner, Range, Conditions, Version, Mode, PartNumber)}}}},
            "GetOutput": {{{{Structure("", Body, ETag, Length, ContentRange, Version, Checksums, Type, CacheControl)}}}},
            "HeadInput": {{{{Structure("Bucket Key", Target, Owner, Range, Conditions, Version, Mode)}}}},
            "HeadOutput": {{{{Structure("", ETag, Length, Checksums, Type)}}}}
          }
        }
        """;

    /// <summary>The files of the service.</summary>
    /// <param name="operations">The selected operations.</param>
    /// <param name="serviceId">The id of the service.</param>
    /// <param name="edit">Changes the model.</param>
    public static ModelText[] Files(string operations = "*", string serviceId = "S3", Func<string, string>? edit = null)
    {
        var model = Service.Replace("\"serviceId\": \"S3\"", "\"serviceId\": \"" + serviceId + "\"", StringComparison.Ordinal);
        return
        [
            new ModelText("models/objects/service-2.json", edit?.Invoke(model) ?? model) { Service = serviceId, Operations = operations },
            new ModelText("models/objects/endpoint-rule-set-1.json", Widgets.EndpointRules) { Service = serviceId, Operations = operations },
        ];
    }

    public static GeneratorTest ToTest(string operations = "*", string serviceId = "S3", Func<string, string>? edit = null)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(Files(operations, serviceId, edit));
        return test;
    }

    private static string Structure(string required, params string[] members) =>
        "{\"type\": \"structure\", \"required\": [" + string.Join(", ", required.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static name => "\"" + name + "\""))
        + "], \"members\": {" + string.Join(", ", members) + "}" + (members.Contains(Body) ? ", \"payload\": \"Body\"" : "") + "}";
}
