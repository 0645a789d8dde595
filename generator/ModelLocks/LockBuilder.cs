using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan;
using DataZoneGen.Generator.Plan.Protocols;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.ModelLocks;

/// <summary>Collects the facts of the selected part of a service, as its protocol sends them.</summary>
internal sealed class LockBuilder
{
    private readonly Closure _closure;
    private readonly ShapeTable _shapes;
    private readonly TypeText _types;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _received = new(StringComparer.Ordinal);

    private LockBuilder(Closure closure, ProtocolPlanner protocol)
    {
        _closure = protocol.Bind(closure);
        _shapes = new ShapeTable(_closure.Shapes);
        _types = new TypeText(_shapes, protocol.TimestampFormat, closure.Protocol.ReadsXml);
        var use = new ShapeUse(_closure, _shapes);
        _sent.UnionWith(_closure.Operations.Select(static operation => operation.Input).OfType<string>());
        _received.UnionWith(_closure.Operations.Select(static operation => operation.Output).OfType<string>().Concat(use.Errors));
        _sent.UnionWith(_shapes.Names.Where(name => use.IsWritten(name) || use.IsWrittenAsEvent(name)));
        _received.UnionWith(_shapes.Names.Where(name => use.IsRead(name) || use.IsReadAsEvent(name)));
    }

    public static LockedService Build(Closure closure) => new LockBuilder(closure, ProtocolPlanners.Create(closure.Protocol, closure.Metadata)).Build();

    private LockedService Build() => new(_closure.Metadata.ServiceId, _closure.Metadata.SourceLocation)
    {
        Protocol = _closure.Protocol.Kind.ToString(),
        Operations = _closure.Operations.Select(Build).ToEquatableArray(),
        Shapes = _closure.Shapes.Select(Build).OfType<LockedShape>().ToEquatableArray(),
    };

    private LockedOperation Build(OperationModel operation) => new(operation.Name, operation.SourceLocation)
    {
        Http = operation.Method + " " + operation.Uri.ToText(),
        HostPrefix = UriTemplate.ToText(operation.HostPrefix),
        Auth = Authentication.Choose(operation, _closure.Metadata) is var auth and not AuthKind.SigV4 ? auth.ToString() : "",
        Input = operation.Input,
        Output = operation.Output,
        Errors = Names(operation.Errors, operation.SourceLocation),
        Paginator = _closure.Paginators.FirstOrDefault(paginator => paginator.Operation == operation.Name) is { } pages
            ? new LockedName(string.Join(", ", pages.ResultKeys), pages.SourceLocation)
            : null,
        Waiters = _closure.Waiters.Where(waiter => waiter.Operation == operation.Name)
            .OrderBy(static waiter => waiter.Name, StringComparer.Ordinal)
            .Select(static waiter => new LockedName(waiter.Name, waiter.SourceLocation))
            .ToEquatableArray(),
    };

    /// <summary>Returns null for a shape without members or values.</summary>
    private LockedShape? Build(Shape shape)
    {
        LockedShapeKind? kind = shape switch
        {
            { IsDocument: true } => null,
            { IsEventStream: true } => LockedShapeKind.EventStream,
            { IsUnion: true } => LockedShapeKind.Union,
            { Error: not null } => LockedShapeKind.Error,
            { Kind: ShapeKind.Structure } => LockedShapeKind.Structure,
            { EnumValues.Count: > 0 } => LockedShapeKind.Enum,
            _ => null,
        };
        return kind is null ? null : new LockedShape(shape.Name, kind.Value, shape.SourceLocation)
        {
            Members = shape.Members.OrderBy(static member => member.Name, StringComparer.Ordinal).Select(member => Build(shape, member)).ToEquatableArray(),
            Values = Names(shape.EnumValues, shape.SourceLocation),
            Code = shape.Error?.Code is { } code && code != shape.Name ? code : null,
            Status = shape.Error?.HttpStatusCode,
            IsSent = _sent.Contains(shape.Name),
            IsReceived = _received.Contains(shape.Name),
        };
    }

    private LockedMember Build(Shape owner, Member member) => new(member.Name, _types.Describe(member), member.SourceLocation)
    {
        IsRequired = member.IsRequired,
        Binding = BindingOf(owner, member),
        WireName = member.BoundName,
        QueryName = member.QueryName == member.LocationName ? null : member.QueryName,
        Traits = TraitsOf(member, _shapes[member.Shape]).ToEquatableArray(),
    };

    private static string BindingOf(Shape owner, Member member) => member.Location switch
    {
        MemberLocation.Uri => "path",
        MemberLocation.Query => "query",
        MemberLocation.Header => "header",
        MemberLocation.PrefixHeaders => "headers",
        MemberLocation.StatusCode => "status",
        _ when owner.Payload == member.Name => "payload",
        _ when member.IsEventHeader => "event header",
        _ when member.IsEventPayload => "event payload",
        _ => "",
    };

    private IEnumerable<string> TraitsOf(Member member, Shape target)
    {
        if (_closure.Protocol.ReadsXml && (member.IsFlattened || target.IsFlattened))
        {
            yield return LockTraits.Flattened;
        }

        if (member.IsHostLabel)
        {
            yield return LockTraits.HostLabel;
        }

        if (member.IsIdempotencyToken)
        {
            yield return LockTraits.IdempotencyToken;
        }

        if (member.IsJsonValue || target.Element?.IsJsonValue == true)
        {
            yield return LockTraits.JsonValue;
        }

        if (target.RequiresLength)
        {
            yield return LockTraits.RequiresLength;
        }

        if (member.IsXmlAttribute)
        {
            yield return LockTraits.XmlAttribute;
        }
    }

    private static EquatableArray<LockedName> Names(IEnumerable<string> names, SourceLocation location) => names
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .Select(name => new LockedName(name, location))
        .ToEquatableArray();
}
