using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Conditions;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Plan.Endpoints;
using DataZoneGen.Generator.Plan.Fakes;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Permissions;
using DataZoneGen.Generator.Plan.Protocols;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan;

/// <summary>Plans all files of a service. This stage converts shapes to C#; later stages do not use shapes.</summary>
internal sealed class ServicePlanner
{
    private readonly ProtocolPlanner _protocol;
    private readonly Closure _closure;
    private readonly List<DiagnosticInfo> _diagnostics;
    private readonly ShapeTable _shapes;
    private readonly NameTable _names;
    private readonly TypePlanner _types;
    private readonly ShapeUse _use;
    private readonly StructurePlanner _structures;
    private readonly UnitContext _context;

    private ServicePlanner(Closure closure, List<DiagnosticInfo> diagnostics)
    {
        _protocol = ProtocolPlanners.Create(closure.Protocol, closure.Metadata);
        closure = _protocol.Bind(closure);
        _closure = closure;
        _diagnostics = diagnostics;
        _shapes = new ShapeTable(closure.Shapes);
        _use = new ShapeUse(closure, _shapes);
        _names = new NameTable(closure, _use, diagnostics);
        _types = new TypePlanner(_shapes, _names, closure.Namespace, _protocol.TimestampFormat);
        _structures = CreateStructurePlanner(diagnostics);
        _context = new UnitContext(closure.Namespace, closure.IsPublic, closure.Metadata.ServiceId, closure.Metadata.ApiVersion ?? "")
        {
            Names = new ClientNames(
                _names.Client, _names.Interface, _names.Extensions, _names.Options, _names.Service, _names.Endpoints, _names.BaseException)
            {
                Registration = _names.Registration,
            },
            HasDeprecations = closure.Metadata.Deprecation is not null
                || closure.Operations.Any(static o => o.Deprecation is not null)
                || closure.Shapes.Any(static s => s.Deprecation is not null || s.Members.Any(static m => m.Deprecation is not null) || s.EnumStability.Any(static v => v.Deprecation is not null)),
            HasExperimentalParts = closure.Metadata.IsUnstable
                || closure.Operations.Any(static o => o.IsUnstable)
                || closure.Shapes.Any(static s => s.IsUnstable || s.Members.Any(static m => m.IsUnstable) || s.EnumStability.Any(static v => v.IsUnstable)),
            Reading = _protocol.Reading,
            Writing = _protocol.Writing,
            HintFolder = CSharpNames.Pascal(closure.Metadata.ServiceId),
        };
    }

    public static EquatableArray<UnitPlan> Plan(Closure closure, List<DiagnosticInfo> diagnostics) => new ServicePlanner(closure, diagnostics).Plan();

    private EquatableArray<UnitPlan> Plan()
    {
        // Large services such as EC2 have hundreds of operations and thousands of shapes, so they are planned at the same time.
        var diagnostics = new List<DiagnosticInfo>();
        var planning = Task.Run(() => PlanOperations(diagnostics));
        var structures = PlanStructures();
        var enums = PlanEnums();
        var unions = PlanUnions().ToList();
        var operations = planning.GetAwaiter().GetResult();
        _diagnostics.AddRange(diagnostics);
        var paths = new PathCompiler(new PathTypes(structures, unions, enums));
        var endpoints = ServiceEndpoints.Plan(
            _closure, _context, operations.Values.Select(static o => (o.Model, o.Plan)).ToList(), _shapes, paths, _diagnostics);
        var errors = PlanErrors();
        var client = PlanClient(operations.Values, errors, endpoints) with
        {
            EndpointDiscovery = PlanEndpointDiscovery(operations, structures),
            Session = PlanSession(operations, structures),
        };
        var units = new List<UnitPlan> { client };
        var bound = operations.Values.Select(o => (o.Model, Plan: endpoints.Bind(o.Plan))).ToList();
        units.AddRange(bound.Select(o => new OperationUnit(_context, o.Plan with
        {
            MessageCheck = ServiceCustomizations.PlanMessageCheck(_closure.Metadata, o.Plan, structures),
        })));
        units.AddRange(structures.Select(s => new StructureUnit(_context, s)));
        units.AddRange(enums);
        units.AddRange(unions);
        var streams = PlanEventStreams(errors).ToList();
        units.AddRange(streams);
        var collections = PlanCollections().ToEquatableArray();
        units.AddRange(collections.Count == 0 ? [] : [new CollectionsUnit(_context, collections)]);

        units.AddRange(errors);
        var paginators = PlanPaginators(operations, paths);
        var waiters = PlanWaiters(operations, paths);
        units.AddRange(paginators.Count == 0 ? [] : [new PaginatorUnit(_context, paginators)]);
        units.AddRange(waiters.Count == 0 ? [] : waiters.Select(waiter => (UnitPlan)new WaiterUnit(_context, waiter)).Append(new WaiterMethodsUnit(_context, waiters)));
        units.AddRange(PlanTransfers(operations, structures));
        units.Add(endpoints.Unit);
        units.Add(PlanFacts(operations, structures, enums, unions, paginators, waiters));
        units.Add(new RegistrationUnit(_context));
        return _closure.Fake == FakeMode.None ? units.ToEquatableArray() : WithFake(units, new ClientPlans(_closure, _protocol, _shapes, _names, client)
        {
            Operations = bound,
            Structures = structures,
            Unions = unions,
            EventStreams = streams,
            Enums = enums,
            Collections = collections,
            Errors = errors,
        });
    }

    private static EquatableArray<UnitPlan> WithFake(List<UnitPlan> units, ClientPlans plans) =>
        (plans.Closure.Fake == FakeMode.Only ? [] : units).Concat(FakePlanner.Plan(plans)).ToEquatableArray();

    private sealed record PlannedOperation(OperationModel Model, OperationPlan Plan, MethodPlan Method);

    private StructurePlanner CreateStructurePlanner(List<DiagnosticInfo> diagnostics) => new(_closure.Metadata, _protocol, _shapes, _types, _use, diagnostics);

    private Dictionary<string, PlannedOperation> PlanOperations(List<DiagnosticInfo> diagnostics)
    {
        var planner = new OperationPlanner(_closure.Metadata, _protocol, _shapes, _names, CreateStructurePlanner(diagnostics));
        return _closure.Operations.Select(operation => ServiceCustomizations.Complete(_closure.Metadata, operation)).Select(model =>
        {
            var plan = planner.Plan(model);
            return new PlannedOperation(model, plan, planner.PlanMethod(model, plan));
        }).ToDictionary(static o => o.Model.Name, StringComparer.Ordinal);
    }

    private IEnumerable<Shape> Used(Func<Shape, bool> isWanted) => _closure.Shapes.Where(s => _use.IsUsed(s) && isWanted(s));

    private List<StructurePlan> PlanStructures() =>
        Used(static s => s is { Kind: ShapeKind.Structure, IsUnion: false, IsDocument: false, IsEventStream: false })
            .Select(shape => _structures.PlanStructure(shape, _names.OfShape(shape.Name), _names.WireOfShape(shape.Name)))
            .ToList();

    private List<EnumUnit> PlanEnums() =>
        Used(static s => s.EnumValues.Count > 0).Select(shape =>
        {
            var name = _names.OfShape(shape.Name);
            var kind = _names.KindOfEnum(shape.Name);
            var members = MemberNames.ForEnum(name, kind);
            var texts = shape.EnumDocumentation.ToLookup(static d => d.Value, static d => d.Text, StringComparer.Ordinal);
            var stability = shape.EnumStability.ToLookup(static s => s.Value, static s => StructurePlanner.PlanStability(s.Deprecation, s.IsUnstable), StringComparer.Ordinal);
            var values = shape.EnumValues.Distinct(StringComparer.Ordinal).Select(value =>
                new EnumValuePlan(members.Take(CSharpNames.EnumValue(value)), value, Documentation.ForEnumValue(value, texts[value].FirstOrDefault()))
                {
                    Stability = stability[value].FirstOrDefault(),
                });
            return new EnumUnit(
                _context,
                name,
                _names.WireOfShape(shape.Name),
                Documentation.ForType(shape.Documentation, "The values of " + shape.Name + "."),
                values.ToEquatableArray(),
                _use.IsRead(shape.Name))
            {
                Kind = kind,
                Stability = StructurePlanner.PlanStability(shape.Deprecation, shape.IsUnstable),
            };
        }).ToList();

    private IEnumerable<UnionUnit> PlanUnions() =>
        Used(static s => s is { Kind: ShapeKind.Structure, IsUnion: true, IsDocument: false, IsEventStream: false }).Select(shape =>
        {
            var name = _names.OfShape(shape.Name);
            return new UnionUnit(
                _context, name, _names.WireOfShape(shape.Name), Documentation.ForType(shape.Documentation, "One of several variants."), _structures.PlanVariants(shape, name))
            {
                IsRead = _use.IsRead(shape.Name),
                IsWritten = _use.IsWritten(shape.Name),
                IsSensitive = shape.IsSensitive,
                Stability = StructurePlanner.PlanStability(shape.Deprecation, shape.IsUnstable),
            };
        });

    private IEnumerable<EventStreamUnit> PlanEventStreams(IReadOnlyCollection<ErrorUnit> planned) =>
        Used(static s => s.IsEventStream).Select(shape =>
        {
            var name = _names.OfShape(shape.Name);
            var doc = Documentation.ForType(shape.Documentation, "One of several events.");
            var union = new UnionUnit(_context, name, _names.WireOfShape(shape.Name), doc, _structures.PlanEvents(shape, name))
            {
                IsRead = _use.IsRead(shape.Name),
                IsWritten = _use.IsWritten(shape.Name),
                IsSensitive = shape.IsSensitive,
                Stability = StructurePlanner.PlanStability(shape.Deprecation, shape.IsUnstable),
            };
            var errors = shape.Members
                .Where(member => _shapes[member.Shape].Error is not null)
                .Select(member => ErrorCase(member.WireName, planned.First(e => e.Error.Name == _names.OfError(member.Shape)).Error));
            return new EventStreamUnit(union, errors.ToEquatableArray());
        });

    private IEnumerable<CollectionPlan> PlanCollections() =>
        Used(static s => s.Kind is ShapeKind.List or ShapeKind.Map).Select(shape =>
        {
            var type = shape.Kind == ShapeKind.List ? _types.ListType(shape, MemberLocation.Body) : _types.MapType(shape, MemberLocation.Body);
            var plan = new CollectionPlan(type, type.Element!, shape.IsSparse)
            {
                IsRead = _use.IsRead(shape.Name),
                IsWritten = _use.IsWritten(shape.Name),
            };
            return _protocol.PlanCollection(plan, shape, _shapes);
        });

    private List<ErrorUnit> PlanErrors() => _use.Errors.Select(name => PlanError(_shapes[name])).ToList();

    private ErrorUnit PlanError(Shape shape)
    {
        var name = _names.OfError(shape.Name);
        var retry = shape.Error switch
        {
            { IsThrottling: true } => ModeledRetry.Throttling,
            { IsRetryable: true } => ModeledRetry.Transient,
            { } when ServiceCustomizations.IsTransient(_closure.Metadata, shape) => ModeledRetry.Transient,
            _ => ModeledRetry.None,
        };
        return new ErrorUnit(_context, new ErrorPlan(
            name,
            _protocol.GetErrorCodes(shape).ToEquatableArray(),
            Documentation.ForType(shape.Documentation, "The service returned the error " + shape.Name + "."),
            _structures.PlanError(shape, name),
            retry,
            _names.WireOfError(shape.Name))
        {
            IsWritten = _use.IsWrittenAsEvent(shape.Name),
            MessageName = StructurePlanner.MessageName(shape),
            Stability = StructurePlanner.PlanStability(shape.Deprecation, shape.IsUnstable),
        });
    }

    private static ErrorCasePlan ErrorCase(string code, ErrorPlan error) => new(code, error.Name, error.Properties.Count == 0 ? null : error.Wire);

    private ClientUnit PlanClient(IEnumerable<PlannedOperation> operations, IEnumerable<ErrorUnit> errors, ServiceEndpoints endpoints) => new(_context)
    {
        Doc = Documentation.ForType(null, "A client for " + (_closure.Metadata.ServiceFullName ?? _closure.Metadata.ServiceId) + "."),
        SigningName = _closure.Metadata.SigningName ?? _closure.Metadata.EndpointPrefix ?? _closure.Metadata.ServiceId,
        Protocol = _protocol.Runtime,
        Stability = StructurePlanner.PlanStability(_closure.Metadata.Deprecation, _closure.Metadata.IsUnstable),
        Headers = ServiceCustomizations.Headers(_closure.Metadata),
        RequiredActions = RequiredActions.Get(_closure.Metadata, _closure.Operations),
        Methods = operations.Select(static o => o.Method).ToEquatableArray(),
        Settings = endpoints.Settings,
        UsesAccountId = endpoints.UsesAccountId,
        UsesMultiRegionSignature = endpoints.UsesMultiRegionSignature,
        SendsPayloadHash = ServiceCustomizations.SendsPayloadHash(_closure.Metadata),
        IsS3 = ServiceCustomizations.IsS3(_closure.Metadata),
        Errors = errors
            .SelectMany(static e => e.Error.Codes.Select((code, index) => (Case: ErrorCase(code, e.Error), Index: index, IsOnlyCode: e.Error.Codes.Count == 1)))
            .OrderBy(static e => e.Index)
            .GroupBy(static e => e.Case.Code, StringComparer.Ordinal)
            .Select(static group => group.OrderBy(static e => e.Index).ThenByDescending(static e => e.IsOnlyCode).First().Case)
            .ToEquatableArray(),
    };

    /// <summary>Plans the operation that creates sessions for directory buckets; returns null if it is not selected.</summary>
    private SessionPlan? PlanSession(Dictionary<string, PlannedOperation> operations, List<StructurePlan> structures)
    {
        if (!ServiceCustomizations.IsS3(_closure.Metadata) || !operations.TryGetValue(ServiceCustomizations.SessionOperation, out var operation))
        {
            return null;
        }

        var credentials = operation.Plan.Response.Find("Credentials");
        var item = structures.FirstOrDefault(s => credentials?.Type is WireType type && s.Wire == type.Wire);
        return (operation.Plan.Request.Find("Bucket"), item?.Find("AccessKeyId"), item?.Find("SecretAccessKey"), item?.Find("SessionToken"), item?.Find("Expiration"))
            is ({ } bucket, { } id, { } secret, { } token, { } expiration)
            ? new SessionPlan(operation.Plan, bucket.Name, credentials!.Name, id.Name, secret.Name, token.Name, expiration.Name)
            : null;
    }

    private EndpointDiscoveryPlan? PlanEndpointDiscovery(Dictionary<string, PlannedOperation> operations, List<StructurePlan> structures)
    {
        if (_closure.EndpointOperation is not { } name)
        {
            return null;
        }

        var operation = operations[name].Plan;
        var endpoints = operation.Response.Find(EndpointOperation.Endpoints)!;
        var list = _shapes[_shapes[operations[name].Model.Output!].Members.First(static m => m.Name == EndpointOperation.Endpoints).Shape];
        var item = structures.First(s => s.Name == _names.OfShape(list.Element!.Shape));
        return new EndpointDiscoveryPlan(
            operation,
            endpoints.Name,
            item.Find(EndpointOperation.Address)!.Name,
            item.Find(EndpointOperation.CachePeriod)!.Name);
    }

    private EquatableArray<PaginatorPlan> PlanPaginators(Dictionary<string, PlannedOperation> operations, PathCompiler paths)
    {
        var planner = new PaginatorPlanner(paths, _diagnostics);
        return _closure.Paginators
            .Select(model => planner.Plan(model, operations[model.Operation].Plan, operations[model.Operation].Method))
            .OfType<PaginatorPlan>()
            .ToEquatableArray();
    }

    private EquatableArray<WaiterPlan> PlanWaiters(Dictionary<string, PlannedOperation> operations, PathCompiler paths)
    {
        var planner = new WaiterPlanner(_names, paths, _diagnostics);
        return _closure.Waiters
            .Select(model => planner.Plan(model, operations[model.Operation].Plan, operations[model.Operation].Method))
            .OfType<WaiterPlan>()
            .ToEquatableArray();
    }

    private FactsUnit PlanFacts(
        Dictionary<string, PlannedOperation> operations,
        List<StructurePlan> structures,
        List<EnumUnit> enums,
        List<UnionUnit> unions,
        EquatableArray<PaginatorPlan> paginators,
        EquatableArray<WaiterPlan> waiters)
    {
        var planner = new FactsPlanner(_shapes, _names.OfShape);
        foreach (var operation in operations.Values)
        {
            planner.AddOperation(operation.Model, operation.Plan, operation.Method);
        }

        var written = Used(shape => shape is { Kind: ShapeKind.Structure, IsDocument: false, IsEventStream: false } && (_use.IsWritten(shape.Name) || _use.IsWrittenAsEvent(shape.Name)))
            .ToDictionary(shape => _names.OfShape(shape.Name), StringComparer.Ordinal);
        foreach (var structure in structures.Where(structure => written.ContainsKey(structure.Name)))
        {
            planner.AddType(written[structure.Name], structure);
        }

        foreach (var union in unions.Where(union => written.ContainsKey(union.Name)))
        {
            planner.AddUnion(written[union.Name], union);
        }

        foreach (var waiter in waiters)
        {
            var model = _closure.Waiters.First(model => _names.OfWaiter(model.Name) == waiter.Name);
            planner.AddWaiter(model, waiter, operations[model.Operation].Plan);
        }

        return planner.Plan(_context, enums, paginators);
    }

    private IEnumerable<UnitPlan> PlanTransfers(Dictionary<string, PlannedOperation> operations, List<StructurePlan> structures)
    {
        if (!ServiceCustomizations.HasTransfers(_closure.Metadata))
        {
            yield break;
        }

        var planner = new TransferPlanner(
            name => operations.TryGetValue(name, out var operation) ? new TransferOperation(operation.Plan, operation.Method) : null, structures);
        if (planner.PlanUpload() is { } upload)
        {
            yield return new UploadUnit(_context, upload);
        }

        if (planner.PlanDownload() is { } download)
        {
            yield return new DownloadUnit(_context, download);
        }
    }
}
