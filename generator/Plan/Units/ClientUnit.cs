namespace DataZoneGen.Generator.Plan.Units;

/// <summary>The client, its interface, its options and the description of its service.</summary>
internal sealed record ClientUnit(UnitContext Context) : UnitPlan(Context)
{
    public DocPlan Doc { get; init; } = null!;

    public string SigningName { get; init; } = "";

    /// <summary>An expression for the protocol; null for the default of the runtime.</summary>
    public string? Protocol { get; init; }

    /// <summary>Null if the element is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }

    public EquatableArray<MethodPlan> Methods { get; init; }

    /// <summary>The default headers of every request; empty for most services.</summary>
    public EquatableArray<HeaderPlan> Headers { get; init; }

    /// <summary>The settings that only this service has; empty for most services.</summary>
    public EquatableArray<SettingPlan> Settings { get; init; }

    /// <summary>Whether the endpoint depends on the account id of the credentials.</summary>
    public bool UsesAccountId { get; init; }

    /// <summary>Whether requests to an endpoint of the service have a signature for several regions.</summary>
    public bool UsesMultiRegionSignature { get; init; }

    /// <summary>Whether the payload hash is a header of every signed request.</summary>
    public bool SendsPayloadHash { get; init; }

    /// <summary>Whether the service is S3.</summary>
    public bool IsS3 { get; init; }

    /// <summary>The operation of S3 that creates sessions; null if it is not selected.</summary>
    public SessionPlan? Session { get; init; }

    /// <summary>How clients find the endpoints that the service assigns at run time; null for most services.</summary>
    public EndpointDiscoveryPlan? EndpointDiscovery { get; init; }

    /// <summary>The IAM actions of the operations.</summary>
    public EquatableArray<string> RequiredActions { get; init; }

    /// <summary>The error codes and exceptions of all errors of the selected operations.</summary>
    public EquatableArray<ErrorCasePlan> Errors { get; init; }
}

/// <summary>A property of the client's options that sets a parameter of the endpoint rules.</summary>
internal sealed record SettingPlan(string Name, string Type, string Parameter, DocPlan Doc);

/// <summary>The operation that returns endpoints, and the properties of its response.</summary>
internal sealed record EndpointDiscoveryPlan(OperationPlan Operation, string Endpoints, string Address, string CachePeriod);

/// <summary>The operation that creates sessions, and the properties of its request and response.</summary>
internal sealed record SessionPlan(OperationPlan Operation, string Bucket, string Credentials, string AccessKeyId, string SecretAccessKey, string SessionToken, string Expiration);

/// <summary>The methods that register the client in a service collection. They are generated only if the project references the HTTP client factory.</summary>
internal sealed record RegistrationUnit(UnitContext Context) : UnitPlan(Context)
{
    /// <summary>The name of the HTTP client that sends the requests, unique among the clients of an application.</summary>
    public string HttpClientName => Context.Namespace + "." + Context.Names.Client;

    public override bool NeedsHttpFactory => true;
}

internal sealed record HeaderPlan(string Name, string Value);
