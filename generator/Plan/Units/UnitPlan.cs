namespace DataZoneGen.Generator.Plan.Units;

/// <summary>
/// The complete data for one type or method group; shapes are not needed after this stage. Each unit is one unit of work of the incremental
/// pipeline, so that an edit of one shape regenerates only its files.
/// </summary>
internal abstract record UnitPlan(UnitContext Context)
{
    /// <summary>Whether the files are generated only if the project references the HTTP client factory.</summary>
    public virtual bool NeedsHttpFactory => false;

    /// <summary>Whether the files are generated only if the project references DataZoneGen.Testing.</summary>
    public virtual bool NeedsTesting => false;
}

/// <summary>The data that all files of a service share.</summary>
internal sealed record UnitContext(string Namespace, bool IsPublic, string ServiceId, string ApiVersion)
{
    public string Access => IsPublic ? "public" : "internal";

    /// <summary>The names of the client's own types.</summary>
    public ClientNames Names { get; init; } = null!;

    /// <summary>The format of the bodies that are read.</summary>
    public CodecPlan Reading { get; init; } = CodecPlan.Json;

    /// <summary>The format of the bodies that are written.</summary>
    public CodecPlan Writing { get; init; } = CodecPlan.Json;

    public string HintName(string file) => HintFolder + "/" + file + ".g.cs";

    /// <summary>Whether any part of the service is deprecated. Generated code uses it anyway.</summary>
    public bool HasDeprecations { get; init; }

    /// <summary>Whether any part of the service is experimental. Generated code uses it anyway.</summary>
    public bool HasExperimentalParts { get; init; }

    /// <summary>The folder of the service's files.</summary>
    public string HintFolder { get; init; } = "";
}

internal sealed record ClientNames(string Client, string Interface, string Extensions, string Options, string Service, string Endpoints, string BaseException)
{
    /// <summary>The class that registers the client in a service collection.</summary>
    public string Registration { get; init; } = "";
}
