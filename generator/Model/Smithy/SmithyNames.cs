using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>
/// The names of the shapes of a service: their ids without the namespace, or the names that the service renames them to. If the name is
/// already used, it is the whole id.
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

        // The model's own shapes take precedence over those of Smithy's prelude.
        foreach (var shape in shapes.Where(s => !_names.ContainsKey(s.Id)).OrderBy(static s => SmithyPrelude.Has(s.Id)))
        {
            _names.Add(shape.Id, _taken.Add(shape.Name) ? shape.Name : shape.Id);
        }
    }

    public string Of(string id) => _names.TryGetValue(id, out var name) ? name : ShapeId.NameOf(id);

    /// <summary>Returns a name for a synthetic shape: the wanted name if it is not used; otherwise, the default value.</summary>
    public string ForNew(string wanted, string defaultValue) => _taken.Contains(wanted) ? defaultValue : wanted;
}
