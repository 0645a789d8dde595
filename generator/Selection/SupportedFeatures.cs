using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Checks whether the generator supports all features of an operation. An unsupported operation is left out instead of generated incorrectly.</summary>
internal sealed class SupportedFeatures(ServiceMetadata metadata, ServiceProtocol protocol)
{
    /// <summary>The maximum number of directly nested lists and maps. Each level makes the names of types longer.</summary>
    private const int MaxNestedCollections = 16;

    /// <summary>Why operations whose endpoint must be discovered are not supported; null if they are.</summary>
    public string? DiscoveryUnsupported { get; set; }

    /// <summary>Returns why the operation is not supported; null if it is supported.</summary>
    public string? GetUnsupportedReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes) =>
        GetUnsupportedShapeReason(shapes)
        ?? (protocol.HasDocuments ? null : GetUnsupportedDocumentReason(shapes))
        ?? (protocol.ReadsXml ? XmlFeatures.GetUnsupportedReason(operation, shapes) : null)
        ?? GetUnsupportedOperationReason(operation)
        ?? (operation.EndpointDiscovery == EndpointDiscovery.Required ? DiscoveryUnsupported ?? EndpointOperation.GetUnsupportedReason(shapes) : null)
        ?? GetUnsupportedEndlessReason(shapes)
        ?? GetUnsupportedHostLabelReason(operation, shapes)
        ?? (protocol.HasHttpBindings ? GetUnsupportedBindingReason(operation, shapes) : GetUnsupportedRpcReason(operation, shapes))
        ?? GetUnsupportedStreamReason(operation, shapes);

    private static string? GetUnsupportedBindingReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes) =>
        operation.UnsupportedBinding
        ?? GetUnsupportedLabelReason(operation, shapes)
        ?? GetUnsupportedInputReason(operation, shapes)
        ?? GetUnsupportedOutputReason(operation, shapes);

    /// <summary>
    /// In RPC protocols, all members are in the body. Bindings are ignored if the model also lists a protocol that has them; otherwise, they are a
    /// mistake that would change what is sent.
    /// </summary>
    private string? GetUnsupportedRpcReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        if (metadata.Protocols.Any(static listed => listed.HasHttpBindings))
        {
            return null;
        }

        if (operation.Uri.Labels.FirstOrDefault() is { } label)
        {
            return "its request URI has the label '" + label + "', which the protocol '" + protocol.Name + "' does not have";
        }

        return operation.Errors.Concat(new[] { operation.Input, operation.Output }.OfType<string>())
            .SelectMany(name => shapes[name].Members.Where(static member => member.Location != MemberLocation.Body).Select(member => (name, member.Name)))
            .Select(bound => "member '" + bound.Name + "' of '" + bound.name + "' is bound to HTTP, which the protocol '" + protocol.Name + "' does not have")
            .FirstOrDefault();
    }

    private string? GetUnsupportedDocumentReason(IReadOnlyDictionary<string, Shape> shapes) =>
        FirstByName(shapes, static s => s.IsDocument) is { } document
            ? "shape '" + document.Name + "' is a document, which the protocol '" + protocol.Name + "' does not have"
            : null;

    private static string? GetUnsupportedShapeReason(IReadOnlyDictionary<string, Shape> shapes) =>
        FirstByName(shapes, static s => s.Unsupported is not null) is { } shape
            ? "shape '" + shape.Name + "' " + shape.Unsupported
            : null;

    private string? GetUnsupportedOperationReason(OperationModel operation)
    {
        if (Authentication.Choose(operation, metadata) == AuthKind.Unsupported)
        {
            var schemes = Authentication.GetSchemes(operation, metadata).Select(static scheme => scheme.UnsupportedName);
            return "its authentication '" + string.Join(", ", schemes) + "' is not supported";
        }

        if (operation.Method.Length == 0 || !operation.Method.All(static c => c is >= 'A' and <= 'Z'))
        {
            return "its HTTP method '" + operation.Method + "' is invalid";
        }

        return operation.RequestCompression.Count > 0 && !operation.RequestCompression.Contains("gzip")
            ? "its request compression '" + string.Join(", ", operation.RequestCompression) + "' is not supported"
            : null;
    }

    /// <summary>A list of itself has no C# type, unless there is a structure in between.</summary>
    private static string? GetUnsupportedEndlessReason(IReadOnlyDictionary<string, Shape> shapes)
    {
        if (FirstByName(shapes, shape => Nested(shape, shapes).Skip(MaxNestedCollections).Any()) is not { } shape)
        {
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Nested(shape, shapes).Take(MaxNestedCollections + 1).All(inner => seen.Add(inner.Name))
            ? "lists and maps are nested too deeply in shape '" + shape.Name + "'"
            : "shape '" + shape.Name + "' contains only itself";
    }

    /// <summary>Returns a list or map, its element if that is a list or map, and so on. This may have no end.</summary>
    private static IEnumerable<Shape> Nested(Shape shape, IReadOnlyDictionary<string, Shape> shapes)
    {
        for (; shape.Element is { } element; shape = shapes[element.Shape])
        {
            yield return shape;
        }
    }

    /// <summary>Returns the first of the shapes that meet a condition, so that the reason does not depend on the order of the model.</summary>
    private static Shape? FirstByName(IReadOnlyDictionary<string, Shape> shapes, Func<Shape, bool> condition) =>
        shapes.Values.Where(condition).OrderBy(static s => s.Name, StringComparer.Ordinal).FirstOrDefault();

    private static string? GetUnsupportedLabelReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        var input = operation.Input is null ? null : shapes[operation.Input];
        return operation.Uri.Labels.FirstOrDefault(label => input?.FindLabel(label) is null) is { } unbound
            ? "no member of its input is bound to the label '" + unbound + "' of its request URI"
            : null;
    }

    private static string? GetUnsupportedHostLabelReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        var input = operation.Input is null ? null : shapes[operation.Input];
        var hostLabels = operation.HostPrefix.Where(static part => part.IsLabel).Select(static part => part.Text);
        return hostLabels.FirstOrDefault(label => input?.FindHostLabel(label) is not { } member || !IsPlainString(shapes[member.Shape])) is { } unknown
            ? "no host label of its input is bound to the label '" + unknown + "' of its host prefix"
            : null;
    }

    private static string? GetUnsupportedInputReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        foreach (var member in operation.Input is null ? [] : shapes[operation.Input].Members)
        {
            var shape = shapes[member.Shape];
            var supported = member.Location switch
            {
                MemberLocation.Uri => IsScalar(shape),
                MemberLocation.Header => IsScalar(shape) || IsListOfScalars(shape, shapes),
                MemberLocation.Query => IsScalar(shape) || IsListOfScalars(shape, shapes) || IsQueryMap(shape, shapes),
                MemberLocation.PrefixHeaders => IsMapOfStrings(shape, shapes),
                _ => true,
            };
            if (!supported)
            {
                return "member '" + member.Name + "' of its input has a type that its binding does not support";
            }
        }

        return operation.Input is null ? null : GetUnsupportedPayloadReason(shapes[operation.Input], shapes);
    }

    private static string? GetUnsupportedOutputReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        foreach (var name in operation.Errors.Concat(operation.Output is null ? [] : new[] { operation.Output }))
        {
            foreach (var member in shapes[name].Members)
            {
                var shape = shapes[member.Shape];
                var supported = member.Location switch
                {
                    MemberLocation.Header => IsScalar(shape) || IsListOfScalars(shape, shapes),
                    MemberLocation.PrefixHeaders => IsMapOfStrings(shape, shapes),
                    MemberLocation.StatusCode => shape.Kind is ShapeKind.Integer or ShapeKind.Long,
                    _ => true,
                };
                if (!supported)
                {
                    return "member '" + member.Name + "' of '" + name + "' has a type that its binding does not support";
                }
            }

            if (GetUnsupportedPayloadReason(shapes[name], shapes) is { } why)
            {
                return why;
            }
        }

        return null;
    }

    private static string? GetUnsupportedPayloadReason(Shape owner, IReadOnlyDictionary<string, Shape> shapes) =>
        owner.Members.FirstOrDefault(m => m.Name == owner.Payload && m.Location == MemberLocation.Body) is { } payload
        && shapes[payload.Shape].Kind is not (ShapeKind.Structure or ShapeKind.List or ShapeKind.Map or ShapeKind.String or ShapeKind.Blob)
            ? "member '" + payload.Name + "' of '" + owner.Name + "' is the payload but has a type that is not supported for payloads"
            : null;

    /// <summary>
    /// A stream of bytes or events must be the payload of a request or a response. In RPC protocols, it must be the only member of a response, and a stream of
    /// events.
    /// </summary>
    private string? GetUnsupportedStreamReason(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        var withStreams = shapes.Values.Where(shape => shape.IsEventStream || ShapeTable.References(shape).Any(member => IsStream(member, shapes)));
        foreach (var shape in withStreams.OrderBy(static s => s.Name, StringComparer.Ordinal))
        {
            if (shape.IsEventStream && GetUnsupportedEventsReason(shape, shapes) is { } why)
            {
                return why;
            }

            var stray = ShapeTable.References(shape).FirstOrDefault(m => IsStream(m, shapes) && !IsSupportedStream(operation, shape, m, shapes));
            if (stray is not null)
            {
                return "member '" + stray.Name + "' of '" + shape.Name + "' is a stream but not " + (protocol.HasHttpBindings
                    ? "the payload"
                    : "the events of a response without other members, which are the only streams of the protocol '" + protocol.Name + "'");
            }
        }

        return null;
    }

    private bool IsSupportedStream(OperationModel operation, Shape owner, Member member, IReadOnlyDictionary<string, Shape> shapes) => protocol.HasHttpBindings
        ? owner.Payload == member.Name && (owner.Name == operation.Input || owner.Name == operation.Output)
        : owner.Name == operation.Output && owner.Members.Count == 1 && shapes[member.Shape].IsEventStream;

    private static bool IsStream(Member member, IReadOnlyDictionary<string, Shape> shapes) =>
        member.IsStreaming || shapes[member.Shape].IsStreaming || shapes[member.Shape].IsEventStream;

    /// <summary>Events must be structures. The supported types of their members depend on the binding.</summary>
    private static string? GetUnsupportedEventsReason(Shape stream, IReadOnlyDictionary<string, Shape> shapes)
    {
        foreach (var variant in stream.Members)
        {
            var shape = shapes[variant.Shape];
            if (shape is not { Kind: ShapeKind.Structure, IsUnion: false, IsDocument: false, IsEventStream: false })
            {
                return "event '" + variant.Name + "' of '" + stream.Name + "' is not a structure";
            }

            var payload = shape.Members.FirstOrDefault(static m => m.IsEventPayload);
            foreach (var member in shape.Members)
            {
                var target = shapes[member.Shape];
                var supported = shape.Error is not null ? !member.IsEventHeader && !member.IsEventPayload
                    : member.IsEventHeader ? IsEventHeader(target)
                    : member.IsEventPayload ? member == payload && target.Kind is ShapeKind.Structure or ShapeKind.String or ShapeKind.Blob
                    : payload is null;
                if (!supported)
                {
                    return "member '" + member.Name + "' of the event '" + shape.Name + "' has a type that its binding does not support";
                }
            }
        }

        return null;
    }

    private static bool IsEventHeader(Shape shape) => shape.Kind is
        ShapeKind.Boolean or ShapeKind.Integer or ShapeKind.Long or ShapeKind.String or ShapeKind.Blob or ShapeKind.Timestamp;

    private static bool IsPlainString(Shape shape) => shape is { Kind: ShapeKind.String, EnumValues.Count: 0 };

    private static bool IsScalar(Shape shape) => shape.Kind is not (ShapeKind.Structure or ShapeKind.List or ShapeKind.Map or ShapeKind.Blob);

    private static bool IsListOfScalars(Shape shape, IReadOnlyDictionary<string, Shape> shapes) =>
        shape is { Kind: ShapeKind.List, IsSparse: false } && IsScalar(shapes[shape.Element!.Shape]);

    private static bool IsMapOfStrings(Shape shape, IReadOnlyDictionary<string, Shape> shapes) =>
        shape.Kind == ShapeKind.Map && shapes[shape.Element!.Shape] is { Kind: ShapeKind.String, EnumValues.Count: 0 };

    private static bool IsQueryMap(Shape shape, IReadOnlyDictionary<string, Shape> shapes) =>
        shape.Kind == ShapeKind.Map
        && (shapes[shape.Element!.Shape].Kind == ShapeKind.String
            || (IsListOfScalars(shapes[shape.Element.Shape], shapes) && shapes[shapes[shape.Element.Shape].Element!.Shape].Kind == ShapeKind.String));
}
