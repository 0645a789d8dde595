namespace DataZoneGen.Generator.Plan.Units;

/// <summary>The format of bodies: the names of its reader and writer in generated code, which have the same methods in every format.</summary>
/// <param name="Local">The name of the local variables and parameters.</param>
/// <param name="Member">The name of the member of the runtime's message readers and writers.</param>
internal sealed record CodecPlan(string Local, string Member)
{
    public static CodecPlan Json { get; } = new("json", "Json") { EscapesNames = true, HasTimestampFormats = true };

    public static CodecPlan Cbor { get; } = new("cbor", "Cbor");

    public string Reader => CSharpTypes.Wire + Member + "BodyReader";

    public string Writer => CSharpTypes.Wire + Member + "BodyWriter";

    /// <summary>Whether the names of members are written as JSON text.</summary>
    public bool EscapesNames { get; init; }

    /// <summary>Whether timestamps have several formats.</summary>
    public bool HasTimestampFormats { get; init; }
}
