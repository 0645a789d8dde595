using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Determines which shapes are used in requests and in responses, and which ones need an empty value for a required member.</summary>
internal sealed class ShapeUse
{
    private readonly ShapeTable _shapes;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _errors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _writtenAsEvent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _readAsEvent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required;
    private readonly ConcurrentDictionary<string, bool> _requiresItself = new(StringComparer.Ordinal);

    /// <param name="closure">The selected part of the service.</param>
    /// <param name="shapes">Its shapes.</param>
    /// <param name="isService">Whether the code is the service's side, which reads requests and writes responses.</param>
    public ShapeUse(Closure closure, ShapeTable shapes, bool isService = false)
    {
        _shapes = shapes;
        var (inputs, inputEvents) = isService ? (_read, _readAsEvent) : (_written, _writtenAsEvent);
        var (outputs, outputEvents) = isService ? (_written, _writtenAsEvent) : (_read, _readAsEvent);
        foreach (var operation in closure.Operations)
        {
            Reach(operation.Input, inputs, inputEvents);
            Reach(operation.Output, outputs, outputEvents);
            _errors.UnionWith(operation.Errors);
        }

        _errors.UnionWith(_writtenAsEvent.Concat(_readAsEvent).Where(name => shapes[name].Error is not null));
        foreach (var error in _errors)
        {
            // An error that is sent as an event can also be received.
            Reach(error, outputs, outputEvents);
        }

        _required = new HashSet<string>(closure.Shapes.SelectMany(static s => s.Members).Where(static m => m.IsRequired).Select(static m => m.Shape), StringComparer.Ordinal);
    }

    /// <summary>The errors of operations, in responses and in event streams.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Returns whether the shape is used, in a body or as an event. An error among events does not count, because it is an exception.</summary>
    public bool IsUsed(Shape shape) =>
        IsRead(shape.Name) || IsWritten(shape.Name) || (shape.Error is null && (IsReadAsEvent(shape.Name) || IsWrittenAsEvent(shape.Name)));

    public bool IsWritten(string shape) => _written.Contains(shape);

    public bool IsRead(string shape) => _read.Contains(shape);

    /// <summary>Returns whether the shape is an event of a stream that is sent.</summary>
    public bool IsWrittenAsEvent(string shape) => _writtenAsEvent.Contains(shape);

    public bool IsReadAsEvent(string shape) => _readAsEvent.Contains(shape);

    /// <summary>Returns whether the shape is the type of a required member.</summary>
    public bool IsRequired(string shape) => _required.Contains(shape);

    /// <summary>
    /// Returns whether a structure requires itself, directly or indirectly. Such a value cannot be created, so the member is treated as optional.
    /// </summary>
    public bool RequiresItself(string shape) => _requiresItself.GetOrAdd(shape, FindsItself);

    private bool FindsItself(string shape)
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

    private void Reach(string? root, HashSet<string> reached, HashSet<string> events)
    {
        if (root is null)
        {
            return;
        }

        // The root is a request, response or exception. It is a separate type only if another shape refers to it.
        var waiting = new Stack<string>(ShapeTable.References(_shapes[root]).Select(static m => m.Shape));
        while (waiting.Count > 0)
        {
            var name = waiting.Pop();
            if (!reached.Add(name))
            {
                continue;
            }

            var shape = _shapes[name];
            foreach (var reference in ShapeTable.References(shape))
            {
                if (!shape.IsEventStream)
                {
                    waiting.Push(reference.Shape);
                }
                else if (events.Add(reference.Shape))
                {
                    // An event is read by its own code; the shapes of its members are read like any others.
                    foreach (var inner in ShapeTable.References(_shapes[reference.Shape]))
                    {
                        waiting.Push(inner.Shape);
                    }
                }
            }
        }
    }
}
