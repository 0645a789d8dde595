using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>Reads shapes and their members in AWS's C2J vocabulary.</summary>
internal static class ShapeReader
{
    public static EquatableArray<Shape> Read(JsonObject top, ModelSource source)
    {
        var shapes = new Dictionary<string, Shape>();
        foreach (var (member, value) in source.Objects(top, "shapes"))
        {
            var shape = ReadShape(member, value, source);
            if (!shapes.TryGetValue(member.Name, out var first))
            {
                shapes.Add(member.Name, shape);
            }
            else if (first.Essence() != shape.Essence())
            {
                source.Report(DiagnosticDescriptors.ConflictingShape, shape.Place, member.Name, first.Place.ToString());
            }
        }

        return shapes.Values.ToEquatableArray();
    }

    public static Deprecation? ReadDeprecation(JsonObject owner, ModelSource source) =>
        source.Boolean(owner, "deprecated")
            ? new Deprecation(source.String(owner, "deprecatedMessage"), source.String(owner, "deprecatedSince"))
            : null;

    private static Shape ReadShape(JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        var kind = ReadKind(member, value, source);
        var shape = new Shape(member.Name, kind, source.PlaceOf(member.NameSpan))
        {
            Members = kind == ShapeKind.Structure ? ReadMembers(value, source) : [],
            Element = kind switch
            {
                ShapeKind.List => ReadElement(member, value, "member", source),
                ShapeKind.Map => ReadElement(member, value, "value", source),
                _ => null,
            },
            Key = kind == ShapeKind.Map ? ReadElement(member, value, "key", source) : null,
            EnumValues = kind == ShapeKind.String ? source.Strings(value, "enum") : [],
            Documentation = source.String(value, "documentation"),
            IsUnion = source.Boolean(value, "union"),
            IsDocument = source.Boolean(value, "document"),
            IsSparse = source.Boolean(value, "sparse"),
            IsSensitive = source.Boolean(value, "sensitive"),
            IsStreaming = source.Boolean(value, "streaming"),
            RequiresLength = source.Boolean(value, "requiresLength"),
            IsEventStream = source.Boolean(value, "eventstream"),
            Deprecation = ReadDeprecation(value, source),
            Payload = source.String(value, "payload"),
            TimestampFormat = source.String(value, "timestampFormat"),
            Constraints = new Constraints(source.NumberText(value, "min"), source.NumberText(value, "max"), source.String(value, "pattern")),
            Error = ReadError(value, source),
        };
        return shape with { IsInvalid = source.ProblemCount > problems };
    }

    private static ShapeKind ReadKind(JsonMember member, JsonObject value, ModelSource source)
    {
        var type = source.String(value, "type");
        switch (type)
        {
            case "structure": return ShapeKind.Structure;
            case "list": return ShapeKind.List;
            case "map": return ShapeKind.Map;
            case "string" or "character": return ShapeKind.String;
            case "boolean": return ShapeKind.Boolean;
            case "integer": return ShapeKind.Integer;
            case "long": return ShapeKind.Long;
            case "float": return ShapeKind.Float;
            case "double": return ShapeKind.Double;
            case "timestamp": return ShapeKind.Timestamp;
            case "blob": return ShapeKind.Blob;
            case null when value["type"] is not (null or JsonNull):
                // Not even a string: that is reported already.
                return ShapeKind.String;
            default:
                var place = value["type"] is { } node ? source.PlaceOf(node) : source.PlaceOf(member.NameSpan);
                source.Report(DiagnosticDescriptors.WrongType, place, "type", "the name of a shape type", type is null ? "missing" : "'" + type + "'");
                return ShapeKind.String;
        }
    }

    private static EquatableArray<Member> ReadMembers(JsonObject shape, ModelSource source)
    {
        var required = new HashSet<string>(source.Strings(shape, "required"), StringComparer.Ordinal);
        return source.Objects(shape, "members")
            .Select(entry => ReadMember(entry.Member, entry.Value, source) with { IsRequired = required.Contains(entry.Member.Name) })
            .ToEquatableArray();
    }

    private static Member? ReadElement(JsonMember shape, JsonObject value, string field, ModelSource source)
    {
        var member = value[field] is null ? null : value.Members.Last(m => m.Name == field);
        if (member is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, source.PlaceOf(shape.NameSpan), field, "an object", "missing");
            return null;
        }

        return source.As<JsonObject>(member.Value, field, "an object") is { } element ? ReadMember(member, element, source) : null;
    }

    private static Member ReadMember(JsonMember member, JsonObject value, ModelSource source)
    {
        var place = source.PlaceOf(member.NameSpan);
        var shape = source.String(value, "shape");
        if (shape is null && value["shape"] is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, place, "shape", "a string", "missing");
        }

        return new Member(member.Name, shape ?? "", place)
        {
            Location = ReadLocation(value, source),
            LocationName = source.String(value, "locationName"),
            Documentation = source.String(value, "documentation"),
            IsIdempotencyToken = source.Boolean(value, "idempotencyToken"),
            IsJsonValue = source.Boolean(value, "jsonvalue"),
            IsHostLabel = source.Boolean(value, "hostLabel"),
            IsStreaming = source.Boolean(value, "streaming"),
            IsEventPayload = source.Boolean(value, "eventpayload"),
            IsEventHeader = source.Boolean(value, "eventheader"),
            Deprecation = ReadDeprecation(value, source),
            TimestampFormat = source.String(value, "timestampFormat"),
        };
    }

    private static MemberLocation ReadLocation(JsonObject member, ModelSource source)
    {
        switch (source.String(member, "location"))
        {
            case null: return MemberLocation.Body;
            case "uri": return MemberLocation.Uri;
            case "querystring": return MemberLocation.Query;
            case "header": return MemberLocation.Header;
            case "headers": return MemberLocation.PrefixHeaders;
            case "statusCode": return MemberLocation.StatusCode;
            case { } other:
                source.Report(DiagnosticDescriptors.WrongType, source.PlaceOf(member["location"]!), "location", "a known location", "'" + other + "'");
                return MemberLocation.Body;
        }
    }

    private static ErrorTrait? ReadError(JsonObject shape, ModelSource source)
    {
        var error = source.Object(shape, "error");
        var retryable = source.Object(shape, "retryable");
        if (error is null && !source.Boolean(shape, "exception"))
        {
            return null;
        }

        return new ErrorTrait(
            error is null ? null : source.String(error, "code"),
            error is null ? null : source.Integer(error, "httpStatusCode"),
            retryable is not null,
            retryable is not null && source.Boolean(retryable, "throttling"));
    }
}
