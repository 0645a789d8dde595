using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>
/// The selected part of a service: the selected operations and all shapes that they reach. An edit of another part of the model leaves this
/// record equal, and the pipeline stops here.
/// </summary>
internal sealed record Closure(ServiceMetadata Metadata, ServiceProtocol Protocol, string Namespace, bool IsPublic)
{
    public FakeMode Fake { get; init; }

    public EquatableArray<OperationModel> Operations { get; init; }

    /// <summary>Sorted by name.</summary>
    public EquatableArray<Shape> Shapes { get; init; }

    public EquatableArray<PaginatorModel> Paginators { get; init; }

    public EquatableArray<WaiterModel> Waiters { get; init; }

    /// <summary>The operation that clients call to discover the endpoints of other operations; null if no selected operation requires it.</summary>
    public string? EndpointOperation { get; init; }

    public EndpointRuleSet? EndpointRules { get; init; }

    public EquatableArray<ClientContextParam> ClientContextParams { get; init; }
}

/// <summary>Looks shapes up by name.</summary>
internal sealed class ShapeTable(IEnumerable<Shape> shapes)
{
    private readonly Dictionary<string, Shape> _shapes = shapes.ToDictionary(static s => s.Name, StringComparer.Ordinal);

    public Shape this[string name] => _shapes[name];

    public IEnumerable<string> Names => _shapes.Keys;

    public Shape? Find(string name) => _shapes.TryGetValue(name, out var shape) ? shape : null;

    /// <summary>Returns the references of a shape to other shapes, in the order of the model.</summary>
    public static IEnumerable<Member> References(Shape shape)
    {
        foreach (var member in shape.Members)
        {
            yield return member;
        }

        if (shape.Key is { } key)
        {
            yield return key;
        }

        if (shape.Element is { } element)
        {
            yield return element;
        }
    }
}
