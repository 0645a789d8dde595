using System.Linq;

namespace DataZoneGen.Generator.Plan;

/// <summary>
/// Everything one generated file needs, ready to be written: no shape is looked up after this. One unit is one unit of
/// work for the incremental pipeline, so an edit of one shape writes one file anew.
/// </summary>
internal abstract record UnitPlan(UnitContext Context);

/// <summary>What all files of a service share.</summary>
internal sealed record UnitContext(string Namespace, bool IsPublic, string ServiceId, string ApiVersion)
{
    public string Access => IsPublic ? "public" : "internal";

    /// <summary>The names of the client's own types.</summary>
    public ClientNames Names { get; init; } = null!;

    public string HintName(string file) => HintFolder + "/" + file + ".g.cs";

    /// <summary>Whether anything of the service is deprecated, which generated code must use all the same.</summary>
    public bool HasDeprecations { get; init; }

    /// <summary>The folder that a service's files appear in.</summary>
    public string HintFolder { get; init; } = "";
}

internal sealed record ClientNames(string Client, string Interface, string Extensions, string Options, string Service, string Endpoints, string BaseException)
{
    /// <summary>The class that adds the client to the services of an application.</summary>
    public string Registration { get; init; } = "";
}

/// <summary>Paragraphs and lists of XML documentation, ready to be written; the summary is a paragraph.</summary>
internal sealed record DocPlan(string Summary, EquatableArray<string> Remarks);

/// <summary>A property of a structure and the way of its value to the wire and back.</summary>
internal sealed record PropertyPlan(string Name, string WireName, TypePlan Type, DocPlan Doc)
{
    /// <summary>The member's name in the model, which paths of waiters and paginators use.</summary>
    public string Member { get; init; } = "";

    /// <summary>The name of a local variable that holds the value.</summary>
    public string Local { get; init; } = "";

    public PropertyBinding Binding { get; init; }

    /// <summary>Whether the C# type carries a <c>?</c>.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the property carries the <c>required</c> modifier.</summary>
    public bool IsRequired { get; init; }

    public bool IsIdempotencyToken { get; init; }

    /// <summary>Whether the string, or each string of the list, holds JSON, which travels in headers as base64.</summary>
    public bool IsJsonValue { get; init; }

    /// <summary>Whether a stream that is sent must have a known length.</summary>
    public bool RequiresLength { get; init; }

    /// <summary>Where the member travels when its structure is an event.</summary>
    public EventPart EventPart { get; init; }

    /// <summary>The type of a whole number in an event's header where the wire has a smaller one than C#: <c>Byte</c> or <c>Int16</c>.</summary>
    public string? SmallHeader { get; init; }

    /// <summary>Whether the value is secret, or anything in it if it is a list or map.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The message of <c>[Obsolete]</c>, empty for none given; null when the member is not deprecated.</summary>
    public string? Obsolete { get; init; }

    /// <summary>What stands in the property when the wire has nothing, as an expression; null for the type's default or null.</summary>
    public string? Empty { get; init; }

    /// <summary>What is sent unless the caller sets the property, as an expression; null for most.</summary>
    public string? Default { get; init; }

    public string CSharpType => IsNullable ? Type.CSharp + "?" : Type.CSharp;

    public bool IsCollection => Type is WireType { Kind: WireKind.List or WireKind.Map };

    public bool IsStream => Type is ScalarType { Kind: ScalarKind.Stream } or EventStreamType;
}

internal enum PropertyBinding
{
    Body,
    Label,
    GreedyLabel,
    Query,
    Header,
    PrefixHeaders,
    StatusCode,
    Payload,
}

internal enum EventPart
{
    Body,
    Header,
    Payload,
}

internal sealed record StructurePlan(string Name, DocPlan Doc)
{
    public EquatableArray<PropertyPlan> Properties { get; init; }

    public bool IsResponse { get; init; }

    public bool StreamsBody => Properties.Any(static p => p.IsStream);

    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }

    public bool IsReadAsEvent { get; init; }

    public bool IsWrittenAsEvent { get; init; }

    /// <summary>The class that reads and writes the structure; null for requests and responses, whose operation does it.</summary>
    public string? Wire { get; init; }

    /// <summary>Whether all of the structure is secret, whatever its members say.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether something must be able to make an empty instance, for a required member that the wire lacks.</summary>
    public bool NeedsEmpty { get; init; }

    public string? Obsolete { get; init; }
}

internal sealed record StructureUnit(UnitContext Context, StructurePlan Structure) : UnitPlan(Context);

internal sealed record EnumUnit(UnitContext Context, string Name, string Wire, DocPlan Doc, EquatableArray<EnumValuePlan> Values, bool IsRead) : UnitPlan(Context)
{
    /// <summary>The C# enum that lists the known values.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The message of <c>[Obsolete]</c>, empty for none given; null when the shape is not deprecated.</summary>
    public string? Obsolete { get; init; }
}

internal sealed record EnumValuePlan(string Name, string Value);

internal sealed record UnionUnit(UnitContext Context, string Name, string Wire, DocPlan Doc, EquatableArray<PropertyPlan> Variants) : UnitPlan(Context)
{
    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }

    public bool IsSensitive { get; init; }

    /// <summary>The message of <c>[Obsolete]</c>, empty for none given; null when the shape is not deprecated.</summary>
    public string? Obsolete { get; init; }
}

/// <summary>A stream of events: the union of its events, which travel one by one, and the errors that end it.</summary>
internal sealed record EventStreamUnit(UnionUnit Union, EquatableArray<ErrorCasePlan> Errors) : UnitPlan(Union.Context);

/// <summary>A list or map: no type of its own, only the class that reads and writes it.</summary>
internal sealed record CollectionUnit(UnitContext Context, WireType Type, TypePlan Element, bool IsSparse) : UnitPlan(Context)
{
    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }
}

internal sealed record ErrorUnit(UnitContext Context, ErrorPlan Error) : UnitPlan(Context);

internal sealed record ErrorPlan(string Name, string Code, DocPlan Doc, EquatableArray<PropertyPlan> Properties, ModeledRetry Retry, string Wire)
{
    /// <summary>Whether it may be sent, as an event.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The wire name of the member that is the exception's message, if there is one.</summary>
    public string? MessageName { get; init; }

    /// <summary>The message of <c>[Obsolete]</c>, empty for none given; null when the shape is not deprecated.</summary>
    public string? Obsolete { get; init; }
}

internal enum ModeledRetry
{
    None,
    Transient,
    Throttling,
}

internal sealed record OperationUnit(UnitContext Context, OperationPlan Operation) : UnitPlan(Context);

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

/// <summary>The client, its interface, its options and the description of its service.</summary>
internal sealed record ClientUnit(UnitContext Context) : UnitPlan(Context)
{
    public DocPlan Doc { get; init; } = null!;

    public string SigningName { get; init; } = "";

    /// <summary>The message of <c>[Obsolete]</c>, empty for none given; null when the service is not deprecated.</summary>
    public string? Obsolete { get; init; }

    public EquatableArray<MethodPlan> Methods { get; init; }

    /// <summary>Headers that every request has unless its operation sets them; none for most services.</summary>
    public EquatableArray<HeaderPlan> Headers { get; init; }

    /// <summary>The service's own settings; none for most services.</summary>
    public EquatableArray<SettingPlan> Settings { get; init; }

    /// <summary>Wire code and exception of every error that a selected operation may raise.</summary>
    public EquatableArray<ErrorCasePlan> Errors { get; init; }
}

/// <summary>A property of the client's options that tells the endpoint rules the value of a parameter.</summary>
internal sealed record SettingPlan(string Name, string Type, string Parameter, DocPlan Doc);

/// <summary>What adds the client to the services of an application; only written where the project has the HTTP client factory.</summary>
internal sealed record RegistrationUnit(UnitContext Context) : UnitPlan(Context);

internal sealed record HeaderPlan(string Name, string Value);

internal sealed record ErrorCasePlan(string Code, string Type, string? Wire);

internal sealed record MethodPlan(string Operation, DocPlan Doc)
{
    public string Request => Operation + "Request";

    public string Response => Operation + "Response";

    /// <summary>The properties that an overload takes one by one; empty when the input is not that simple.</summary>
    public EquatableArray<ParameterPlan> Parameters { get; init; }

    public bool IsPresignable { get; init; }

    /// <summary>Exception type and the sentence that says when it is raised.</summary>
    public EquatableArray<ThrownPlan> Throws { get; init; }

    public string? Obsolete { get; init; }
}

internal sealed record ParameterPlan(string Name, string Type, string Property, string Summary);

internal sealed record ThrownPlan(string Type, string When);

internal sealed record PaginatorUnit(UnitContext Context, EquatableArray<PaginatorPlan> Paginators) : UnitPlan(Context);

internal sealed record PaginatorPlan(MethodPlan Method)
{
    /// <summary>Request property and response expression (of <c>page</c>) of each token.</summary>
    public EquatableArray<TokenPlan> Tokens { get; init; }

    /// <summary>An expression of <c>page</c> that says whether more pages follow, where the model has one.</summary>
    public string? HasMore { get; init; }

    /// <summary>An expression of <c>page</c> for its items; null when the items cannot be given one by one.</summary>
    public string? Items { get; init; }

    public string? ItemType { get; init; }
}

internal sealed record TokenPlan(string RequestProperty, string Type, string Next)
{
    /// <summary>The pattern of a token that stands for another page, where the token is no string.</summary>
    public string Given { get; init; } = "not null";

    /// <summary>What turns the token into the value of the request property.</summary>
    public string Value { get; init; } = "";
}

internal sealed record WaiterUnit(UnitContext Context, WaiterPlan Waiter) : UnitPlan(Context);

internal sealed record WaiterPlan(string Name, DocPlan Doc, MethodPlan Method, int Delay, int MaxAttempts)
{
    public string Type => Name + "Waiter";

    /// <summary>The longest delay in seconds, where the model has one.</summary>
    public int? MaxDelay { get; init; }

    /// <summary>Whether an error may be what is waited for, so that there may be no response to return.</summary>
    public bool SucceedsOnError { get; init; }

    public EquatableArray<AcceptorPlan> ResponseAcceptors { get; init; }

    public EquatableArray<AcceptorPlan> ErrorAcceptors { get; init; }
}

/// <summary>A condition on <c>response</c> or <c>error</c>, and the name of the WaiterState it leads to.</summary>
internal sealed record AcceptorPlan(string Condition, string State);

internal sealed record WaiterMethodsUnit(UnitContext Context, EquatableArray<WaiterPlan> Waiters) : UnitPlan(Context);

internal sealed record EndpointUnit(UnitContext Context, EquatableArray<EndpointLocalPlan> Locals, EquatableArray<EndpointRulePlan> Rules) : UnitPlan(Context)
{
    /// <summary>Rules that were moved out, because one method would be too long for its readers and the compiler.</summary>
    public EquatableArray<EndpointMethodPlan> Methods { get; init; }
}

/// <summary>Rules as a method of their own.</summary>
internal sealed record EndpointMethodPlan(string Name, string Parameters, EquatableArray<EndpointRulePlan> Rules);

/// <summary>A parameter of the rules as a local variable.</summary>
internal sealed record EndpointLocalPlan(string Declaration);

/// <summary>One rule: its condition (null when it always holds) and either what it does or the rules below it.</summary>
internal sealed record EndpointRulePlan(string? Condition, string? Statement, EquatableArray<EndpointRulePlan> Rules)
{
    /// <summary>The rule and all below it.</summary>
    public int Count => 1 + Rules.Sum(static rule => rule.Count);
}
