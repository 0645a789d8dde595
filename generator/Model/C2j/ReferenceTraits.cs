using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataZoneGen.Generator.Model.C2j;

/// <summary>
/// Converts older models to the form of newer ones. Older models specify the location and wire name of a member at its target shape, the
/// payload at an operation's reference to a shape, and known values at a member. Newer models specify them at the member, at the shape, and
/// at a string shape.
/// </summary>
internal static class ReferenceTraits
{
    public static ServiceModel Resolve(ServiceModel service)
    {
        service = MoveEnumValues(service);
        var payloads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in service.Operations)
        {
            Record(operation.Input, operation.InputPayload, payloads);
            Record(operation.Output, operation.OutputPayload, payloads);
        }

        var bound = service.Shapes
            .Where(static s => s.Location != MemberLocation.Body || s.LocationName is not null)
            .ToDictionary(static s => s.Name, StringComparer.Ordinal);
        return payloads.Count == 0 && bound.Count == 0 ? service : service with
        {
            Shapes = service.Shapes.Select(shape => shape with
            {
                Payload = shape.Payload ?? (payloads.TryGetValue(shape.Name, out var payload) ? payload : null),
                Members = shape.Members.Select(member => Resolve(member, bound)).ToEquatableArray(),
            }).ToEquatableArray(),
        };
    }

    private static void Record(string? shape, string? payload, Dictionary<string, string> payloads)
    {
        if (shape is not null && payload is not null)
        {
            payloads[shape] = payload;
        }
    }

    /// <summary>Creates a string shape for each member with its own known values, named after the owner and the member.</summary>
    private static ServiceModel MoveEnumValues(ServiceModel service)
    {
        if (!service.Shapes.Any(static s => s.Members.Any(HasEnumValues) || HasEnumValues(s.Element)))
        {
            return service;
        }

        var shapes = new SortedDictionary<string, Shape>(service.Shapes.ToDictionary(static s => s.Name, StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var owner in service.Shapes)
        {
            shapes[owner.Name] = owner with
            {
                Members = owner.Members.Select(member => WithEnum(owner, member, shapes)!).ToEquatableArray(),
                Element = WithEnum(owner, owner.Element, shapes),
            };
        }

        return service with { Shapes = shapes.Values.ToEquatableArray() };
    }

    private static bool HasEnumValues(Member? member) => member?.EnumValues.Count > 0;

    private static Member? WithEnum(Shape owner, Member? member, SortedDictionary<string, Shape> shapes)
    {
        if (member is null || member.EnumValues.Count == 0)
        {
            return member;
        }

        // Only strings have known values in C#. A member with an undefined shape is reported later.
        var (values, documentation) = (member.EnumValues, member.EnumDocumentation);
        member = member with { EnumValues = [], EnumDocumentation = [] };
        if (!shapes.TryGetValue(member.Shape, out var target) || target.Kind != ShapeKind.String)
        {
            return member;
        }

        var wanted = owner.Name + char.ToUpperInvariant(member.Name[0]) + member.Name.Substring(1);
        var name = wanted;
        for (var number = 2; shapes.ContainsKey(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        shapes.Add(name, target with { Name = name, EnumValues = values, EnumDocumentation = documentation, SourceLocation = member.SourceLocation });
        return member with { Shape = name };
    }

    private static Member Resolve(Member member, Dictionary<string, Shape> bound) => bound.TryGetValue(member.Shape, out var shape)
        ? member with
        {
            Location = member.Location == MemberLocation.Body ? shape.Location : member.Location,
            LocationName = member.LocationName ?? shape.LocationName,
        }
        : member;
}
