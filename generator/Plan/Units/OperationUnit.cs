using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record OperationUnit(UnitContext Context, OperationPlan Operation) : UnitPlan(Context)
{
    public IReadOnlyList<StructurePlan> Records => [Operation.Request, Operation.Response];
}

/// <summary>An operation and its bindings. <paramref name="HttpMethod"/> is an expression.</summary>
internal sealed record OperationPlan(string Name, string HttpMethod, StructurePlan Request, StructurePlan Response)
{
    /// <summary>The name of the operation in the model, for errors and traces.</summary>
    public string ModelName { get; init; } = "";

    /// <summary>The class of the operation.</summary>
    public string Type => Name + "Operation";

    /// <summary>The name of the operation's file.</summary>
    public string File { get; init; } = "";

    public EquatableArray<PathPartPlan> Path { get; init; }

    /// <summary>The property whose value is a part of the endpoint instead of the first label of the path; null for most operations.</summary>
    public PropertyPlan? EndpointLabel { get; init; }

    /// <summary>The constant query parameters of every request, percent-encoded.</summary>
    public EquatableArray<string> QueryLiterals { get; init; }

    public AuthPlan Auth { get; init; }

    public bool IsSignedWithSigV4 => Auth == AuthPlan.SigV4;

    /// <summary>Whether the operation also accepts a bearer token instead of a signature.</summary>
    public bool AcceptsBearerToken { get; init; }

    /// <summary>The prefix of the endpoint's host name; empty for most operations.</summary>
    public EquatableArray<PathPartPlan> HostPrefix { get; init; }

    public bool IsPayloadUnsigned { get; init; }

    /// <summary>Whether the request must have an MD5 checksum.</summary>
    public bool IsChecksumRequired { get; init; }

    /// <summary>The checksums of the bodies; null for most operations.</summary>
    public ChecksumPlan? Checksum { get; init; }

    public bool IsTreeHashRequired { get; init; }

    public bool CompressesRequest { get; init; }

    /// <summary>Whether the query is sent as an HTML form in the body.</summary>
    public bool SendsQueryAsForm { get; init; }

    /// <summary>Whether the client asks the service for the endpoint of the operation.</summary>
    public bool DiscoversEndpoint { get; init; }

    public bool StreamsResponse => Response.StreamsBody;

    /// <summary>Whether the signature of a presigned URL does not cover the body.</summary>
    public bool IsPresignedWithoutBody { get; init; }

    /// <summary>Whether a presigned URL can be created. The body must be known in advance, unless the signature does not cover it.</summary>
    public bool IsPresignable => Auth == AuthPlan.SigV4 && (!Request.StreamsBody || IsPresignedWithoutBody) && !SendsEvents;

    public bool SendsEvents => Request.Properties.Any(static p => p.Type is EventStreamType);

    /// <summary>The parameters that calls set for the endpoint rules; empty for most operations.</summary>
    public EquatableArray<ContextValuePlan> EndpointContext { get; init; }

    /// <summary>The comparison of messages with their checksums; null for most operations.</summary>
    public MessageCheckPlan? MessageCheck { get; init; }

    /// <summary>The constant headers of the operation; empty for most protocols.</summary>
    public EquatableArray<HeaderPlan> Headers { get; init; }

    /// <summary>Whether the request has a body with members of the input.</summary>
    public bool HasBody { get; init; }

    /// <summary>The root element of the body; null if the format has none.</summary>
    public ElementPlan? Root { get; init; }

    /// <summary>The action and the version of the API that start the form; null for other formats.</summary>
    public ActionPlan? Action { get; init; }

    /// <summary>The element around the output in the response; null if it is the root.</summary>
    public string? ResultWrapper { get; init; }

    /// <summary>Whether the root of the response is the value of the only member in the body.</summary>
    public bool IsOutputUnwrapped { get; init; }
}

/// <summary>The checksums of an operation's bodies.</summary>
/// <param name="AlgorithmHeader">The header with the algorithm of the request; null if requests have no checksum.</param>
/// <param name="IsRequired">Whether the service requires the checksum of the request.</param>
/// <param name="ModeHeader">The header that asks for the checksum of the response; null if there is none.</param>
/// <param name="ResponseAlgorithms">The algorithms that the response may have.</param>
internal sealed record ChecksumPlan(string? AlgorithmHeader, bool IsRequired, string? ModeHeader, EquatableArray<string> ResponseAlgorithms);

/// <summary>The operation and the version of the API in a form, percent-encoded.</summary>
internal sealed record ActionPlan(string Name, string Version);

/// <summary>A parameter of the endpoint rules and an expression for its value, which can use <c>input</c>.</summary>
internal sealed record ContextValuePlan(string Parameter, string Value);

/// <summary>The authentication of an operation. The names are those of the runtime's AuthType.</summary>
internal enum AuthPlan
{
    SigV4,
    Bearer,
    None,
}

/// <summary>A part of the path or of the host prefix: text as it is sent, or the property whose value stands there.</summary>
internal sealed record PathPartPlan(string? Literal, PropertyPlan? Property)
{
    /// <summary>Whether the value may be of several segments.</summary>
    public bool IsGreedy { get; init; }

    /// <summary>Whether the value is the name of an object, which may have dot segments.</summary>
    public bool IsObjectKey { get; init; }
}
