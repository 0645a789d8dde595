using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Protocols;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan;

/// <summary>Plans the properties of structures, requests, responses and exceptions.</summary>
internal sealed class StructurePlanner(
    ServiceMetadata metadata, ProtocolPlanner protocol, ShapeTable shapes, TypePlanner types, ShapeUse use, List<DiagnosticInfo> diagnostics)
{
    private readonly string[] _reservedLocals =
        [protocol.Reading.Local, protocol.Writing.Local, "name", "response", "request", "input", "value", "error", "item", "entry", "nameof"];

    /// <summary>Plans a structure. Its required members have the <c>required</c> modifier if a request uses the structure.</summary>
    public StructurePlan PlanStructure(Shape shape, string name, string wire)
    {
        var role = use.IsWritten(shape.Name) || use.IsWrittenAsEvent(shape.Name) ? StructureRole.Input : StructureRole.Output;
        return new StructurePlan(name, Documentation.ForType(shape.Documentation, "The " + shape.Name + " structure."))
        {
            Properties = PlanProperties(shape, MemberNames.ForRecord(name, isResponse: false), role, topLevel: false),
            IsRead = use.IsRead(shape.Name),
            IsWritten = use.IsWritten(shape.Name),
            IsReadAsEvent = use.IsReadAsEvent(shape.Name),
            IsWrittenAsEvent = use.IsWrittenAsEvent(shape.Name),
            Wire = wire,
            IsSensitive = shape.IsSensitive,
            NeedsEmpty = use.IsRead(shape.Name) && use.IsRequired(shape.Name),
            Stability = PlanStability(shape.Deprecation, shape.IsUnstable),
        };
    }

    public StructurePlan PlanRequest(OperationModel operation, string name)
    {
        var shape = operation.Input is null ? null : shapes[operation.Input];
        return new StructurePlan(name, Documentation.ForType(shape?.Documentation, "The request of the operation " + operation.Name + "."))
        {
            Properties = shape is null ? [] : PlanProperties(shape, MemberNames.ForRecord(name, isResponse: false), StructureRole.Input, topLevel: true),
            IsWritten = true,
            IsSensitive = shape?.IsSensitive ?? false,
        };
    }

    public StructurePlan PlanResponse(OperationModel operation, string name)
    {
        var shape = operation.Output is null ? null : shapes[operation.Output];
        return new StructurePlan(name, Documentation.ForType(shape?.Documentation, "The response of the operation " + operation.Name + "."))
        {
            Properties = shape is null ? [] : PlanProperties(shape, MemberNames.ForRecord(name, isResponse: true), StructureRole.Output, topLevel: true),
            IsResponse = true,
            IsRead = true,
            IsSensitive = shape?.IsSensitive ?? false,
        };
    }

    /// <summary>Plans the members of an error except its message, which every exception has.</summary>
    public EquatableArray<PropertyPlan> PlanError(Shape shape, string name) =>
        PlanProperties(shape, MemberNames.ForException(name), StructureRole.Output, topLevel: true)
            .Where(static p => !IsMessage(p.WireName))
            .ToEquatableArray();

    public EquatableArray<PropertyPlan> PlanVariants(Shape union, string name)
    {
        var names = MemberNames.ForUnion(name);
        var locals = new LocalNames(protocol.Reading.Local, protocol.Writing.Local, "value");
        return WithTypesInUnion(union.Members.Select(member =>
            protocol.PlanMember(PlanVariant(member, types.TypeOf(member), names.Take(CSharpNames.Pascal(member.Name)), locals), member, shapes)));
    }

    /// <summary>Plans the events of a stream. An error ends a stream that is read; in a stream that is sent, errors are events like others.</summary>
    public EquatableArray<PropertyPlan> PlanEvents(Shape stream, string name)
    {
        var names = MemberNames.ForUnion(name);
        var locals = new LocalNames("message", "value");
        return WithTypesInUnion(stream.Members
            .Where(member => shapes[member.Shape].Error is null || use.IsWritten(stream.Name))
            .Select(member => PlanVariant(
                member,
                shapes[member.Shape].Error is null ? types.TypeOf(member) : types.ExceptionOf(member),
                names.Take(CSharpNames.Pascal(member.Name)),
                locals)));
    }

    /// <summary>Names the types of variants as the union must, whose variants hide types of their names.</summary>
    private EquatableArray<PropertyPlan> WithTypesInUnion(IEnumerable<PropertyPlan> planned)
    {
        var variants = planned.ToList();
        var hidden = new HashSet<string>(variants.Select(static variant => variant.Name), StringComparer.Ordinal) { "Unknown" };
        return variants.Select(variant => variant with { TypeInUnion = types.NameInside(variant.Type, hidden) }).ToEquatableArray();
    }

    /// <summary>Returns the wire name of the member that becomes the message of the exception; null if there is none.</summary>
    public static string? MessageName(Shape error) =>
        error.Members.Select(static m => m.WireName).FirstOrDefault(IsMessage);

    /// <summary>Plans the attributes of an element; returns null if it is neither deprecated nor unstable.</summary>
    public static StabilityPlan? PlanStability(Deprecation? deprecation, bool isUnstable) => deprecation is null && !isUnstable
        ? null
        : new StabilityPlan(deprecation is null ? null : ObsoleteMessage(deprecation), isUnstable);

    private static string ObsoleteMessage(Deprecation deprecation)
    {
        var message = deprecation.Message?.Trim() ?? "";
        if (deprecation.Since is not { Length: > 0 } since || message.Contains(since))
        {
            return message;
        }

        var end = message.Length == 0 ? "" : message.EndsWith(".", System.StringComparison.Ordinal) ? " " : ". ";
        return message + end + "Deprecated since " + since + ".";
    }

    private static bool IsMessage(string wireName) => wireName is "message" or "Message";

    private PropertyPlan PlanVariant(Member member, TypePlan type, string name, LocalNames locals) =>
        new(name, member.WireName, type, Documentation.ForMember(member, shapes[member.Shape], "The variant", isToken: false))
        {
            Member = member.Name,
            Local = locals.Take(name),
            IsSensitive = IsSensitive(member),
            Stability = PlanStability(member.Deprecation, member.IsUnstable),
        };

    /// <summary>Returns whether a member, or a value in its lists and maps, is sensitive. Structures hide their own sensitive members.</summary>
    private bool IsSensitive(Member member)
    {
        var shape = shapes[member.Shape];
        return shape.IsSensitive || (shape.Key is { } key && shapes[key.Shape].IsSensitive) || (shape.Element is { } element && IsSensitive(element));
    }

    private EquatableArray<PropertyPlan> PlanProperties(Shape shape, MemberNames names, StructureRole role, bool topLevel)
    {
        var locals = new LocalNames(_reservedLocals);
        if (use.IsReadAsEvent(shape.Name) || use.IsWrittenAsEvent(shape.Name))
        {
            locals.Take("Message");
        }

        return shape.Members.Select(member =>
        {
            var wanted = CSharpNames.Pascal(member.Name);
            var name = names.Take(wanted);
            if (name != wanted && !(shape.Error is not null && wanted == "Message"))
            {
                diagnostics.Add(DiagnosticInfo.Create(
                    DiagnosticDescriptors.Renamed, member.SourceLocation, shape.Name + "." + member.Name, name, "'" + wanted + "' is already used"));
            }

            return protocol.PlanMember(PlanProperty(shape, member, name, role, topLevel), member, shapes) with { Local = locals.Take(name) };
        }).ToEquatableArray();
    }

    private PropertyPlan PlanProperty(Shape owner, Member member, string name, StructureRole role, bool topLevel)
    {
        var target = shapes[member.Shape];
        var type = types.TypeOf(member);
        var isLabel = topLevel && role == StructureRole.Input && member.Location == MemberLocation.Uri;
        var isStreamRead = role == StructureRole.Output && (type is ScalarType { Kind: ScalarKind.Stream } or EventStreamType);
        var isText = type is ScalarType { Kind: ScalarKind.String };
        var isToken = member.IsIdempotencyToken && isText && topLevel && role == StructureRole.Input;
        var isRequired = isLabel || isStreamRead || (member.IsRequired && !isToken && !use.RequiresItself(member.Shape));
        var defaultValue = topLevel && isRequired && isText && role == StructureRole.Input ? ServiceCustomizations.DefaultOf(metadata, member) : null;
        var wireName = member.BoundName;
        var binding = topLevel ? BindingOf(owner, member, role) : PropertyBinding.Body;
        return new PropertyPlan(name, wireName, type, Documentation.ForMember(member, target, DescribeBinding(member, topLevel), isToken, defaultValue))
        {
            Member = member.Name,
            Binding = binding,
            HttpName = binding switch
            {
                PropertyBinding.Header or PropertyBinding.PrefixHeaders => wireName.ToLowerInvariant(),
                PropertyBinding.Query => WireNames.QueryName(wireName),
                _ => "",
            },
            IsNullable = !isRequired,
            IsRequired = isRequired && role == StructureRole.Input && defaultValue is null,
            Default = defaultValue is null ? null : Literals.String(defaultValue),
            IsIdempotencyToken = isToken,
            IsJsonValue = isText ? member.IsJsonValue : type is WireType { Element: ScalarType { Kind: ScalarKind.String } } && target.Element!.IsJsonValue,
            RequiresLength = target.RequiresLength,
            EventPart = member.IsEventHeader ? EventPart.Header : member.IsEventPayload ? EventPart.Payload : EventPart.Body,
            SmallHeader = SmallHeader(target),
            IsSensitive = IsSensitive(member),
            Stability = PlanStability(member.Deprecation, member.IsUnstable),
            Empty = isRequired ? TypePlanner.EmptyOf(type) : null,
        };
    }

    /// <summary>Returns the binding of a member. A binding that does not apply to the direction is ignored.</summary>
    private static PropertyBinding BindingOf(Shape owner, Member member, StructureRole role) => (member.Location, role) switch
    {
        (MemberLocation.Uri, StructureRole.Input) => PropertyBinding.Label,
        (MemberLocation.Query, StructureRole.Input) => PropertyBinding.Query,
        (MemberLocation.Header, _) => PropertyBinding.Header,
        (MemberLocation.PrefixHeaders, _) => PropertyBinding.PrefixHeaders,
        (MemberLocation.StatusCode, StructureRole.Output) => PropertyBinding.StatusCode,
        _ when owner.Payload == member.Name => PropertyBinding.Payload,
        _ => PropertyBinding.Body,
    };

    /// <summary>C2J has no types for Smithy's byte and short; they are integers with these shape names.</summary>
    private static string? SmallHeader(Shape shape) => shape switch
    {
        { Kind: ShapeKind.Integer, Name: "Byte" } => "Byte",
        { Kind: ShapeKind.Integer, Name: "Short" } => "Int16",
        _ => null,
    };

    private static string DescribeBinding(Member member, bool topLevel) => !topLevel ? PlaceInside(member) : member.Location switch
    {
        MemberLocation.Uri => "Path label",
        MemberLocation.Query => "Query parameter",
        MemberLocation.Header => "Header",
        MemberLocation.PrefixHeaders => "Headers with the prefix",
        MemberLocation.StatusCode => "The HTTP status code, modeled as",
        _ => "Member",
    };

    private static string PlaceInside(Member member) => member.IsEventHeader ? "Event header" : member.IsEventPayload ? "Event payload" : "Member";

    /// <summary>Whether callers create the structure. If they do, its required members have the <c>required</c> modifier.</summary>
    private enum StructureRole
    {
        Input,
        Output,
    }
}
