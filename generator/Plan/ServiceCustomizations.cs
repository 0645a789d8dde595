using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan;

/// <summary>Behavior that a few services require but that is not in the models. The AWS SDKs also implement it by hand.</summary>
internal static class ServiceCustomizations
{
    /// <summary>Returns the default headers of every request.</summary>
    public static EquatableArray<HeaderPlan> Headers(ServiceMetadata metadata) => metadata.ServiceId switch
    {
        // Without this header, the responses have a different JSON format.
        "API Gateway" => [new HeaderPlan("accept", "application/json")],
        "Glacier" => [new HeaderPlan("x-amz-glacier-version", metadata.ApiVersion ?? "")],
        _ => [],
    };

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

    /// <summary>Returns whether the service requires the SHA-256 hash and the tree hash of the body, unless the caller sets the hash.</summary>
    public static bool IsTreeHashRequired(ServiceMetadata metadata, OperationModel operation) =>
        metadata.ServiceId == "Glacier" && operation.Name is "UploadArchive" or "UploadMultipartPart";
}
