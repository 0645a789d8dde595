namespace DataZoneGen.Generator.Plan.Units;

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
internal sealed record RegistrationUnit(UnitContext Context) : UnitPlan(Context)
{
    /// <summary>The name of the HTTP client that sends the requests, unique among the clients of an application.</summary>
    public string HttpClientName => Context.Namespace + "." + Context.Names.Client;
}

internal sealed record HeaderPlan(string Name, string Value);
