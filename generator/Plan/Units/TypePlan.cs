namespace DataZoneGen.Generator.Plan.Units;

/// <summary>How a value looks in C# and how it gets onto the wire and back. <see cref="CSharp"/> is the type without a <c>?</c>.</summary>
internal abstract record TypePlan(string CSharp, bool IsValueType);

/// <summary>A type that the runtime's JSON reader and writer know by a method of their own.</summary>
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

/// <summary>An instant; <see cref="Format"/> is the name of the runtime's TimestampFormat value it is written in.</summary>
internal sealed record TimestampType(string Format) : TypePlan(CSharpTypes.DateTimeOffset, IsValueType: true);

/// <summary>An enumeration: a generated struct around the string on the wire.</summary>
internal sealed record EnumType(string CSharp, string Wire) : TypePlan(CSharp, IsValueType: true);

/// <summary>A structure, union, list or map: <see cref="Wire"/> names the generated class that reads and writes it.</summary>
internal sealed record WireType(string CSharp, string Wire, WireKind Kind, string Empty) : TypePlan(CSharp, IsValueType: false)
{
    /// <summary>The element of a list or the value of a map, for bindings that spread it.</summary>
    public TypePlan? Element { get; init; }

    /// <summary>Whether the list or map may hold nulls.</summary>
    public bool IsSparse { get; init; }
}

/// <summary>A stream of events, each of them a variant of a generated union: <see cref="Wire"/> names the class that reads and writes them.</summary>
internal sealed record EventStreamType(string Union, string Wire) : TypePlan(CSharpTypes.AsyncEnumerable + "<" + Union + ">", IsValueType: false);

/// <summary>An error as an event that is sent: <see cref="Wire"/> names the class that writes the exception.</summary>
internal sealed record ExceptionType(string CSharp, string Wire) : TypePlan(CSharp, IsValueType: false);

internal enum WireKind
{
    Structure,
    Union,
    List,
    Map,
}
