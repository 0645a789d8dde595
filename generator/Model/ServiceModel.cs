using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;

namespace DataZoneGen.Generator.Model;

/// <summary>
/// An AWS service, merged from all of its model files. It contains no C# names.
/// </summary>
internal sealed record ServiceModel(ServiceMetadata Metadata)
{
    /// <summary>Sorted by name.</summary>
    public EquatableArray<OperationModel> Operations { get; init; }

    /// <summary>Sorted by name.</summary>
    public EquatableArray<Shape> Shapes { get; init; }

    /// <summary>Sorted by operation.</summary>
    public EquatableArray<PaginatorModel> Paginators { get; init; }

    /// <summary>Sorted by name.</summary>
    public EquatableArray<WaiterModel> Waiters { get; init; }

    public EndpointRuleSet? EndpointRules { get; init; }

    /// <summary>The parameters of the endpoint rules that are settings of the service's clients.</summary>
    public EquatableArray<ClientContextParam> ClientContextParams { get; init; }

    /// <summary>The items that request this service, in the order of the project; at least one.</summary>
    public EquatableArray<ServiceRequest> Requests { get; init; }

    /// <summary>The root namespace of the project; empty if it has none.</summary>
    public string RootNamespace { get; init; } = "";
}

/// <summary>An item that requests the service, and the operations in the files of the item.</summary>
internal sealed record ServiceRequest(ServiceItem Item, EquatableArray<string> Operations);

internal sealed record ServiceMetadata(string ServiceId, SourceLocation SourceLocation)
{
    public EquatableArray<ServiceProtocol> Protocols { get; init; }

    /// <summary>The service's name in the addresses of operations, for protocols that do not bind operations to URIs.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>Whether the service used the AWS query protocol before, and still sends its error codes.</summary>
    public bool IsQueryCompatible { get; init; }

    public string? ServiceFullName { get; init; }

    public string? SigningName { get; init; }

    public string? EndpointPrefix { get; init; }

    public string? ApiVersion { get; init; }

    /// <summary>The authentication schemes of all operations that name none themselves, best first; empty for the usual signature.</summary>
    public EquatableArray<AuthScheme> Auth { get; init; }

    /// <summary>The namespace of the root elements that have no own namespace; null if there is none.</summary>
    public XmlNamespace? XmlNamespace { get; init; }

    public Deprecation? Deprecation { get; init; }

    /// <inheritdoc cref="Shape.IsUnstable"/>
    public bool IsUnstable { get; init; }

    /// <summary>The service and version in links to the AWS documentation, such as <c>datazone-2018-05-10</c>.</summary>
    public string? Uid { get; init; }
}

internal sealed record OperationModel(string Name, SourceLocation SourceLocation) : IModelDefinition<OperationModel>
{
    public string Method { get; init; } = "POST";

    public UriTemplate Uri { get; init; } = UriTemplate.Root;

    /// <summary>The status code of successful responses; null for 200.</summary>
    public int? SuccessStatusCode { get; init => field = value == 200 ? null : value; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    /// <summary>The payload member, if it is specified in the reference to the input instead of in the input.</summary>
    public string? InputPayload { get; init; }

    /// <inheritdoc cref="InputPayload"/>
    public string? OutputPayload { get; init; }

    /// <summary>The name of the root element of an XML request; null for the name of the input's shape.</summary>
    public string? InputName { get; init; }

    /// <summary>The namespace of the root element of an XML request; null for that of the input's shape.</summary>
    public XmlNamespace? InputNamespace { get; init; }

    /// <summary>The name of the element with the output in responses of the AWS query protocol; null for the operation's name with <c>Result</c>.</summary>
    public string? ResultWrapper { get; init; }

    /// <summary>Whether the root element of an XML response is the value of the only member in the body, instead of an element around it.</summary>
    public bool IsOutputUnwrapped { get; init; }

    /// <summary>Names of the error shapes, in the order of the model.</summary>
    public EquatableArray<string> Errors { get; init; }

    public string? Documentation { get; init; }

    public Deprecation? Deprecation { get; init; }

    /// <inheritdoc cref="Shape.IsUnstable"/>
    public bool IsUnstable { get; init; }

    /// <summary>The operation's own authentication schemes, best first; empty for those of its service.</summary>
    public EquatableArray<AuthScheme> Auth { get; init; }

    public bool IsUnsignedPayload { get; init; }

    /// <summary>What goes before the host of the endpoint; empty for most operations.</summary>
    public EquatableArray<UriPart> HostPrefix { get; init; }

    /// <summary>Whether the request must have an MD5 checksum, unless <see cref="Checksum"/> has other algorithms.</summary>
    public bool IsChecksumRequired { get; init; }

    /// <summary>The checksums of the bodies; null for most operations.</summary>
    public ChecksumModel? Checksum { get; init; }

    public EquatableArray<string> RequestCompression { get; init; }

    /// <summary>The constant endpoint parameters of the operation.</summary>
    public EquatableArray<RuleField> StaticContextParams { get; init; }

    /// <summary>The endpoint parameters that paths read from the input.</summary>
    public EquatableArray<ContextPath> OperationContextParams { get; init; }

    /// <summary>Whether the service assigns the endpoint of the operation at run time, and whether the rules give one that works, too.</summary>
    public EndpointDiscovery EndpointDiscovery { get; init; }

    /// <summary>Whether the operation returns the endpoints that the service assigns.</summary>
    public bool IsEndpointOperation { get; init; }

    /// <summary>Whether a part of the definition could not be read.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>An unsupported feature of the HTTP bindings, which matters in protocols that have them; null if there is none.</summary>
    public string? UnsupportedBinding { get; init; }

    public OperationModel WithoutLocations() => this with { SourceLocation = default, Documentation = null };
}

/// <summary>Whether a client asks the service for the endpoint of an operation before it calls the operation.</summary>
internal enum EndpointDiscovery
{
    None,
    Optional,
    Required,
}

/// <summary>A paginator: the paths of its members, as in the paginators file.</summary>
internal sealed record PaginatorModel(string Operation, SourceLocation SourceLocation) : IModelDefinition<PaginatorModel>
{
    // A paginator has the name of its operation.
    string IModelDefinition<PaginatorModel>.Name => Operation;

    public EquatableArray<string> InputTokens { get; init; }

    public EquatableArray<string> OutputTokens { get; init; }

    public EquatableArray<string> ResultKeys { get; init; }

    public string? MoreResults { get; init; }

    public PaginatorModel WithoutLocations() => this with { SourceLocation = default };
}

/// <summary>A waiter in the waiters-2 vocabulary. <see cref="Delay"/> is in seconds.</summary>
internal sealed record WaiterModel(string Name, SourceLocation SourceLocation) : IModelDefinition<WaiterModel>
{
    public string Operation { get; init; } = "";

    public string? Documentation { get; init; }

    public int Delay { get; init; }

    /// <summary>The maximum delay in seconds, which only Smithy models have.</summary>
    public int? MaxDelay { get; init; }

    public int MaxAttempts { get; init; }

    public EquatableArray<AcceptorModel> Acceptors { get; init; }

    public WaiterModel WithoutLocations() => this with
    {
        SourceLocation = default,
        Documentation = null,
        Acceptors = Acceptors.Select(static a => a with { SourceLocation = default }).ToEquatableArray(),
    };
}

/// <summary>A rule of a waiter. Rules are evaluated in order. The matcher is <c>path</c>, <c>pathAll</c>, <c>pathAny</c>, <c>status</c> or <c>error</c>.</summary>
internal sealed record AcceptorModel(string Matcher, string? Argument, ExpectedValue Expected, string State, SourceLocation SourceLocation);

/// <summary>The expected value of an acceptor with its JSON type, because <c>true</c> and <c>"true"</c> are different.</summary>
internal readonly record struct ExpectedValue(ExpectedKind Kind, string Text);

internal enum ExpectedKind
{
    String,
    Number,
    Boolean,
}
