using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan;

/// <summary>What a few services want of their clients that no model says. AWS's own SDKs have it by hand, too.</summary>
internal static class ServiceCustomizations
{
    /// <summary>Headers that every request has, unless its operation sets them.</summary>
    public static EquatableArray<HeaderPlan> Headers(ServiceMetadata metadata) => metadata.ServiceId switch
    {
        // Answers in another form of JSON unless it is told which.
        "API Gateway" => [new HeaderPlan("accept", "application/json")],
        "Glacier" => [new HeaderPlan("x-amz-glacier-version", metadata.ApiVersion ?? "")],
        _ => [],
    };

    /// <summary>Whether the service wants the body hashed as a tree, unless the caller gives that hash.</summary>
    public static bool IsTreeHashRequired(ServiceMetadata metadata, OperationModel operation) =>
        metadata.ServiceId == "Glacier" && operation.Name is "UploadArchive" or "UploadMultipartPart";
}
