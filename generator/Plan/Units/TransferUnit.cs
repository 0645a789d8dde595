namespace DataZoneGen.Generator.Plan.Units;

/// <summary>The methods that upload objects in parts.</summary>
internal sealed record UploadUnit(UnitContext Context, UploadPlan Upload) : UnitPlan(Context);

/// <summary>The methods that download objects in ranges.</summary>
internal sealed record DownloadUnit(UnitContext Context, DownloadPlan Download) : UnitPlan(Context);

/// <summary>An upload with the operations of the client. Expressions can use the names of the parameters in the generated class.</summary>
/// <param name="Put">The operation that uploads a whole object.</param>
/// <param name="Create">The operation that creates an upload in parts.</param>
/// <param name="Part">The operation that uploads a part.</param>
/// <param name="Complete">The operation that completes an upload in parts.</param>
/// <param name="Abort">The operation that aborts an upload in parts.</param>
internal sealed record UploadPlan(MethodPlan Put, MethodPlan Create, MethodPlan Part, MethodPlan Complete, MethodPlan Abort)
{
    /// <summary>The overrides of properties that read the request.</summary>
    public EquatableArray<TransferPropertyPlan> Properties { get; init; }

    public EquatableArray<AssignmentPlan> PutRequest { get; init; }

    public EquatableArray<AssignmentPlan> CreateRequest { get; init; }

    public EquatableArray<AssignmentPlan> PartRequest { get; init; }

    public EquatableArray<AssignmentPlan> CompleteRequest { get; init; }

    public EquatableArray<AssignmentPlan> AbortRequest { get; init; }

    /// <summary>The property of the response with the id of an upload.</summary>
    public string UploadId { get; init; } = "";

    public EquatableArray<AssignmentPlan> PartResult { get; init; }

    /// <summary>The response of an upload in one request, from the response to the completion of an upload in parts.</summary>
    public EquatableArray<AssignmentPlan> PutResponse { get; init; }

    /// <summary>An expression for the checksums of <c>response</c>.</summary>
    public string Checksums { get; init; } = "";
}

/// <summary>A download with the operations of the client.</summary>
/// <param name="Get">The operation that returns an object.</param>
internal sealed record DownloadPlan(MethodPlan Get)
{
    /// <summary>A condition that the request selects a part of the object.</summary>
    public string SelectsPart { get; init; } = "";

    public EquatableArray<AssignmentPlan> GetRequest { get; init; }

    public EquatableArray<AssignmentPlan> Content { get; init; }

    /// <summary>The properties that a response without a body changes.</summary>
    public EquatableArray<AssignmentPlan> WithoutBody { get; init; }

    /// <summary>The operation that returns the checksums of an object; null if it is not selected.</summary>
    public MethodPlan? Head { get; init; }

    public EquatableArray<AssignmentPlan> HeadRequest { get; init; }

    /// <summary>An expression for the checksums of <c>response</c>, which Head returned.</summary>
    public string HeadChecksums { get; init; } = "";
}

/// <summary>An override of a property.</summary>
internal sealed record TransferPropertyPlan(string Type, string Name, string Value);

/// <summary>An assignment in an object initializer.</summary>
internal sealed record AssignmentPlan(string Property, string Value);
