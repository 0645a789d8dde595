using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>
/// The shapes of a model file by their ids. Mixins and <c>apply</c> statements are resolved here, so that readers need not handle them.
/// </summary>
internal sealed class SmithyDefinitions
{
    /// <summary>The maximum nesting of mixins, which protects the compiler's stack.</summary>
    private const int MaxDepth = 32;

    private readonly ModelSource _source;
    private readonly Dictionary<string, JsonMember> _written = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, List<JsonObject>> _applied = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withApplied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SmithyDefinition?> _found = new(StringComparer.Ordinal);
    private int _depth;

    public SmithyDefinitions(JsonObject top, ModelSource source)
    {
        _source = source;
        var applications = new List<JsonMember>();
        foreach (var (member, value) in source.Objects(top, "shapes"))
        {
            if (value["type"] is JsonString { Value: "apply" })
            {
                applications.Add(member);
            }
            else if (_written.TryGetValue(member.Name, out var first))
            {
                source.Report(DiagnosticDescriptors.ConflictingShape, source.GetLocation(member.NameSpan), "Shape", member.Name, source.GetLocation(first.NameSpan).ToString());
            }
            else
            {
                _written.Add(member.Name, member);
                _order.Add(member.Name);
            }
        }

        applications.ForEach(Apply);
    }

    /// <summary>The shapes that the file defines, in document order, except those that are used only in the model.</summary>
    public IEnumerable<SmithyDefinition> All => _order.Select(Find).OfType<SmithyDefinition>().Where(static d => !d.IsOfModelOnly);

    /// <summary>Returns the shape with the id, from the file or from Smithy's prelude; null if there is none.</summary>
    public SmithyDefinition? Find(string id)
    {
        if (_found.TryGetValue(id, out var known))
        {
            return known;
        }

        if (!_written.TryGetValue(id, out var written))
        {
            return SmithyPrelude.Find(id);
        }

        // A recursive mixin finds null here.
        _found[id] = null;
        var problems = _source.ProblemCount;
        var node = Flatten(id, (JsonObject)written.Value);
        var traits = _source.Object(node, "traits") ?? new JsonObject(node.Span, []);
        return _found[id] = new SmithyDefinition(id, written.NameSpan, node, traits, _source.ProblemCount > problems);
    }

    private void Apply(JsonMember application)
    {
        var id = application.Name;
        var shape = ShapeId.WithoutMember(id);
        if (!_written.ContainsKey(shape))
        {
            _source.Report(DiagnosticDescriptors.WrongType, _source.GetLocation(application.NameSpan), id, "of a shape of this file", "of none");
        }

        if (_source.Object((JsonObject)application.Value, "traits") is not { } traits)
        {
            return;
        }

        if (!_applied.TryGetValue(id, out var all))
        {
            _applied.Add(id, all = []);
        }

        all.Add(traits);
        _withApplied.Add(shape);
    }

    private JsonObject Flatten(string id, JsonObject written)
    {
        var flat = written["mixins"] is null ? written : WithMixins(written);
        if (!_withApplied.Contains(id))
        {
            return flat;
        }

        flat = WithApplied(flat, id);
        flat = SmithyMerge.WithMember(flat, "members", members => members.Members.Aggregate(members, (all, member) => WithAppliedMember(all, id, member.Name)));
        return SmithyDefinition.ElementFields.Aggregate(flat, (shape, element) => WithAppliedMember(shape, id, element));
    }

    private JsonObject WithAppliedMember(JsonObject owner, string id, string member) =>
        _applied.ContainsKey(ShapeId.OfMember(id, member))
            ? SmithyMerge.WithMember(owner, member, value => WithApplied(value, ShapeId.OfMember(id, member)))
            : owner;

    private JsonObject WithApplied(JsonObject node, string id) =>
        _applied.TryGetValue(id, out var all) ? all.Aggregate(node, SmithyMerge.WithTraits) : node;

    private JsonObject WithMixins(JsonObject written)
    {
        if (_depth >= MaxDepth)
        {
            Refuse(written["mixins"]!, string.Format(CultureInfo.InvariantCulture, "nested at most {0} deep", MaxDepth), "nested deeper");
            return written;
        }

        _depth++;
        var inherited = new JsonObject(written.Span, []);
        foreach (var mixin in SmithyTargets.Of(written, "mixins", _source))
        {
            if (Find(mixin.Value) is { } found)
            {
                inherited = SmithyMerge.Definitions(inherited, SmithyMerge.Inheritance(found.Node));
            }
            else
            {
                Refuse(mixin, "a list of defined shapes", "'" + mixin.Value + "'");
            }
        }

        _depth--;
        return SmithyMerge.Definitions(inherited, written);
    }

    private void Refuse(JsonNode node, string expected, string found) =>
        _source.Report(DiagnosticDescriptors.WrongType, _source.GetLocation(node), "mixins", expected, found);
}
