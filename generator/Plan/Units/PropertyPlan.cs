namespace DataZoneGen.Generator.Plan.Units;

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

    /// <summary>Whether System.Text.Json leaves the property out; a required one it cannot.</summary>
    public bool IsIgnoredByJson => IsStream && !IsRequired;

    /// <summary>Whether the value is an error, as a variant of an event stream may be.</summary>
    public bool IsError => Type is ExceptionType;

    /// <summary>The expression that initializes the property; null for none.</summary>
    public string? Initializer => IsRequired ? null : Default ?? Empty;
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
