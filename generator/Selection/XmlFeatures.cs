using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Checks whether the generator supports what the model says about XML.</summary>
internal static class XmlFeatures
{
    /// <summary>Returns why the operation is not supported; null if it is supported.</summary>
    public static string? GetUnsupportedReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        var suspects = shapes.Values.Where(static shape => shape.IsUnion || shape.Members.Any(static member => member.IsXmlAttribute));
        foreach (var shape in suspects.OrderBy(static s => s.Name, StringComparer.Ordinal))
        {
            foreach (var member in shape.Members)
            {
                if (GetUnsupportedReason(shape, member, shapes[member.Shape]) is { } why)
                {
                    return "member '" + member.Name + "' of '" + shape.Name + "' is " + why;
                }
            }
        }

        if (operation.Input is { } input && shapes[input].Members.FirstOrDefault(member => shapes[member.Shape].IsEventStream) is { } events)
        {
            return "member '" + events.Name + "' of '" + input + "' is an event stream, which requests with XML do not support";
        }

        return operation.IsOutputUnwrapped && !HasOneText(operation, shapes)
            ? "the root element of its response is the value of a member, but its output does not have exactly one member in the body, a string"
            : null;
    }

    private static string? GetUnsupportedReason(Shape owner, Member member, Shape target)
    {
        if (member.IsXmlAttribute && (owner.IsUnion || target.Kind != ShapeKind.String))
        {
            return "an XML attribute but not a string of a structure";
        }

        return owner.IsUnion && target.Kind is ShapeKind.List or ShapeKind.Map && (member.IsFlattened || target.IsFlattened)
            ? "flattened, which variants of unions do not support"
            : null;
    }

    private static bool HasOneText(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes) =>
        operation.Output is { } output
        && shapes[output].Members.Where(static member => member.Location == MemberLocation.Body).ToList() is { Count: 1 } members
        && shapes[members[0].Shape].Kind == ShapeKind.String;
}
