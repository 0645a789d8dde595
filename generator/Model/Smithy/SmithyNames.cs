using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>
/// The names that the shapes of a service go by: their ids without the namespace, or what the service renames them to. A
/// shape whose name another one has keeps its whole id.
/// </summary>
internal sealed class SmithyNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public SmithyNames(IReadOnlyList<SmithyDefinition> shapes, JsonObject? rename, ModelSource source)
    {
        foreach (var id in shapes.Select(static s => s.Id).Where(id => rename?[id] is not null))
        {
            if (source.String(rename!, id) is { } name && _taken.Add(name))
            {
                _names.Add(id, name);
            }
        }

        // What a model defines itself comes before Smithy's own shapes, whatever reaches them first.
        foreach (var shape in shapes.Where(s => !_names.ContainsKey(s.Id)).OrderBy(static s => SmithyPrelude.Has(s.Id)))
        {
            _names.Add(shape.Id, _taken.Add(shape.Name) ? shape.Name : shape.Id);
        }
    }

    public string Of(string id) => _names.TryGetValue(id, out var name) ? name : ShapeId.NameOf(id);

    /// <summary>A name for a shape that no id stands for: the one wanted if it is free, else the id of the place that needs it.</summary>
    public string ForNew(string wanted, string defaultValue) => _taken.Contains(wanted) ? defaultValue : wanted;
}
