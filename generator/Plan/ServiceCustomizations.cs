using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;

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

    /// <summary>What a required member of an input is unless the caller sets it; null for all but a few.</summary>
    public static string? DefaultOf(ServiceMetadata metadata, Member member) => metadata.ServiceId switch
    {
        // The account that the credentials belong to.
        "Glacier" when member is { Name: "accountId", Location: MemberLocation.Uri } => "-",
        _ => null,
    };

    /// <summary>Whether the service is sent the query of a GET as the form of a POST, since it may be longer than a URL can be.</summary>
    public static bool SendsQueryAsForm(ServiceMetadata metadata, OperationModel operation) =>
        metadata.ServiceId == "CloudSearch Domain" && operation is { Name: "Search", Method: "GET" };

    /// <summary>Whether the service wants the body hashed, plainly and as a tree, unless the caller gives the hash.</summary>
    public static bool IsTreeHashRequired(ServiceMetadata metadata, OperationModel operation) =>
        metadata.ServiceId == "Glacier" && operation.Name is "UploadArchive" or "UploadMultipartPart";
}
