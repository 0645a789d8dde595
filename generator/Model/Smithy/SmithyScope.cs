using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>
/// The contents of a service: the operations that are bound to it and to its resources, and all shapes that they reach. A file without a
/// service, which extends another file, contains everything that it defines.
/// </summary>
internal sealed class SmithyScope
{
    private static readonly string[] Lifecycle = ["create", "put", "read", "update", "delete", "list"];

    private readonly SmithyDefinitions _definitions;
    private readonly ModelSource _source;
    private readonly List<SmithyDefinition> _operations = [];
    private readonly List<SmithyDefinition> _shapes = [];
    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nested = new(StringComparer.Ordinal);

    public SmithyScope(SmithyDefinition? service, SmithyDefinitions definitions, ModelSource source)
    {
        Service = service;
        BodyNameTrait = service is not null && SmithyServiceReader.HasXmlProtocol(service) ? Trait.XmlName : Trait.JsonName;
        _definitions = definitions;
        _source = source;
        if (service is null)
        {
            _operations.AddRange(definitions.All.Where(static d => d.Type == "operation"));
        }
        else
        {
            BindOperations(service);
            ServiceErrors = SmithyTargets.Of(service.Node, "errors", source).Select(static id => id.Value).ToList();
        }

        Reach(_operations.SelectMany(Roots).Concat(service is null ? OtherShapes() : []));
        Names = new SmithyNames(_shapes, service is null ? null : source.Object(service.Node, "rename"), source);
    }

    public SmithyDefinition? Service { get; }

    /// <summary>The trait with the names of members in bodies. No service has bodies in both JSON and XML with names of their own.</summary>
    public string BodyNameTrait { get; }

    public IReadOnlyList<SmithyDefinition> Operations => _operations;

    /// <summary>The errors that every operation of the service can return.</summary>
    public IReadOnlyList<string> ServiceErrors { get; } = [];

    /// <summary>Every shape that an operation reaches.</summary>
    public IReadOnlyList<SmithyDefinition> Shapes => _shapes;

    public SmithyNames Names { get; }

    public SmithyDefinition? Find(string id) => _definitions.Find(id);

    /// <summary>Returns the role of a structure, which can be the input of one operation and the output of another.</summary>
    public SmithyRole RoleOf(string id) =>
        (_inputs.Contains(id) ? SmithyRole.Input : SmithyRole.Nested) | (_outputs.Contains(id) ? SmithyRole.Output : SmithyRole.Nested);

    /// <summary>Returns whether another shape refers to the shape.</summary>
    public bool IsNested(string id) => _nested.Contains(id);

    private void BindOperations(SmithyDefinition service)
    {
        var bound = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<SmithyDefinition>([service]);
        while (waiting.Count > 0)
        {
            var owner = waiting.Dequeue().Node;
            var operations = Lifecycle.Select(field => SmithyTargets.OfField(owner, field, _source)).OfType<JsonString>()
                .Concat(SmithyTargets.Of(owner, "operations", _source))
                .Concat(SmithyTargets.Of(owner, "collectionOperations", _source));
            foreach (var operation in operations.Where(id => bound.Add(id.Value)))
            {
                Bind(operation, "operation", _operations.Add);
            }

            foreach (var resource in SmithyTargets.Of(owner, "resources", _source).Where(id => bound.Add(id.Value)))
            {
                Bind(resource, "resource", waiting.Enqueue);
            }
        }
    }

    private void Bind(JsonString id, string type, Action<SmithyDefinition> add)
    {
        if (_definitions.Find(id.Value) is not { } found)
        {
            var name = ShapeId.NameOf(id.Value);
            _source.Report(DiagnosticDescriptors.UnknownShape, _source.GetLocation(id), name, name, "");
        }
        else if (found.Type == type)
        {
            add(found);
        }
        else
        {
            _source.Report(DiagnosticDescriptors.WrongType, _source.GetLocation(id), id.Value, "of type " + type, "of type " + found.Type);
        }
    }

    /// <summary>Returns the shapes of an operation, and records their roles.</summary>
    private IEnumerable<string> Roots(SmithyDefinition operation)
    {
        if (Raw(operation.Node["input"]) is { } input)
        {
            _inputs.Add(input);
            yield return input;
        }

        var answers = ((operation.Node["errors"] as JsonArray)?.Items ?? []).Append(operation.Node["output"]).Select(Raw).OfType<string>();
        foreach (var output in answers.Concat(ServiceErrors))
        {
            _outputs.Add(output);
            yield return output;
        }
    }

    private IEnumerable<string> OtherShapes() =>
        _definitions.All.Where(static d => d.Type is not ("operation" or "resource")).Select(static d => d.Id);

    private void Reach(IEnumerable<string> roots)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(roots.Where(seen.Add));
        while (waiting.Count > 0)
        {
            if (_definitions.Find(waiting.Dequeue()) is not { } shape)
            {
                // The undefined shape is reported with each operation that needs it.
                continue;
            }

            _shapes.Add(shape);
            foreach (var id in shape.References.Select(static r => r.Target))
            {
                _nested.Add(id);
                if (seen.Add(id))
                {
                    waiting.Enqueue(id);
                }
            }
        }
    }

    /// <summary>Returns the target of a reference, except Smithy's unit type. Problems are not reported here.</summary>
    private static string? Raw(JsonNode? reference) =>
        ((reference as JsonObject)?["target"] as JsonString)?.Value is { } id && id != SmithyPrelude.Unit ? id : null;
}
