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
/// A shape as the service's model defines it. Like every record of this folder it is immutable and compares by value,
/// because the incremental pipeline decides by comparison what to do again: a new member must compare by value too.
/// </summary>
internal sealed record Shape(string Name, ShapeKind Kind, SourceLocation SourceLocation)
{
    /// <summary>The members of a structure or union, in the order of the model.</summary>
    public EquatableArray<Member> Members { get; init; }

    /// <summary>What a list holds, or the value of a map.</summary>
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

    public Deprecation? Deprecation { get; init; }

    /// <summary>The member that is the whole body, if one is.</summary>
    public string? Payload { get; init; }

    public TimestampFormat? TimestampFormat { get; init; }

    /// <summary>Where members of this shape travel that do not say so themselves; older models write it here.</summary>
    public MemberLocation Location { get; init; }

    /// <summary>The name on the wire of members that do not have one of their own.</summary>
    public string? LocationName { get; init; }

    public Constraints Constraints { get; init; }

    /// <summary>Set for error shapes.</summary>
    public ErrorTrait? Error { get; init; }

    /// <summary>Whether a part of the definition could not be read; nothing may be generated from such a shape.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>What this record cannot say of the shape, as the end of a sentence about it; nothing may be generated from such a shape.</summary>
    public string? Unsupported { get; init; }

    /// <summary>The member of an input whose value stands at a label of the request URI; null when there is none.</summary>
    public Member? FindLabel(string label) => Members.FirstOrDefault(m => m.Location == MemberLocation.Uri && m.WireName == label);

    /// <summary>The member of an input whose value stands at a label of the host prefix; null when there is none.</summary>
    public Member? FindHostLabel(string label) => Members.FirstOrDefault(m => m.IsHostLabel && m.Name == label);

    /// <summary>The shape without places and prose: what two definitions of one shape must agree on.</summary>
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

    /// <summary>The name on the wire, if the model gives one of its own.</summary>
    public string? LocationName { get; init; }

    public string WireName => LocationName ?? Name;

    public string? Documentation { get; init; }

    public bool IsRequired { get; init; }

    public bool IsIdempotencyToken { get; init; }

    public bool IsJsonValue { get; init; }

    public bool IsHostLabel { get; init; }

    /// <summary>The parameter of the endpoint rules that has the member's value; null for most members.</summary>
    public string? ContextParam { get; init; }

    public bool IsStreaming { get; init; }

    public bool IsEventPayload { get; init; }

    public bool IsEventHeader { get; init; }

    public Deprecation? Deprecation { get; init; }

    public TimestampFormat? TimestampFormat { get; init; }

    /// <summary>The known values, where the member gives them and not the string that it targets. Gone once a service is merged.</summary>
    public EquatableArray<string> EnumValues { get; init; }

    /// <summary>What the member says about its known values. Gone once a service is merged.</summary>
    public EquatableArray<EnumValueDocumentation> EnumDocumentation { get; init; }

    public Member WithoutLocations() => this with { SourceLocation = default, Documentation = null, EnumDocumentation = [] };
}

/// <summary>What a value of an enumeration means.</summary>
internal sealed record EnumValueDocumentation(string Value, string Text);

/// <summary>Limits that the service checks; shown in the docs of a member, never checked by the client.</summary>
internal readonly record struct Constraints(string? Min, string? Max, string? Pattern);

internal sealed record Deprecation(string? Message, string? Since);

/// <summary>What makes a structure an error: its code on the wire, its status and whether sending again may help.</summary>
internal sealed record ErrorTrait(string? Code, int? HttpStatusCode, bool IsRetryable, bool IsThrottling);
