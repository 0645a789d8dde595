using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.ModelLocks;

/// <summary>
/// Describes the types of members. Lists, maps and scalars have no name here, as in C#: <c>list&lt;string&gt;</c>, <c>timestamp(Iso8601)</c>. Models in
/// different formats name them differently. All other types are the names of shapes.
/// </summary>
internal sealed class TypeText(ShapeTable shapes, TimestampFormat timestampFormat, bool hasElementNames)
{
    public string Describe(Member member)
    {
        var shape = shapes[member.Shape];
        return shape.Kind switch
        {
            ShapeKind.Structure when shape.IsDocument => "document",
            ShapeKind.Structure when shape.IsEventStream => "events<" + shape.Name + ">",
            ShapeKind.Structure => shape.Name,
            ShapeKind.List => "list<" + NameOf(shape.Element!, "member") + DescribeElement(shape, member.Location) + ">",
            ShapeKind.Map => "map<" + NamesOf(shape) + DescribeElement(shape, member.Location) + ">",
            ShapeKind.String when shape.EnumValues.Count > 0 => shape.Name,
            ShapeKind.Timestamp => "timestamp(" + member.GetTimestampFormat(shape, timestampFormat) + ")",
            ShapeKind.Blob when shape.IsStreaming || member.IsStreaming => "stream",
            _ => shape.Kind.ToString().ToLowerInvariant(),
        };
    }

    /// <summary>Returns the type without the formats of timestamps, which depend on the protocol.</summary>
    public static string WithoutFormats(string type)
    {
        for (var open = type.IndexOf('('); open >= 0; open = type.IndexOf('('))
        {
            type = type.Remove(open, type.IndexOf(')', open) + 1 - open);
        }

        return type;
    }

    private string DescribeElement(Shape collection, MemberLocation location) =>
        Describe(collection.Element! with { Location = location }) + (collection.IsSparse ? "?" : "");

    private string NamesOf(Shape map)
    {
        var (key, value) = (NameOf(map.Key!, "key"), NameOf(map.Element!, "value"));
        return key.Length == 0 ? value : key.TrimEnd(':', ' ') + ", " + (value.Length == 0 ? "value: " : value);
    }

    /// <summary>Returns the name of the elements of a list or map, which only XML and forms have.</summary>
    private string NameOf(Member element, string defaultName) =>
        hasElementNames && element.LocationName is { } name && name != defaultName ? name + ": " : "";
}
