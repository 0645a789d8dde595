namespace DataZoneGen.Generator.Plan.Units;

/// <summary>A unit of a fake: the service's side of the operations, for tests.</summary>
internal abstract record FakeUnitPlan(UnitContext Context) : UnitPlan(Context)
{
    public override bool NeedsTesting => true;
}

/// <summary>The fake and its extension methods, which tests use.</summary>
internal sealed record FakeUnit(UnitContext Context, FakeNames Names) : FakeUnitPlan(Context)
{
    /// <summary>Null if the service is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }

    public EquatableArray<MethodPlan> Methods { get; init; }
}

/// <summary>The description of the service for the fake, and its errors.</summary>
internal sealed record FakeServiceUnit(UnitContext Context, FakeNames Names) : FakeUnitPlan(Context)
{
    public string SigningName { get; init; } = "";

    /// <summary>An expression for the protocol.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The classes of the operations.</summary>
    public EquatableArray<string> Operations { get; init; }

    public EquatableArray<FakeErrorPlan> Errors { get; init; }
}

/// <summary>An operation as the service sees it.</summary>
internal sealed record FakeOperationUnit(UnitContext Context, FakeNames Names, FakeOperationPlan Operation) : FakeUnitPlan(Context);

/// <summary>The code that reads and writes the bodies of the fake, in one file.</summary>
internal sealed record FakeBodiesUnit(UnitContext Context, FakeNames Names) : FakeUnitPlan(Context)
{
    public EquatableArray<StructurePlan> Structures { get; init; }

    public EquatableArray<UnionUnit> Unions { get; init; }

    public EquatableArray<EventStreamUnit> EventStreams { get; init; }

    public EquatableArray<EnumUnit> Enums { get; init; }

    public EquatableArray<CollectionPlan> Collections { get; init; }

    public EquatableArray<FakeErrorPlan> Errors { get; init; }

    public bool IsEmpty =>
        Structures.Count == 0 && Unions.Count == 0 && EventStreams.Count == 0 && Enums.Count == 0 && Collections.Count == 0 && Errors.Count == 0;
}

/// <summary>The names of the types of a fake.</summary>
/// <param name="Fake">The fake.</param>
/// <param name="Extensions">The class of its extension methods.</param>
/// <param name="Service">The class that describes the service.</param>
/// <param name="Validation">The class that validates requests.</param>
/// <param name="WireNamespace">The namespace of the code that reads and writes messages.</param>
/// <param name="Subject">The name of the service in names of methods.</param>
internal sealed record FakeNames(string Fake, string Extensions, string Service, string Validation, string WireNamespace, string Subject);

/// <summary>An operation whose request is read and whose response is written.</summary>
/// <param name="Type">The class of the operation.</param>
/// <param name="ModelName">The name of the operation in the model.</param>
/// <param name="Request">The request. Its names are those that clients send.</param>
/// <param name="Response">The response. Its names are those that clients read.</param>
internal sealed record FakeOperationPlan(string Type, string ModelName, StructurePlan Request, StructurePlan Response)
{
    /// <summary>The name of the operation's file in the client.</summary>
    public string File { get; init; } = "";

    public string HttpMethod { get; init; } = "";

    /// <summary>The path of the model, with labels in braces.</summary>
    public string Path { get; init; } = "";

    /// <summary>The constant query parameters of every request.</summary>
    public EquatableArray<string> QueryLiterals { get; init; }

    /// <summary>The first label of the path, if clients put its value into the host; null for most operations.</summary>
    public string? EndpointLabel { get; init; }

    /// <summary>Whether the query is the form in the body.</summary>
    public bool IsQueryInBody { get; init; }

    /// <summary>The status code of successful responses; null for 200.</summary>
    public int? SuccessStatusCode { get; init; }

    /// <summary>Whether the response has a body with members of the output.</summary>
    public bool HasResponseBody { get; init; }

    /// <summary>The element with the members of the output; null if the format has none.</summary>
    public ElementPlan? Root { get; init; }

    /// <summary>Whether the protocol begins and ends the object with the members of the output.</summary>
    public bool IsResponseBegun { get; init; }

    /// <summary>Whether the root of the response is the value of the only member in the body.</summary>
    public bool IsOutputUnwrapped { get; init; }

    /// <summary>The names of query parameters that every request has, which tell operations with the same path apart.</summary>
    public EquatableArray<string> RequiredQuery { get; init; }

    /// <inheritdoc cref="RequiredQuery"/>
    public EquatableArray<string> RequiredHeaders { get; init; }

    /// <summary>The wire names of sensitive members of the request and the response; an empty name if a whole body is sensitive.</summary>
    public EquatableArray<string> SensitiveNames { get; init; }

    /// <summary>The method that validates the request; null if the model has no constraints for it.</summary>
    public string? Validator { get; init; }

    /// <summary>The wire names of the idempotency tokens of the request.</summary>
    public EquatableArray<string> TokenNames { get; init; }
}

/// <summary>An error that is written as a response, as an event, or read from an event.</summary>
/// <param name="Error">The error.</param>
/// <param name="StatusCode">The HTTP status code.</param>
internal sealed record FakeErrorPlan(ErrorPlan Error, int StatusCode)
{
    /// <summary>Whether the error can be an event in a stream of a request.</summary>
    public bool IsRead { get; init; }

    /// <summary>The name of a variable for the exception.</summary>
    public string Local { get; init; } = "";

    /// <summary>The code of a service that used the AWS query protocol before; null for most errors.</summary>
    public string? QueryCode { get; init; }
}
