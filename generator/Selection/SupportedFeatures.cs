using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Knows what of the model language cannot be generated, so that an operation is left out rather than generated wrong.</summary>
internal static class SupportedFeatures
{
    /// <summary>Why the operation cannot be generated, or null when it can.</summary>
    public static string? WhyNot(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes) =>
        WhyNotOperation(operation)
        ?? WhyNotInput(operation, shapes)
        ?? WhyNotOutput(operation, shapes)
        ?? shapes.Values.OrderBy(static s => s.Name, System.StringComparer.Ordinal).Select(WhyNotShape).FirstOrDefault(static why => why is not null);

    private static string? WhyNotOperation(OperationModel operation)
    {
        if (operation.AuthType is not (null or "v4" or "none"))
        {
            return "its authentication type '" + operation.AuthType + "' is not supported";
        }

        if (operation.Auth.Count > 0 && !operation.Auth.Any(static a => a is "aws.auth#sigv4" or "smithy.api#noAuth"))
        {
            return "its authentication '" + string.Join(", ", operation.Auth) + "' is not supported";
        }

        return operation switch
        {
            { IsUnsignedPayload: true } => "an unsigned payload is not supported",
            { HostPrefix: not null } => "a host prefix is not supported",
            { IsChecksumRequired: true } => "a required checksum is not supported",
            { RequestCompression.Count: > 0 } => "request compression is not supported",
            _ => null,
        };
    }

    private static string? WhyNotInput(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        var labels = UriTemplate.Parse(operation.RequestUri)?.Labels;
        if (labels is null)
        {
            return "its request URI '" + operation.RequestUri + "' is malformed";
        }

        var input = operation.Input is null ? null : shapes[operation.Input];
        var bound = input?.Members.Where(static m => m.Location == MemberLocation.Uri).Select(static m => m.LocationName ?? m.Name).ToList() ?? [];
        if (labels.FirstOrDefault(label => !bound.Contains(label)) is { } unbound)
        {
            return "no member of its input is bound to the label '" + unbound + "' of its request URI";
        }

        foreach (var member in input?.Members ?? [])
        {
            var shape = shapes[member.Shape];
            var supported = member.Location switch
            {
                MemberLocation.Uri or MemberLocation.Header => IsScalar(shape),
                MemberLocation.Query => IsScalar(shape) || IsListOfScalars(shape, shapes)
                    || (shape.Kind == ShapeKind.Map && (IsScalar(shapes[shape.Element!.Shape]) || IsListOfScalars(shapes[shape.Element.Shape], shapes))),
                MemberLocation.PrefixHeaders => shape.Kind == ShapeKind.Map && shapes[shape.Element!.Shape].Kind == ShapeKind.String,
                MemberLocation.StatusCode => false,
                _ => true,
            };
            if (!supported)
            {
                return "member '" + member.Name + "' of its input has a type that is not supported in its place";
            }
        }

        return null;
    }

    private static string? WhyNotOutput(OperationModel operation, IReadOnlyDictionary<string, Shape> shapes)
    {
        foreach (var name in operation.Errors.Concat(operation.Output is null ? [] : new[] { operation.Output }))
        {
            foreach (var member in shapes[name].Members)
            {
                if (member.Location == MemberLocation.PrefixHeaders
                    || (member.Location == MemberLocation.Header && !IsScalar(shapes[member.Shape])))
                {
                    return "member '" + member.Name + "' of '" + name + "' is read from headers in a way that is not supported";
                }
            }
        }

        return null;
    }

    private static string? WhyNotShape(Shape shape)
    {
        if (shape.IsEventStream)
        {
            return "shape '" + shape.Name + "' is an event stream, which is not supported";
        }

        if (shape.IsStreaming || shape.Members.Any(static m => m.IsStreaming))
        {
            return "shape '" + shape.Name + "' streams, which is not supported";
        }

        return ShapeTable.References(shape).FirstOrDefault(static m => m.IsJsonValue) is { } member
            ? "member '" + member.Name + "' of '" + shape.Name + "' is a jsonvalue, which is not supported"
            : null;
    }

    private static bool IsScalar(Shape shape) => shape.Kind is not (ShapeKind.Structure or ShapeKind.List or ShapeKind.Map or ShapeKind.Blob);

    private static bool IsListOfScalars(Shape shape, IReadOnlyDictionary<string, Shape> shapes) =>
        shape.Kind == ShapeKind.List && IsScalar(shapes[shape.Element!.Shape]);
}
