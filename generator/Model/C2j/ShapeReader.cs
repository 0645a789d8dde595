using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Model.Endpoints;

namespace DataZoneGen.Generator.Model.C2j;

/// <summary>Reads shapes and their members in the C2J format.</summary>
internal static class ShapeReader
{
    public static EquatableArray<Shape> Read(JsonObject top, ModelSource source) => ModelDefinitions.Merge(
        source.Objects(top, "shapes").Select(s => Read(null, s.Member, s.Value, source)), DiagnosticDescriptors.ConflictingShape, "Shape", source.Report);

    /// <summary>Reads a shape. Fields that are missing keep their existing values.</summary>
    public static Shape Read(Shape? existing, JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        var kind = existing is not null && value["type"] is null ? existing.Kind : ReadKind(member, value, source);
        existing ??= new Shape(member.Name, kind, source.GetLocation(member.NameSpan));
        var limits = existing.Constraints;
        var shape = existing with
        {
            Kind = kind,
            Members = kind == ShapeKind.Structure ? ReadMembers(existing.Members, value, source) : [],
            Element = kind switch
            {
                ShapeKind.List => ReadElement(existing.Element, member, value, "member", source),
                ShapeKind.Map => ReadElement(existing.Element, member, value, "value", source),
                _ => null,
            },
            Key = kind == ShapeKind.Map ? ReadElement(existing.Key, member, value, "key", source) : null,
            EnumValues = kind == ShapeKind.String ? source.Strings(value, "enum", existing.EnumValues) : [],
            EnumDocumentation = kind == ShapeKind.String ? ReadEnumDocumentation(existing.EnumDocumentation, value, source) : [],
            Documentation = source.String(value, "documentation") ?? existing.Documentation,
            IsUnion = source.Boolean(value, "union", existing.IsUnion),
            IsDocument = source.Boolean(value, "document", existing.IsDocument),
            IsSparse = source.Boolean(value, "sparse", existing.IsSparse),
            IsSensitive = source.Boolean(value, "sensitive", existing.IsSensitive),
            IsStreaming = source.Boolean(value, "streaming", existing.IsStreaming),
            RequiresLength = source.Boolean(value, "requiresLength", existing.RequiresLength),
            IsEventStream = source.Boolean(value, "eventstream", existing.IsEventStream),
            IsFlattened = source.Boolean(value, "flattened", existing.IsFlattened),
            XmlNamespace = XmlNamespace.Read(value, "xmlNamespace", source) ?? existing.XmlNamespace,
            Deprecation = ReadDeprecation(existing.Deprecation, value, source),
            Payload = source.String(value, "payload") ?? existing.Payload,
            TimestampFormat = ReadTimestampFormat(existing.TimestampFormat, value, source),
            Location = ReadLocation(existing.Location, value, source),
            LocationName = source.String(value, "locationName") ?? existing.LocationName,
            Constraints = new Constraints(
                source.NumberText(value, "min") ?? limits.Min, source.NumberText(value, "max") ?? limits.Max, source.String(value, "pattern") ?? limits.Pattern),
            Error = ReadError(existing.Error, value, source),
        };
        return shape with { IsInvalid = existing.IsInvalid || source.ProblemCount > problems };
    }

    public static Deprecation? ReadDeprecation(Deprecation? existing, JsonObject owner, ModelSource source) =>
        source.Boolean(owner, "deprecated", existing is not null)
            ? new Deprecation(source.String(owner, "deprecatedMessage") ?? existing?.Message, source.String(owner, "deprecatedSince") ?? existing?.Since)
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
                // The type is not a string, which is already reported.
                return ShapeKind.String;
            default:
                var location = value["type"] is { } node ? source.GetLocation(node) : source.GetLocation(member.NameSpan);
                source.Report(DiagnosticDescriptors.WrongType, location, "type", "the name of a shape type", type is null ? "missing" : "'" + type + "'");
                return ShapeKind.String;
        }
    }

    private static EquatableArray<Member> ReadMembers(EquatableArray<Member> existing, JsonObject shape, ModelSource source)
    {
        var members = existing.ToList();
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

    private static Member? ReadElement(Member? existing, JsonMember shape, JsonObject value, string field, ModelSource source)
    {
        var member = value[field] is null ? null : value.Members.Last(m => m.Name == field);
        if (member is not null)
        {
            return source.As<JsonObject>(member.Value, field, "an object") is { } element ? ReadMember(existing, member, element, source) : existing;
        }

        if (existing is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(shape.NameSpan), field, "an object", "missing");
        }

        return existing;
    }

    private static Member ReadMember(Member? existing, JsonMember member, JsonObject value, ModelSource source)
    {
        var location = source.GetLocation(member.NameSpan);
        var shape = source.String(value, "shape");
        if (shape is null && existing is null && value["shape"] is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, location, "shape", "a string", "missing");
        }

        existing ??= new Member(member.Name, "", location);
        return existing with
        {
            Shape = shape ?? existing.Shape,
            Location = ReadLocation(existing.Location, value, source),
            LocationName = source.String(value, "locationName") ?? existing.LocationName,
            QueryName = source.String(value, "queryName") ?? existing.QueryName,
            IsFlattened = source.Boolean(value, "flattened", existing.IsFlattened),
            IsXmlAttribute = source.Boolean(value, "xmlAttribute", existing.IsXmlAttribute),
            XmlNamespace = XmlNamespace.Read(value, "xmlNamespace", source) ?? existing.XmlNamespace,
            Documentation = source.String(value, "documentation") ?? existing.Documentation,
            IsIdempotencyToken = source.Boolean(value, "idempotencyToken", existing.IsIdempotencyToken),
            IsJsonValue = source.Boolean(value, "jsonvalue", existing.IsJsonValue),
            IsHostLabel = source.Boolean(value, "hostLabel", existing.IsHostLabel),
            IsEndpointDiscoveryId = source.Boolean(value, "endpointdiscoveryid", existing.IsEndpointDiscoveryId),
            ContextParam = ContextParamReader.ReadMember(value, "contextParam", source) ?? existing.ContextParam,
            IsStreaming = source.Boolean(value, "streaming", existing.IsStreaming),
            IsEventPayload = source.Boolean(value, "eventpayload", existing.IsEventPayload),
            IsEventHeader = source.Boolean(value, "eventheader", existing.IsEventHeader),
            Deprecation = ReadDeprecation(existing.Deprecation, value, source),
            TimestampFormat = ReadTimestampFormat(existing.TimestampFormat, value, source),
            EnumValues = source.Strings(value, "enum", existing.EnumValues),
            EnumDocumentation = ReadEnumDocumentation(existing.EnumDocumentation, value, source),
        };
    }

    /// <summary>The texts of <c>enumDocumentation</c>, which the models of the package have beside <c>enum</c>.</summary>
    private static EquatableArray<EnumValueDocumentation> ReadEnumDocumentation(
        EquatableArray<EnumValueDocumentation> existing, JsonObject owner, ModelSource source) => owner["enumDocumentation"] is null or JsonNull
        ? existing
        : source.StringsByName(owner, "enumDocumentation").Select(static entry => new EnumValueDocumentation(entry.Name, entry.Text)).ToEquatableArray();

    private static MemberLocation ReadLocation(MemberLocation existing, JsonObject member, ModelSource source)
    {
        switch (source.String(member, "location"))
        {
            case null: return existing;
            case "uri": return MemberLocation.Uri;
            case "querystring": return MemberLocation.Query;
            case "header": return MemberLocation.Header;
            case "headers": return MemberLocation.PrefixHeaders;
            case "statusCode": return MemberLocation.StatusCode;
            case { } other:
                source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(member["location"]!), "location", "a known location", "'" + other + "'");
                return MemberLocation.Body;
        }
    }

    private static TimestampFormat? ReadTimestampFormat(TimestampFormat? existing, JsonObject owner, ModelSource source)
    {
        switch (source.String(owner, "timestampFormat"))
        {
            case null: return existing;
            case "iso8601": return TimestampFormat.Iso8601;
            case "unixTimestamp": return TimestampFormat.EpochSeconds;
            case "rfc822": return TimestampFormat.HttpDate;
            case { } other:
                source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(owner["timestampFormat"]!), "timestampFormat", "a known format", "'" + other + "'");
                return existing;
        }
    }

    private static ErrorTrait? ReadError(ErrorTrait? existing, JsonObject shape, ModelSource source)
    {
        var error = source.Object(shape, "error");
        var retryable = source.Object(shape, "retryable");
        if (error is null && !source.Boolean(shape, "exception", existing is not null))
        {
            return null;
        }

        existing ??= new ErrorTrait(null, null, IsRetryable: false, IsThrottling: false);
        return new ErrorTrait(
            (error is null ? null : source.String(error, "code")) ?? existing.Code,
            (error is null ? null : source.Integer(error, "httpStatusCode")) ?? existing.HttpStatusCode,
            retryable is not null || existing.IsRetryable,
            retryable is null ? existing.IsThrottling : source.Boolean(retryable, "throttling", existing.IsThrottling));
    }
}
