namespace DataZoneGen.Generator.Plan.Units;

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
