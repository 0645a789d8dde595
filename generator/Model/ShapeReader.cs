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
            var shape = Read(null, member, value, source);
            if (!shapes.TryGetValue(member.Name, out var first))
            {
                shapes.Add(member.Name, shape);
            }
            else if (first.Essence() != shape.Essence())
            {
                source.Report(DiagnosticDescriptors.ConflictingShape, shape.Place, "Shape", member.Name, first.Place.ToString());
            }
        }

        return shapes.Values.ToEquatableArray();
    }

    /// <summary>The shape with what the text says; what it does not say is as in the basis.</summary>
    public static Shape Read(Shape? basis, JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        var kind = basis is not null && value["type"] is null ? basis.Kind : ReadKind(member, value, source);
        basis ??= new Shape(member.Name, kind, source.PlaceOf(member.NameSpan));
        var limits = basis.Constraints;
        var shape = basis with
        {
            Kind = kind,
            Members = kind == ShapeKind.Structure ? ReadMembers(basis.Members, value, source) : [],
            Element = kind switch
            {
                ShapeKind.List => ReadElement(basis.Element, member, value, "member", source),
                ShapeKind.Map => ReadElement(basis.Element, member, value, "value", source),
                _ => null,
            },
            Key = kind == ShapeKind.Map ? ReadElement(basis.Key, member, value, "key", source) : null,
            EnumValues = kind == ShapeKind.String ? source.Strings(value, "enum", basis.EnumValues) : [],
            Documentation = source.String(value, "documentation") ?? basis.Documentation,
            IsUnion = source.Boolean(value, "union", basis.IsUnion),
            IsDocument = source.Boolean(value, "document", basis.IsDocument),
            IsSparse = source.Boolean(value, "sparse", basis.IsSparse),
            IsSensitive = source.Boolean(value, "sensitive", basis.IsSensitive),
            IsStreaming = source.Boolean(value, "streaming", basis.IsStreaming),
            RequiresLength = source.Boolean(value, "requiresLength", basis.RequiresLength),
            IsEventStream = source.Boolean(value, "eventstream", basis.IsEventStream),
            Deprecation = ReadDeprecation(basis.Deprecation, value, source),
            Payload = source.String(value, "payload") ?? basis.Payload,
            TimestampFormat = source.String(value, "timestampFormat") ?? basis.TimestampFormat,
            Location = ReadLocation(basis.Location, value, source),
            LocationName = source.String(value, "locationName") ?? basis.LocationName,
            Constraints = new Constraints(
                source.NumberText(value, "min") ?? limits.Min, source.NumberText(value, "max") ?? limits.Max, source.String(value, "pattern") ?? limits.Pattern),
            Error = ReadError(basis.Error, value, source),
        };
        return shape with { IsInvalid = basis.IsInvalid || source.ProblemCount > problems };
    }

    public static Deprecation? ReadDeprecation(Deprecation? basis, JsonObject owner, ModelSource source) =>
        source.Boolean(owner, "deprecated", basis is not null)
            ? new Deprecation(source.String(owner, "deprecatedMessage") ?? basis?.Message, source.String(owner, "deprecatedSince") ?? basis?.Since)
            : null;

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

    private static EquatableArray<Member> ReadMembers(EquatableArray<Member> basis, JsonObject shape, ModelSource source)
    {
        var members = basis.ToList();
        foreach (var (member, value) in source.Objects(shape, "members"))
        {
            var index = members.FindIndex(m => m.Name == member.Name);
            if (index < 0)
            {
                members.Add(ReadMember(null, member, value, source));
            }
            else
            {
                members[index] = ReadMember(members[index], member, value, source);
            }
        }

        if (shape["required"] is null)
        {
            return members.ToEquatableArray();
        }

        var required = new HashSet<string>(source.Strings(shape, "required"), StringComparer.Ordinal);
        return members.Select(member => member with { IsRequired = required.Contains(member.Name) }).ToEquatableArray();
    }

    private static Member? ReadElement(Member? basis, JsonMember shape, JsonObject value, string field, ModelSource source)
    {
        var member = value[field] is null ? null : value.Members.Last(m => m.Name == field);
        if (member is not null)
        {
            return source.As<JsonObject>(member.Value, field, "an object") is { } element ? ReadMember(basis, member, element, source) : basis;
        }

        if (basis is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, source.PlaceOf(shape.NameSpan), field, "an object", "missing");
        }

        return basis;
    }

    private static Member ReadMember(Member? basis, JsonMember member, JsonObject value, ModelSource source)
    {
        var place = source.PlaceOf(member.NameSpan);
        var shape = source.String(value, "shape");
        if (shape is null && basis is null && value["shape"] is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, place, "shape", "a string", "missing");
        }

        basis ??= new Member(member.Name, "", place);
        return basis with
        {
            Shape = shape ?? basis.Shape,
            Location = ReadLocation(basis.Location, value, source),
            LocationName = source.String(value, "locationName") ?? basis.LocationName,
            Documentation = source.String(value, "documentation") ?? basis.Documentation,
            IsIdempotencyToken = source.Boolean(value, "idempotencyToken", basis.IsIdempotencyToken),
            IsJsonValue = source.Boolean(value, "jsonvalue", basis.IsJsonValue),
            IsHostLabel = source.Boolean(value, "hostLabel", basis.IsHostLabel),
            ContextParam = ContextParamReader.ReadMember(value, "contextParam", source) ?? basis.ContextParam,
            IsStreaming = source.Boolean(value, "streaming", basis.IsStreaming),
            IsEventPayload = source.Boolean(value, "eventpayload", basis.IsEventPayload),
            IsEventHeader = source.Boolean(value, "eventheader", basis.IsEventHeader),
            Deprecation = ReadDeprecation(basis.Deprecation, value, source),
            TimestampFormat = source.String(value, "timestampFormat") ?? basis.TimestampFormat,
            EnumValues = source.Strings(value, "enum", basis.EnumValues),
        };
    }

    private static MemberLocation ReadLocation(MemberLocation basis, JsonObject member, ModelSource source)
    {
        switch (source.String(member, "location"))
        {
            case null: return basis;
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

    private static ErrorTrait? ReadError(ErrorTrait? basis, JsonObject shape, ModelSource source)
    {
        var error = source.Object(shape, "error");
        var retryable = source.Object(shape, "retryable");
        if (error is null && !source.Boolean(shape, "exception", basis is not null))
        {
            return null;
        }

        basis ??= new ErrorTrait(null, null, IsRetryable: false, IsThrottling: false);
        return new ErrorTrait(
            (error is null ? null : source.String(error, "code")) ?? basis.Code,
            (error is null ? null : source.Integer(error, "httpStatusCode")) ?? basis.HttpStatusCode,
            retryable is not null || basis.IsRetryable,
            retryable is null ? basis.IsThrottling : source.Boolean(retryable, "throttling", basis.IsThrottling));
    }
}
