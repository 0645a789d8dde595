using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Model.Endpoints;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>
/// Reads members. In Smithy, a member can override constraints or the timestamp format of its target. In C2J, it cannot: the member targets
/// a synthetic shape instead, which this reader creates.
/// </summary>
internal sealed class SmithyMemberReader(SmithyScope scope, ModelSource source)
{
    private readonly Dictionary<string, (string Target, SmithyConstraints Constraints)> _narrowed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TimestampFormat> _instants = new(StringComparer.Ordinal);

    public Member Read(SmithyDefinition owner, JsonMember written, JsonObject value)
    {
        var location = source.GetLocation(written.NameSpan);
        var traits = source.Object(value, "traits") ?? new JsonObject(value.Span, []);
        var target = source.String(value, "target");
        if (target is null && value["target"] is null or JsonNull)
        {
            source.Report(DiagnosticDescriptors.WrongType, location, "target", "a string", "missing");
        }

        var binding = SmithyBinding.Read(written.Name, traits, scope.RoleOf(owner.Id), scope.BodyNameTrait, source);
        var member = new Member(written.Name, target is null ? "" : scope.Names.Of(target), location)
        {
            Location = binding.Location,
            LocationName = binding.Name ?? GetPayloadName(target, traits),
            QueryName = source.String(traits, Trait.Ec2QueryName),
            IsFlattened = traits[Trait.XmlFlattened] is not null,
            IsXmlAttribute = traits[Trait.XmlAttribute] is not null,
            XmlNamespace = XmlNamespace.Read(traits, Trait.XmlNamespace, source),
            Documentation = source.String(traits, Trait.Documentation),
            // A member that is optional only for clients is still required in C2J.
            IsRequired = traits[Trait.Required] is not null,
            IsIdempotencyToken = traits[Trait.IdempotencyToken] is not null,
            IsJsonValue = target is not null && SmithyTraits.MediaTypeOf(scope.Find(target)) == "application/json",
            ContextParam = ContextParamReader.ReadMember(traits, Trait.ContextParam, source),
            IsHostLabel = traits[Trait.HostLabel] is not null,
            IsEndpointDiscoveryId = traits[Trait.ClientEndpointDiscoveryId] is not null,
            IsEventPayload = traits[Trait.EventPayload] is not null,
            IsEventHeader = traits[Trait.EventHeader] is not null,
            Deprecation = SmithyTraits.ReadDeprecation(traits, source),
            IsUnstable = traits[Trait.Unstable] is not null,
        };
        return target is null ? member : Narrow(member, owner, scope.Find(target), traits);
    }

    /// <summary>Adds the synthetic shapes.</summary>
    public void AddNarrowed(Dictionary<string, Shape> shapes)
    {
        foreach (var narrowed in _narrowed.Where(narrowed => shapes.ContainsKey(narrowed.Value.Target)))
        {
            var (target, constraints) = narrowed.Value;
            shapes[narrowed.Key] = shapes[target] with { Name = narrowed.Key, Constraints = constraints.Over(shapes[target].Constraints) };
        }

        foreach (var instant in _instants)
        {
            shapes[instant.Key] = new Shape(instant.Key, ShapeKind.Timestamp, default) { TimestampFormat = instant.Value };
        }
    }

    /// <summary>
    /// Returns the name of the root element of a payload, which is the name of the shape in Smithy and the wire name of the member in C2J; null for any other
    /// member.
    /// </summary>
    private string? GetPayloadName(string? target, JsonObject traits) =>
        target is not null && traits[Trait.HttpPayload] is not null && scope.BodyNameTrait == Trait.XmlName
        && scope.Find(target) is { Type: "structure" or "union" } payload
            ? source.String(payload.Traits, Trait.XmlName) ?? scope.Names.Of(target)
            : null;

    private Member Narrow(Member member, SmithyDefinition owner, SmithyDefinition? target, JsonObject traits)
    {
        if (SmithyTraits.ReadTimestampFormat(traits, source) is { } format)
        {
            return NarrowInstant(member, target, traits, format);
        }

        var constraints = SmithyConstraints.Read(traits, source);
        if (!constraints.Any || target?.Type is null or "structure" or "union" or "document")
        {
            return member;
        }

        // The names of different shapes and members may form the same name.
        var wanted = scope.Names.ForNew(
            scope.Names.Of(owner.Id) + Capital(member.Name) + Suffix(target.Type), defaultValue: ShapeId.OfMember(owner.Id, member.Name));
        var narrowed = (scope.Names.Of(target.Id), constraints);
        var name = _narrowed.TryGetValue(wanted, out var other) && other != narrowed ? ShapeId.OfMember(owner.Id, member.Name) : wanted;
        _narrowed[name] = narrowed;
        return member with { Shape = name };
    }

    /// <summary>All members with the same format share a shape, unless the target is more than a simple timestamp.</summary>
    private Member NarrowInstant(Member member, SmithyDefinition? target, JsonObject traits, TimestampFormat format)
    {
        var name = "SyntheticTimestamp_" + ((JsonString)traits[Trait.TimestampFormat]!).Value.Replace('-', '_');
        if (target is null || !SmithyPrelude.Has(target.Id) || scope.Names.ForNew(name, defaultValue: "").Length == 0)
        {
            return member with { TimestampFormat = format };
        }

        _instants[name] = format;
        return member with { Shape = name };
    }

    private static string Suffix(string type) => type switch
    {
        "enum" => "String",
        "intEnum" => "Integer",
        "set" => "List",
        _ => Capital(type),
    };

    private static string Capital(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
