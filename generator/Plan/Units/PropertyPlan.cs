namespace DataZoneGen.Generator.Plan.Units;

/// <summary>A property of a structure and its wire format.</summary>
internal sealed record PropertyPlan(string Name, string WireName, TypePlan Type, DocPlan Doc)
{
    /// <summary>The name of the member in the model, which the paths of waiters and paginators use.</summary>
    public string Member { get; init; } = "";

    /// <summary>The name as HTTP has it: of headers and their prefixes in lower case, of query parameters percent-encoded; empty elsewhere.</summary>
    public string HttpName { get; init; } = "";

    /// <summary>The name in the bodies of requests, if it differs from the name in those of responses.</summary>
    public string? SentName { get; init; }

    /// <summary>Whether the items or entries follow each other among the members, without an element around them.</summary>
    public bool IsFlattened { get; init; }

    /// <summary>Whether the value is an attribute of the XML element.</summary>
    public bool IsAttribute { get; init; }

    /// <summary>The namespace that the XML element declares; null if there is none.</summary>
    public NamespacePlan? Namespace { get; init; }

    /// <summary>The type of a union's variant as it is named inside the union, where variants hide types of their names; empty elsewhere.</summary>
    public string TypeInUnion { get; init; } = "";

    /// <summary>The name of a local variable that holds the value.</summary>
    public string Local { get; init; } = "";

    public PropertyBinding Binding { get; init; }

    /// <summary>Whether the C# type has a <c>?</c>.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the property has the <c>required</c> modifier.</summary>
    public bool IsRequired { get; init; }

    public bool IsIdempotencyToken { get; init; }

    /// <summary>Whether the string, or each string of the list, is JSON, which is base64-encoded in headers.</summary>
    public bool IsJsonValue { get; init; }

    /// <summary>Whether a stream that is sent must have a known length.</summary>
    public bool RequiresLength { get; init; }

    /// <summary>The place of the member in an event.</summary>
    public EventPart EventPart { get; init; }

    /// <summary>The type of an integer in an event header if it is smaller than the C# type: <c>Byte</c> or <c>Int16</c>.</summary>
    public string? SmallHeader { get; init; }

    /// <summary>Whether the value, or a value in the list or map, is sensitive.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Null if the element is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }

    /// <summary>An expression for the value of the property if it is missing from the response; null for the default value of its type.</summary>
    public string? Empty { get; init; }

    /// <summary>Whether <see cref="Empty"/> reports that the member is missing, so that it is evaluated only if it is.</summary>
    public bool ReportsMissing { get; init; }

    /// <summary>An expression for the default value that is sent; null for most properties.</summary>
    public string? Default { get; init; }

    public string CSharpType => IsNullable ? Type.CSharp + "?" : Type.CSharp;

    public bool IsCollection => Type is WireType { Kind: WireKind.List or WireKind.Map };

    public bool IsStream => Type is ScalarType { Kind: ScalarKind.Stream } or EventStreamType;

    /// <summary>Whether System.Text.Json ignores the property. It cannot ignore a required property.</summary>
    public bool IsIgnoredByJson => IsStream && !IsRequired;

    /// <summary>Whether the value is an error, which a variant of an event stream can be.</summary>
    public bool IsError => Type is ExceptionType;

    /// <summary>The expression that initializes the property; null if there is none.</summary>
    public string? Initializer => IsRequired ? null : Default ?? Empty;
}

internal enum PropertyBinding
{
    Body,
    Label,
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
