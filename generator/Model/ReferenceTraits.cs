using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Model;

/// <summary>
/// Older models write at a shape what newer ones write at the references to it (where a member travels, its name there), and
/// at an operation's reference what newer ones write at the shape (the payload). Everything after this sees one form.
/// </summary>
internal static class ReferenceTraits
{
    public static ServiceModel Resolve(ServiceModel service)
    {
        var payloads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in service.Operations)
        {
            Note(operation.Input, operation.InputPayload, payloads);
            Note(operation.Output, operation.OutputPayload, payloads);
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

    private static void Note(string? shape, string? payload, Dictionary<string, string> payloads)
    {
        if (shape is not null && payload is not null)
        {
            payloads[shape] = payload;
        }
    }

    private static Member Resolve(Member member, Dictionary<string, Shape> bound) => bound.TryGetValue(member.Shape, out var shape)
        ? member with
        {
            Location = member.Location == MemberLocation.Body ? shape.Location : member.Location,
            LocationName = member.LocationName ?? shape.LocationName,
        }
        : member;
}
