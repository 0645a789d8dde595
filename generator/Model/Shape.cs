using System.Linq;
using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.Model;

internal enum ShapeKind
{
    Structure,
    List,
    Map,
    String,
    Boolean,
    Integer,
    Long,
    Float,
    Double,
    Timestamp,
    Blob,
}

/// <summary>
/// A shape of a service model. Like every record in this folder, it is immutable and compares by value, because the incremental pipeline
/// compares records to decide which steps run again. New members must compare by value too.
/// </summary>
internal sealed record Shape(string Name, ShapeKind Kind, SourceLocation SourceLocation) : IModelDefinition<Shape>
{
    /// <summary>The members of a structure or union, in the order of the model.</summary>
    public EquatableArray<Member> Members { get; init; }

    /// <summary>The element of a list, or the value of a map.</summary>
    public Member? Element { get; init; }

    /// <summary>The key of a map.</summary>
    public Member? Key { get; init; }

    /// <summary>The known values of a string enumeration; empty for any other string.</summary>
    public EquatableArray<string> EnumValues { get; init; }

    /// <summary>What the model says about some of the known values.</summary>
    public EquatableArray<EnumValueDocumentation> EnumDocumentation { get; init; }

    public string? Documentation { get; init; }

    public bool IsUnion { get; init; }

    public bool IsDocument { get; init; }

    /// <summary>Whether a list or map may hold nulls.</summary>
    public bool IsSparse { get; init; }

    public bool IsSensitive { get; init; }

    public bool IsStreaming { get; init; }

    /// <summary>Whether a stream that is sent must have a known length.</summary>
    public bool RequiresLength { get; init; }

    public bool IsEventStream { get; init; }

    /// <summary>Whether the items of the list or the entries of the map follow each other in XML and forms, without an element around them.</summary>
    public bool IsFlattened { get; init; }

    /// <summary>The namespace of elements with the shape; null if there is none.</summary>
    public XmlNamespace? XmlNamespace { get; init; }

    public Deprecation? Deprecation { get; init; }

    /// <summary>Whether the model says that the shape may change. C2J models cannot say it.</summary>
    public bool IsUnstable { get; init; }

    /// <summary>The known values that are deprecated or unstable. C2J models have none.</summary>
    public EquatableArray<EnumValueStability> EnumStability { get; init; }

    /// <summary>The name of the payload member; null if there is none.</summary>
    public string? Payload { get; init; }

    public TimestampFormat? TimestampFormat { get; init; }

    /// <summary>The default location of members of this shape; older models specify it here.</summary>
    public MemberLocation Location { get; init; }

    /// <summary>The default wire name of members of this shape.</summary>
    public string? LocationName { get; init; }

    public Constraints Constraints { get; init; }

    /// <summary>The error trait; null if the shape is not an error.</summary>
    public ErrorTrait? Error { get; init; }

    /// <summary>Whether a part of the definition could not be read. No code is generated for such a shape.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>An unsupported feature of the shape, as the predicate of a sentence; null if there is none. No code is generated for an unsupported shape.</summary>
    public string? Unsupported { get; init; }

    /// <summary>The member of an input whose value stands at a label of the request URI; null when there is none.</summary>
    public Member? FindLabel(string label) => Members.FirstOrDefault(m => m.Location == MemberLocation.Uri && m.WireName == label);

    /// <summary>The member of an input whose value stands at a label of the host prefix; null when there is none.</summary>
    public Member? FindHostLabel(string label) => Members.FirstOrDefault(m => m.IsHostLabel && m.Name == label);

    /// <summary>Returns the shape without locations and documentation, for comparing two definitions.</summary>
    public Shape WithoutLocations() => this with
    {
        SourceLocation = default,
        Documentation = null,
        EnumDocumentation = [],
        Members = Members.Select(static m => m.WithoutLocations()).ToEquatableArray(),
        Element = Element?.WithoutLocations(),
        Key = Key?.WithoutLocations(),
    };
}

internal enum MemberLocation
{
    Body,
    Uri,
    Query,
    Header,
    PrefixHeaders,
    StatusCode,
}

/// <summary>A member of a structure or union, the element of a list, or the key or value of a map.</summary>
internal sealed record Member(string Name, string Shape, SourceLocation SourceLocation)
{
    public MemberLocation Location { get; init; }

    /// <summary>The wire name; null if it is the same as the name.</summary>
    public string? LocationName { get; init; }

    public string WireName => LocationName ?? Name;

    /// <summary>The wire name, or the prefix of headers, which is empty unless the model has one.</summary>
    public string BoundName => LocationName ?? (Location == MemberLocation.PrefixHeaders ? "" : Name);

    /// <summary>The name in requests of the EC2 query protocol, if it differs from the wire name.</summary>
    public string? QueryName { get; init; }

    /// <inheritdoc cref="Model.Shape.IsFlattened"/>
    public bool IsFlattened { get; init; }

    /// <summary>Whether the member is an attribute of the XML element.</summary>
    public bool IsXmlAttribute { get; init; }

    /// <summary>The member's own XML namespace; null for that of its shape.</summary>
    public XmlNamespace? XmlNamespace { get; init; }

    public string? Documentation { get; init; }

    public bool IsRequired { get; init; }

    public bool IsIdempotencyToken { get; init; }

    public bool IsJsonValue { get; init; }

    public bool IsHostLabel { get; init; }

    /// <summary>The parameter of the endpoint rules that the member sets; null for most members.</summary>
    public string? ContextParam { get; init; }

    /// <summary>Whether the endpoint that the service assigns depends on the value.</summary>
    public bool IsEndpointDiscoveryId { get; init; }

    public bool IsStreaming { get; init; }

    public bool IsEventPayload { get; init; }

    public bool IsEventHeader { get; init; }

    public Deprecation? Deprecation { get; init; }

    /// <inheritdoc cref="Model.Shape.IsUnstable"/>
    public bool IsUnstable { get; init; }

    public TimestampFormat? TimestampFormat { get; init; }

    /// <summary>The known values, if the member specifies them instead of its target. They are moved to the target when a service is merged.</summary>
    public EquatableArray<string> EnumValues { get; init; }

    /// <summary>What the member says about its known values. Gone once a service is merged.</summary>
    public EquatableArray<EnumValueDocumentation> EnumDocumentation { get; init; }

    /// <summary>Returns the format of a timestamp.</summary>
    /// <param name="target">The shape of the member.</param>
    /// <param name="bodyFormat">The format in bodies, which depends on the protocol.</param>
    public TimestampFormat GetTimestampFormat(Shape target, TimestampFormat bodyFormat) => TimestampFormat ?? target.TimestampFormat ?? Location switch
    {
        MemberLocation.Header => Model.TimestampFormat.HttpDate,
        MemberLocation.Query or MemberLocation.Uri => Model.TimestampFormat.Iso8601,
        _ => bodyFormat,
    };

    public Member WithoutLocations() => this with { SourceLocation = default, Documentation = null, EnumDocumentation = [] };
}

/// <summary>What a value of an enumeration means.</summary>
internal sealed record EnumValueDocumentation(string Value, string Text);

/// <summary>A value of an enumeration that is deprecated or unstable.</summary>
internal sealed record EnumValueStability(string Value, Deprecation? Deprecation, bool IsUnstable);

/// <summary>Constraints that the service checks. They are in the documentation of a member; the client does not check them.</summary>
internal readonly record struct Constraints(string? Min, string? Max, string? Pattern);

internal sealed record Deprecation(string? Message, string? Since);

/// <summary>The error trait of a structure: its error code, its HTTP status code, and whether the error is retryable.</summary>
internal sealed record ErrorTrait(string? Code, int? HttpStatusCode, bool IsRetryable, bool IsThrottling);
