using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.Xml;

/// <summary>The names of members, items and entries in XML, which forms share in part.</summary>
internal static class XmlNames
{
    /// <summary>XML and forms have no nulls in lists and maps.</summary>
    public static Closure WithoutNulls(Closure closure) => closure with
    {
        Shapes = closure.Shapes.Select(static shape => shape with { IsSparse = false }).ToEquatableArray(),
    };

    /// <summary>
    /// Returns the name of a member in a response. A list that is flattened at its shape has the name of its items, if they have one; a list that is flattened at
    /// the member has the name of the member.
    /// </summary>
    public static string GetReadName(Member member, Shape target) =>
        target is { Kind: ShapeKind.List, IsFlattened: true, Element.LocationName: { } item } && !member.IsFlattened ? item : member.WireName;

    public static bool IsFlattened(Member member, Shape target) => target.Kind is ShapeKind.List or ShapeKind.Map && (member.IsFlattened || target.IsFlattened);

    /// <summary>Returns the name of an attribute without its prefix, which readers ignore.</summary>
    public static string GetLocalName(string name) => name.Substring(name.IndexOf(':') + 1);

    /// <summary>Returns the namespace that the element of a value declares.</summary>
    public static NamespacePlan? GetNamespace(Member member, ShapeTable shapes) => ToPlan(member.XmlNamespace ?? shapes[member.Shape].XmlNamespace);

    public static NamespacePlan? ToPlan(XmlNamespace? ns) => ns is { } present ? new NamespacePlan(present.Prefix, present.Uri) : null;

    /// <summary>Plans the names of items and entries as XML has them.</summary>
    public static CollectionPlan PlanCollection(CollectionPlan plan, Shape shape, ShapeTable shapes) => shape.Kind == ShapeKind.List
        ? plan with { Item = PlanElement(shape.Element!, "member", shapes) }
        : plan with { Entry = new EntryPlan("entry", PlanElement(shape.Key!, "key", shapes), PlanElement(shape.Element!, "value", shapes)) };

    private static ElementPlan PlanElement(Member member, string defaultName, ShapeTable shapes) =>
        new(member.LocationName ?? defaultName, GetNamespace(member, shapes));
}
