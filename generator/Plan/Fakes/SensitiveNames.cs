using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Fakes;

/// <summary>Finds the sensitive members of an operation.</summary>
internal static class SensitiveNames
{
    /// <summary>Returns the wire names of the sensitive members of an operation's input and output, sorted. The name of a payload is empty.</summary>
    public static EquatableArray<string> Find(OperationModel operation, ShapeTable shapes)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(new[] { operation.Input, operation.Output }.OfType<string>());
        while (waiting.Count > 0)
        {
            var name = waiting.Pop();
            if (!seen.Add(name))
            {
                continue;
            }

            var shape = shapes[name];
            found.UnionWith(shape.Members.Where(member => shape.IsSensitive || IsSensitive(member, shapes)).Select(member => shape.Payload == member.Name ? "" : member.WireName));
            foreach (var reference in ShapeTable.References(shape))
            {
                waiting.Push(reference.Shape);
            }
        }

        return found.ToEquatableArray();
    }

    /// <summary>Returns whether a member, or a value in its lists and maps, is sensitive. A list that contains itself ends the search.</summary>
    private static bool IsSensitive(Member member, ShapeTable shapes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = member;
        while (next is not null && seen.Add(next.Shape))
        {
            var shape = shapes[next.Shape];
            if (shape.IsSensitive || (shape.Key is { } key && shapes[key.Shape].IsSensitive))
            {
                return true;
            }

            next = shape.Element;
        }

        return false;
    }
}
