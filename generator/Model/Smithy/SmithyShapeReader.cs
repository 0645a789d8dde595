using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Converts Smithy shapes to C2J shapes.</summary>
internal sealed class SmithyShapeReader(SmithyScope scope, ModelSource source)
{
    private readonly SmithyMemberReader _members = new(scope, source);

    public EquatableArray<Shape> Read()
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var definition in scope.Shapes)
        {
            shapes[scope.Names.Of(definition.Id)] = Read(definition);
        }

        _members.AddNarrowed(shapes);
        return shapes.Values.ToEquatableArray();
    }

    private Shape Read(SmithyDefinition definition)
    {
        var problems = source.ProblemCount;
        var traits = definition.Traits;
        var kind = ReadKind(definition);
        var values = SmithyEnumReader.Read(definition, source);
        var location = source.GetLocation(definition.NameSpan);
        var shape = new Shape(scope.Names.Of(definition.Id), kind, location)
        {
            Members = definition.Type is "structure" or "union" ? ReadMembers(definition) : [],
            Element = kind switch
            {
                ShapeKind.List => ReadElement(definition, "member"),
                ShapeKind.Map => ReadElement(definition, "value"),
                _ => null,
            },
            Key = kind == ShapeKind.Map ? ReadElement(definition, "key") : null,
            EnumValues = values.Select(static value => value.Value).ToEquatableArray(),
            EnumDocumentation = values.Where(static value => value.Documentation is not null)
                .Select(static value => new EnumValueDocumentation(value.Value, value.Documentation!)).ToEquatableArray(),
            Documentation = source.String(traits, Trait.Documentation),
            IsUnion = definition.Type == "union" && !definition.Has(Trait.Streaming),
            IsDocument = definition.Type == "document",
            IsSparse = definition.Has(Trait.Sparse),
            IsSensitive = definition.Has(Trait.Sensitive),
            IsStreaming = definition.Type == "blob" && definition.Has(Trait.Streaming),
            RequiresLength = definition.Has(Trait.RequiresLength),
            IsEventStream = definition.Type == "union" && definition.Has(Trait.Streaming),
            XmlNamespace = XmlNamespace.Read(traits, Trait.XmlNamespace, source),
            Deprecation = SmithyTraits.ReadDeprecation(traits, source),
            IsUnstable = definition.Has(Trait.Unstable),
            EnumStability = values.Where(static value => value.Deprecation is not null || value.IsUnstable)
                .Select(static value => new EnumValueStability(value.Value, value.Deprecation, value.IsUnstable)).ToEquatableArray(),
            Payload = PayloadOf(definition),
            TimestampFormat = SmithyTraits.ReadTimestampFormat(traits, source),
            Constraints = SmithyConstraints.Read(traits, source).Over(default),
            Error = ReadError(definition),
            Unsupported = GetUnsupportedReason(definition),
        };
        return shape with { IsInvalid = definition.IsInvalid || source.ProblemCount > problems };
    }

    private ShapeKind ReadKind(SmithyDefinition definition)
    {
        switch (definition.Type)
        {
            case "structure" or "union" or "document": return ShapeKind.Structure;
            case "list" or "set": return ShapeKind.List;
            case "map": return ShapeKind.Map;
            case "string" or "enum": return ShapeKind.String;
            case "boolean": return ShapeKind.Boolean;
            case "byte" or "short" or "integer" or "intEnum": return ShapeKind.Integer;
            case "long" or "bigInteger": return ShapeKind.Long;
            case "float": return ShapeKind.Float;
            case "double" or "bigDecimal": return ShapeKind.Double;
            case "timestamp": return ShapeKind.Timestamp;
            case "blob": return ShapeKind.Blob;
            default:
                var node = definition.Node["type"];
                var location = node is null ? source.GetLocation(definition.NameSpan) : source.GetLocation(node);
                var found = definition.Type is { } type ? "'" + type + "'" : node?.Description ?? "missing";
                source.Report(DiagnosticDescriptors.WrongType, location, "type", "the name of a shape type", found);
                return ShapeKind.String;
        }
    }

    private EquatableArray<Member> ReadMembers(SmithyDefinition structure) =>
        source.Objects(structure.Node, "members").Select(entry => _members.Read(structure, entry.Member, entry.Value)).ToEquatableArray();

    private Member? ReadElement(SmithyDefinition collection, string field)
    {
        var written = collection.Node.Members.LastOrDefault(m => m.Name == field);
        if (written is null)
        {
            source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(collection.NameSpan), field, "an object", "missing");
            return null;
        }

        return source.As<JsonObject>(written.Value, field, "an object") is { } element ? _members.Read(collection, written, element) : null;
    }

    private string? PayloadOf(SmithyDefinition structure) => scope.RoleOf(structure.Id) == SmithyRole.Nested
        ? null
        : structure.References.FirstOrDefault(static r => r.Has(Trait.HttpPayload))?.Name;

    private ErrorTrait? ReadError(SmithyDefinition structure)
    {
        if (!structure.Has(Trait.Error))
        {
            return null;
        }

        var retryable = source.Object(structure.Traits, Trait.Retryable);
        var queryError = source.Object(structure.Traits, Trait.AwsQueryError);
        return new ErrorTrait(
            queryError is null ? null : source.String(queryError, "code"),
            source.Integer(structure.Traits, Trait.HttpError),
            retryable is not null,
            retryable is not null && source.Boolean(retryable, "throttling"));
    }

    /// <summary>Returns why the shape is not supported; null if it is supported.</summary>
    private string? GetUnsupportedReason(SmithyDefinition definition) => definition.Type switch
    {
        "bigInteger" or "bigDecimal" => "is an arbitrary-precision number, which is not supported",
        "structure" when MemberWithTwoNames(definition) is { } member => "has a member '" + member + "' that has several names, which is not supported",
        "structure" when EncodedHeader(definition) is { } member => "has a header '" + member + "' with a media type other than JSON, which is not supported",
        _ => null,
    };

    /// <summary>
    /// Returns a member with different names in its HTTP binding and in bodies, if the structure is used both with and without the binding. A
    /// property has only one wire name, and HTTP bindings apply only to the top level of an input or output.
    /// </summary>
    private string? MemberWithTwoNames(SmithyDefinition structure)
    {
        var role = scope.RoleOf(structure.Id);
        var isNestedToo = role != SmithyRole.Nested && scope.IsNested(structure.Id);
        var isBothWays = role == (SmithyRole.Input | SmithyRole.Output);
        return structure.References
            .FirstOrDefault(member => (isNestedToo || (isBothWays && member.IsBoundInOneDirection)) && member.BoundName is { } name && name != member.GetBodyName(scope.BodyNameTrait))?.Name;
    }

    /// <summary>Returns a header with a media type. It would be base64-encoded, which is supported only for JSON.</summary>
    private string? EncodedHeader(SmithyDefinition structure) => structure.References
        .FirstOrDefault(member => member.Has(Trait.HttpHeader) && SmithyTraits.MediaTypeOf(scope.Find(member.Target)) is not (null or "application/json"))?.Name;
}
