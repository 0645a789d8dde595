namespace DataZoneGen.Generator.Plan.Units;

/// <summary>The C# type and the wire format of a value. <see cref="CSharp"/> is the type without <c>?</c>.</summary>
internal abstract record TypePlan(string CSharp, bool IsValueType);

/// <summary>A type for which the runtime's JSON reader and writer have a method.</summary>
internal sealed record ScalarType(ScalarKind Kind, string CSharp, bool IsValueType) : TypePlan(CSharp, IsValueType);

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Single,
    Double,
    Blob,
    Document,
    Stream,
}

/// <summary>A timestamp. <see cref="Format"/> is the name of its TimestampFormat in the runtime.</summary>
internal sealed record TimestampType(string Format) : TypePlan(CSharpTypes.DateTimeOffset, IsValueType: true);

/// <summary>An enum shape: a generated struct with the wire value.</summary>
internal sealed record EnumType(string CSharp, string Wire) : TypePlan(CSharp, IsValueType: true);

/// <summary>A structure, union, list or map. <see cref="Wire"/> is the name of the generated class that reads and writes it.</summary>
internal sealed record WireType(string CSharp, string Wire, WireKind Kind, string Empty) : TypePlan(CSharp, IsValueType: false)
{
    /// <summary>The type of a list element or map value.</summary>
    public TypePlan? Element { get; init; }

    /// <summary>Whether the list or map may contain nulls.</summary>
    public bool IsSparse { get; init; }
}

/// <summary>An event stream. Each event is a variant of a generated union. <see cref="Wire"/> is the name of the class that reads and writes them.</summary>
internal sealed record EventStreamType(string Union, string Wire) : TypePlan(CSharpTypes.AsyncEnumerable + "<" + Union + ">", IsValueType: false)
{
    /// <summary>Whether an exception of the stream is written as an event, as services do.</summary>
    public bool WritesErrors { get; init; }
}

/// <summary>An error that is sent as an event. <see cref="Wire"/> is the name of the class that writes the exception.</summary>
internal sealed record ExceptionType(string CSharp, string Wire) : TypePlan(CSharp, IsValueType: false);

internal enum WireKind
{
    Structure,
    Union,
    List,
    Map,
}
