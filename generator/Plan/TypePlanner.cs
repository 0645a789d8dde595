using System.Collections.Generic;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan;

/// <summary>Plans the C# types of members.</summary>
/// <param name="shapes">The shapes of the service.</param>
/// <param name="names">The C# names of the shapes.</param>
/// <param name="typeNamespace">The namespace of the types.</param>
/// <param name="timestampFormat">The format of timestamps in bodies that have no format in the model.</param>
internal sealed class TypePlanner(ShapeTable shapes, NameTable names, string typeNamespace, TimestampFormat timestampFormat)
{
    public TypePlan TypeOf(Member member)
    {
        var shape = shapes[member.Shape];
        return shape.Kind switch
        {
            ShapeKind.Structure when shape.IsEventStream => new EventStreamType(names.OfShape(shape.Name), names.WireOfShape(shape.Name)),
            ShapeKind.Structure when shape.IsDocument => Scalar(ScalarKind.Document),
            ShapeKind.Structure when shape.IsUnion => UnionType(shape),
            ShapeKind.Structure => StructureType(shape),
            ShapeKind.List => ListType(shape, member.Location),
            ShapeKind.Map => MapType(shape, member.Location),
            ShapeKind.String when shape.EnumValues.Count > 0 => new EnumType(names.OfShape(shape.Name), names.WireOfShape(shape.Name)),
            ShapeKind.String => Scalar(ScalarKind.String),
            ShapeKind.Boolean => Scalar(ScalarKind.Boolean),
            ShapeKind.Integer => Scalar(ScalarKind.Int32),
            ShapeKind.Long => Scalar(ScalarKind.Int64),
            ShapeKind.Float => Scalar(ScalarKind.Single),
            ShapeKind.Double => Scalar(ScalarKind.Double),
            ShapeKind.Timestamp => new TimestampType(member.GetTimestampFormat(shape, timestampFormat).ToString()),
            _ => Scalar(shape.IsStreaming || member.IsStreaming ? ScalarKind.Stream : ScalarKind.Blob),
        };
    }

    /// <summary>Returns an expression for the empty value of a type; null for its default value.</summary>
    public static string? EmptyOf(TypePlan type) => type switch
    {
        ScalarType { Kind: ScalarKind.String } => "\"\"",
        ScalarType { Kind: ScalarKind.Stream } => CSharpTypes.Stream + ".Null",
        TimestampType => CSharpTypes.DateTimeOffset + ".UnixEpoch",
        EventStreamType stream => CSharpTypes.Wire + "Events.Empty<" + stream.Union + ">()",
        WireType wire => wire.Empty,
        _ => null,
    };

    /// <summary>Returns the type of an error among events, which is an exception instead of a structure.</summary>
    public ExceptionType ExceptionOf(Member member) => new(names.OfError(member.Shape), names.WireOfError(member.Shape));

    /// <summary>Plans a list. The default format of timestamps in it depends on the location of the list.</summary>
    public WireType ListType(Shape shape, MemberLocation location)
    {
        var element = TypeOf(shape.Element! with { Location = location });
        return new WireType(ListOf(element.CSharp, shape.IsSparse), names.WireOfShape(shape.Name), WireKind.List, "[]")
        {
            Element = element,
            IsSparse = shape.IsSparse,
        };
    }

    public WireType MapType(Shape shape, MemberLocation location)
    {
        var value = TypeOf(shape.Element! with { Location = location });
        var arguments = MapArguments(value.CSharp, shape.IsSparse);
        return new WireType(
            CSharpTypes.ReadOnlyDictionary + arguments, names.WireOfShape(shape.Name), WireKind.Map, CSharpTypes.EmptyDictionary + arguments + ".Empty")
        {
            Element = value,
            IsSparse = shape.IsSparse,
        };
    }

    /// <summary>The C# type as it is named where members hide types of these names.</summary>
    public string NameInside(TypePlan type, ISet<string> hidden) => type switch
    {
        WireType { Kind: WireKind.List, Element: { } element } list => ListOf(NameInside(element, hidden), list.IsSparse),
        WireType { Kind: WireKind.Map, Element: { } value } map => CSharpTypes.ReadOnlyDictionary + MapArguments(NameInside(value, hidden), map.IsSparse),
        _ => hidden.Contains(type.CSharp) ? "global::" + typeNamespace + "." + type.CSharp : type.CSharp,
    };

    private static string ListOf(string element, bool isSparse) => CSharpTypes.ReadOnlyList + "<" + element + (isSparse ? "?>" : ">");

    private static string MapArguments(string value, bool isSparse) => "<string, " + value + (isSparse ? "?>" : ">");

    private WireType StructureType(Shape shape)
    {
        var wire = names.WireOfShape(shape.Name);
        return new WireType(names.OfShape(shape.Name), wire, WireKind.Structure, wire + ".Empty");
    }

    private WireType UnionType(Shape shape)
    {
        var name = names.OfShape(shape.Name);
        return new WireType(name, names.WireOfShape(shape.Name), WireKind.Union, "new " + name + ".Unknown(\"\")");
    }

    private static ScalarType Scalar(ScalarKind kind) => Scalars[kind];

    private static readonly Dictionary<ScalarKind, ScalarType> Scalars = new()
    {
        [ScalarKind.String] = new(ScalarKind.String, "string", IsValueType: false),
        [ScalarKind.Boolean] = new(ScalarKind.Boolean, "bool", IsValueType: true),
        [ScalarKind.Int32] = new(ScalarKind.Int32, "int", IsValueType: true),
        [ScalarKind.Int64] = new(ScalarKind.Int64, "long", IsValueType: true),
        [ScalarKind.Single] = new(ScalarKind.Single, "float", IsValueType: true),
        [ScalarKind.Double] = new(ScalarKind.Double, "double", IsValueType: true),
        [ScalarKind.Blob] = new(ScalarKind.Blob, CSharpTypes.ReadOnlyMemoryOfByte, IsValueType: true),
        [ScalarKind.Stream] = new(ScalarKind.Stream, CSharpTypes.Stream, IsValueType: false),
        [ScalarKind.Document] = new(ScalarKind.Document, CSharpTypes.JsonElement, IsValueType: true),
    };
}
