using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan;

/// <summary>Behavior that a few services require but that is not in the models. The AWS SDKs also implement it by hand.</summary>
internal static class ServiceCustomizations
{
    /// <summary>The operation of S3 that creates sessions for directory buckets.</summary>
    public const string SessionOperation = "CreateSession";

    /// <summary>The attributes of messages in queues. The member with their checksum has the prefix <c>MD5Of</c>.</summary>
    private static readonly string[] MessageAttributes = ["MessageAttributes", "MessageSystemAttributes"];

    /// <summary>Returns the default headers of every request.</summary>
    public static EquatableArray<HeaderPlan> Headers(ServiceMetadata metadata) => metadata.ServiceId switch
    {
        // Without this header, the responses have a different JSON format.
        "API Gateway" => [new HeaderPlan("accept", "application/json")],
        "Glacier" => [new HeaderPlan("x-amz-glacier-version", metadata.ApiVersion ?? "")],
        _ => [],
    };

    /// <summary>Returns whether the root of XML error responses is an element around the error. Clients accept both.</summary>
    public static bool WrapsErrors(ServiceMetadata metadata) => !IsS3(metadata);

    /// <summary>Returns the default value of a required input member; null for most members.</summary>
    public static string? DefaultOf(ServiceMetadata metadata, Member member) => metadata.ServiceId switch
    {
        // The account of the credentials.
        "Glacier" when member is { Name: "accountId", Location: MemberLocation.Uri } => "-",
        _ => null,
    };

    /// <summary>Returns whether the query of a GET is sent as the form of a POST, because it may be too long for a URL.</summary>
    public static bool SendsQueryAsForm(ServiceMetadata metadata, OperationModel operation) =>
        metadata.ServiceId == "CloudSearch Domain" && operation is { Name: "Search", Method: "GET" };

    /// <summary>Returns whether the payload hash is a header of every signed request. The signature is that of S3.</summary>
    public static bool SendsPayloadHash(ServiceMetadata metadata) => IsS3(metadata) || metadata.ServiceId == "S3 Control";

    /// <summary>Returns whether the service is S3, whose clients follow redirects of buckets and know several kinds of buckets.</summary>
    public static bool IsS3(ServiceMetadata metadata) => metadata.ServiceId == "S3";

    /// <summary>Returns the operation with constant endpoint parameters beyond those of its model.</summary>
    public static OperationModel Complete(ServiceMetadata metadata, OperationModel operation) =>
        // The caller asks for the region of the bucket, so that it is not known yet. S3 accepts another region only if the bucket is in the path.
        IsS3(metadata) && operation.Name == "GetBucketLocation"
            ? operation with { StaticContextParams = operation.StaticContextParams.Append(new RuleField("ForcePathStyle", new BooleanExpression(true))).ToEquatableArray() }
            : operation;

    /// <summary>Returns whether the service requires the SHA-256 hash and the tree hash of the body, unless the caller sets the hash.</summary>
    public static bool IsTreeHashRequired(ServiceMetadata metadata, OperationModel operation) =>
        metadata.ServiceId == "Glacier" && operation.Name is "UploadArchive" or "UploadMultipartPart";

    /// <summary>Returns whether the root element of the response is the output's only member. Only Smithy models say it.</summary>
    public static bool IsOutputUnwrapped(ServiceMetadata metadata, OperationModel operation) =>
        metadata.ServiceId == "S3" && operation.Name == "GetBucketLocation";

    /// <summary>Returns whether an error is transient, although the model does not say it.</summary>
    public static bool IsTransient(ServiceMetadata metadata, Shape error) => metadata.ServiceId == "STS" && error.Error?.Code == "IDPCommunicationError";

    /// <summary>Returns whether the service stores objects with the operations of S3, so that they can be uploaded and downloaded in parts.</summary>
    public static bool HasTransfers(ServiceMetadata metadata) => IsS3(metadata);

    /// <summary>Plans the comparison of messages with their checksums, which the AWS SDKs make for queues; returns null for most operations.</summary>
    /// <param name="metadata">The metadata of the service.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="structures">The structures of the service.</param>
    public static MessageCheckPlan? PlanMessageCheck(ServiceMetadata metadata, OperationPlan operation, IReadOnlyCollection<StructurePlan> structures)
    {
        if (metadata.ServiceId != "SQS")
        {
            return null;
        }

        var (request, response) = (operation.Request, operation.Response);
        return operation.ModelName switch
        {
            "SendMessage" => PlanMessageCheck(request, response, "MessageBody", "MD5OfMessageBody", structures),
            "SendMessageBatch" when FindItems(request, "Entries", structures) is var (entries, entry)
                && FindItems(response, "Successful", structures) is var (results, result)
                && (FindName(entry, "Id"), FindName(result, "Id")) is ({ } key, { } sameKey) && key == sameKey
                => PlanMessageCheck(entry, result, "MessageBody", "MD5OfMessageBody", structures) is { } check
                    ? check with { Sent = entries, Returned = results, Key = key }
                    : null,
            "ReceiveMessage" when FindItems(response, "Messages", structures) is var (messages, message)
                => PlanMessageCheck(message, message, "Body", "MD5OfBody", structures) is { } check ? check with { Returned = messages } : null,
            _ => null,
        };
    }

    private static MessageCheckPlan? PlanMessageCheck(
        StructurePlan message, StructurePlan checksums, string body, string bodyMd5, IReadOnlyCollection<StructurePlan> structures) =>
        (FindName(checksums, "MessageId"), FindName(message, body), FindName(checksums, bodyMd5)) is ({ } id, { } bodyName, { } md5)
            ? new MessageCheckPlan(id, bodyName, md5)
            {
                Attributes = MessageAttributes
                    .Select(attributes => PlanAttributeCheck(message, checksums, attributes, structures))
                    .OfType<AttributeCheckPlan>()
                    .ToEquatableArray(),
            }
            : null;

    private static AttributeCheckPlan? PlanAttributeCheck(
        StructurePlan message, StructurePlan checksums, string attributes, IReadOnlyCollection<StructurePlan> structures) =>
        FindName(checksums, "MD5Of" + attributes) is { } md5
        && FindName(message, attributes) is { } name
        && FindItems(message, attributes, structures) is var (_, value)
        && (FindName(value, "DataType"), FindName(value, "StringValue"), FindName(value, "BinaryValue")) is ({ } type, { } text, { } binary)
            ? new AttributeCheckPlan(name, md5, type, text, binary)
            : null;

    private static string? FindName(StructurePlan structure, string member) => structure.Find(member)?.Name;

    /// <summary>Finds a list or a map of structures, and the structure.</summary>
    private static (string Name, StructurePlan Item)? FindItems(StructurePlan structure, string member, IReadOnlyCollection<StructurePlan> structures) =>
        structure.Find(member) is { Type: WireType { Element: WireType element } } items
        && structures.FirstOrDefault(s => s.Wire == element.Wire) is { } item
            ? (items.IsNullable ? items.Name + " ?? []" : items.Name, item)
            : null;
}
