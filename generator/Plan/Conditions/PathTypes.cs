using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <summary>The types of a service for paths: their members, and which types can be compared.</summary>
internal sealed class PathTypes(IEnumerable<StructurePlan> structures, IEnumerable<UnionUnit> unions, IEnumerable<EnumUnit> enums)
{
    public static readonly TypePlan String = new ScalarType(ScalarKind.String, "string", IsValueType: false);
    public static readonly TypePlan Boolean = new ScalarType(ScalarKind.Boolean, "bool", IsValueType: true);
    public static readonly TypePlan Int32 = new ScalarType(ScalarKind.Int32, "int", IsValueType: true);
    public static readonly TypePlan Int64 = new ScalarType(ScalarKind.Int64, "long", IsValueType: true);
    public static readonly TypePlan Double = new ScalarType(ScalarKind.Double, "double", IsValueType: true);

    private readonly Dictionary<string, StructurePlan> _structures = structures.ToDictionary(static s => s.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, UnionUnit> _unions = unions.ToDictionary(static u => u.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, EnumUnit> _enums = enums.ToDictionary(static e => e.Name, StringComparer.Ordinal);

    /// <summary>Adds an operation's request or response, and returns its type.</summary>
    public TypePlan Root(StructurePlan root)
    {
        _structures[root.Name] = root;
        return new WireType(root.Name, "", WireKind.Structure, "");
    }

    /// <summary>Returns the members of a structure or the variants of a union; otherwise, null.</summary>
    public EquatableArray<PropertyPlan>? Members(TypePlan type) => type switch
    {
        WireType { Kind: WireKind.Structure } => _structures[type.CSharp].Properties,
        WireType { Kind: WireKind.Union } => _unions[type.CSharp].Variants,
        _ => null,
    };

    /// <summary>Returns the C# name of an enum value; null if the model does not define it.</summary>
    public string? KnownValue(EnumType type, string value) => _enums[type.CSharp].Values.FirstOrDefault(v => v.Value == value)?.Name;

    public static TypeClass GetTypeClass(TypePlan type) => type switch
    {
        ScalarType { Kind: ScalarKind.String } or EnumType => TypeClass.Text,
        ScalarType { Kind: ScalarKind.Boolean } => TypeClass.Boolean,
        ScalarType { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double } => TypeClass.Number,
        WireType { Kind: WireKind.List } => TypeClass.List,
        WireType => TypeClass.Object,
        _ => TypeClass.Opaque,
    };

    /// <summary>Describes a value of the type in a message, with its article.</summary>
    public static string Describe(TypePlan type) => type switch
    {
        EnumType => "a string (" + type.CSharp + ")",
        TimestampType => "a timestamp",
        ScalarType { Kind: ScalarKind.String } => "a string",
        ScalarType { Kind: ScalarKind.Boolean } => "a boolean",
        ScalarType { Kind: ScalarKind.Document } => "a document",
        ScalarType when GetTypeClass(type) == TypeClass.Number => "a number",
        ScalarType => "binary data",
        WireType { Kind: WireKind.List } => "a list",
        WireType { Kind: WireKind.Map } => "a map",
        EventStreamType => "a stream of events",
        WireType { Kind: WireKind.Union } => "a union (" + type.CSharp + ")",
        _ => "a structure (" + type.CSharp + ")",
    };
}

/// <summary>The JSON types that JMESPath distinguishes.</summary>
internal enum TypeClass
{
    Text,
    Number,
    Boolean,
    List,
    Object,

    /// <summary>Timestamps, binary data and documents, whose wire value cannot be derived from the C# type.</summary>
    Opaque,
}
