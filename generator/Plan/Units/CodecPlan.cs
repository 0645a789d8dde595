namespace DataZoneGen.Generator.Plan.Units;

/// <summary>A format of bodies: the names of its reader and writer in generated code, which have the same methods in every format.</summary>
/// <param name="Local">The name of the local variables and parameters.</param>
/// <param name="Member">The name of the member of the runtime's message readers and writers.</param>
internal sealed record CodecPlan(string Local, string Member)
{
    public static CodecPlan Json { get; } = new("json", "Json") { EscapesNames = true, HasTimestampFormats = true, HasTypeMember = true };

    public static CodecPlan Cbor { get; } = new("cbor", "Cbor") { HasTypeMember = true };

    public static CodecPlan Xml { get; } = new("xml", "Xml") { HasTimestampFormats = true, HasElements = true };

    /// <summary>HTML forms. Only fakes read them.</summary>
    public static CodecPlan Form { get; } = new("form", "Form") { HasTimestampFormats = true, ReaderNamespace = CSharpTypes.TestingWire };

    public string Reader => ReaderNamespace + Member + "BodyReader";

    public string Writer => CSharpTypes.Wire + Member + "BodyWriter";

    /// <summary>Whether the names of members are written as JSON text.</summary>
    public bool EscapesNames { get; init; }

    /// <summary>Whether timestamps have several formats.</summary>
    public bool HasTimestampFormats { get; init; }

    /// <summary>Whether the objects of unions can have the member <c>__type</c>, which is not a variant.</summary>
    public bool HasTypeMember { get; init; }

    /// <summary>
    /// Whether bodies and values are elements with names. A request without members in the body then has no body, instead of an empty object, and a flattened list is
    /// several members.
    /// </summary>
    public bool HasElements { get; init; }

    private string ReaderNamespace { get; init; } = CSharpTypes.Wire;
}
