using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record OperationUnit(UnitContext Context, OperationPlan Operation) : UnitPlan(Context)
{
    public IReadOnlyList<StructurePlan> Records => [Operation.Request, Operation.Response];
}

internal sealed record OperationPlan(string Name, string HttpMethod, StructurePlan Request, StructurePlan Response)
{
    /// <summary>The name that AWS knows the operation by, for errors and traces.</summary>
    public string ModelName { get; init; } = "";

    /// <summary>The class of the operation.</summary>
    public string Type => Name + "Operation";

    /// <summary>The name of the operation's file.</summary>
    public string File { get; init; } = "";

    public EquatableArray<PathPartPlan> Path { get; init; }

    /// <summary>Parameters that every request carries, percent-encoded.</summary>
    public EquatableArray<string> QueryLiterals { get; init; }

    public AuthPlan Auth { get; init; }

    public bool IsSignedWithSigV4 => Auth == AuthPlan.SigV4;

    /// <summary>Whether a bearer token can take the place of the signature.</summary>
    public bool AcceptsBearerToken { get; init; }

    /// <summary>What goes before the endpoint's host; empty for most operations.</summary>
    public EquatableArray<PathPartPlan> HostPrefix { get; init; }

    public bool IsPayloadUnsigned { get; init; }

    public bool IsChecksumRequired { get; init; }

    public bool IsTreeHashRequired { get; init; }

    public bool CompressesRequest { get; init; }

    /// <summary>Whether the query is sent as the body, an HTML form.</summary>
    public bool SendsQueryAsForm { get; init; }

    public bool StreamsResponse => Response.StreamsBody;

    /// <summary>Whether a request can be signed into a URL: its body must be known beforehand.</summary>
    public bool IsPresignable => Auth == AuthPlan.SigV4 && !Request.StreamsBody;

    public bool SendsEvents => Request.Properties.Any(static p => p.Type is EventStreamType);

    /// <summary>What calls tell the endpoint rules; empty for most operations.</summary>
    public EquatableArray<ContextValuePlan> EndpointContext { get; init; }

    /// <summary>Whether the input has members that travel in a JSON body, set or not.</summary>
    public bool HasJsonBody { get; init; }
}

/// <summary>A parameter of the endpoint rules and an expression, perhaps of <c>input</c>, for its value.</summary>
internal sealed record ContextValuePlan(string Parameter, string Value);

/// <summary>How an operation authenticates: the names of the runtime's AuthType values.</summary>
internal enum AuthPlan
{
    SigV4,
    Bearer,
    None,
}

/// <summary>A piece of the path: encoded text, or the name of the property whose value stands there.</summary>
internal sealed record PathPartPlan(string? Literal, string? Property);
