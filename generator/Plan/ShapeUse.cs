using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan;

/// <summary>Knows which shapes travel in requests, which in answers, and which a required member may need an empty value of.</summary>
internal sealed class ShapeUse
{
    private readonly ShapeTable _shapes;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public ShapeUse(Closure closure, ShapeTable shapes)
    {
        _shapes = shapes;
        foreach (var operation in closure.Operations)
        {
            Reach(operation.Input, _written);
            Reach(operation.Output, _read);
            foreach (var error in operation.Errors)
            {
                Reach(error, _read);
            }
        }
    }

    public bool IsWritten(string shape) => _written.Contains(shape);

    public bool IsRead(string shape) => _read.Contains(shape);

    /// <summary>
    /// Whether a required structure requires itself again: such a value cannot be made, so the member counts as optional.
    /// </summary>
    public bool RequiresItself(string shape)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(RequiredStructures(shape));
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (next == shape)
            {
                return true;
            }

            if (seen.Add(next))
            {
                foreach (var inner in RequiredStructures(next))
                {
                    waiting.Push(inner);
                }
            }
        }

        return false;
    }

    private IEnumerable<string> RequiredStructures(string shape) =>
        _shapes[shape] is { Kind: ShapeKind.Structure, IsUnion: false } structure
            ? structure.Members.Where(static m => m.IsRequired).Select(static m => m.Shape)
            : [];

    private void Reach(string? root, HashSet<string> reached)
    {
        if (root is null)
        {
            return;
        }

        // The root itself becomes a request, response or exception; it is a type of its own only where another shape refers to it.
        var waiting = new Stack<string>(ShapeTable.References(_shapes[root]).Select(static m => m.Shape));
        while (waiting.Count > 0)
        {
            var name = waiting.Pop();
            if (!reached.Add(name))
            {
                continue;
            }

            foreach (var reference in ShapeTable.References(_shapes[name]))
            {
                waiting.Push(reference.Shape);
            }
        }
    }
}
