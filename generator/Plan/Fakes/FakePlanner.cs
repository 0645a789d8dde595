using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Fakes;

/// <summary>
/// Plans the fake of a service from the plans of its client. The types are those of the client. Requests are read in the format in which the client writes them,
/// and responses and errors are written in the format in which it reads them.
/// </summary>
internal sealed class FakePlanner
{
    private const int DefaultErrorStatusCode = 400;

    private readonly ClientPlans _client;
    private readonly ShapeTable _shapes;
    private readonly NameTable _names;
    private readonly ShapeUse _use;
    private readonly FakeNames _fakeNames;
    private readonly UnitContext _context;
    private readonly ValidationPlanner _validators;

    private FakePlanner(ClientPlans client)
    {
        _client = client;
        _shapes = client.Shapes;
        _names = client.Names;
        _use = new ShapeUse(client.Closure, client.Shapes, isService: true);
        var service = CSharpNames.Pascal(client.Closure.Metadata.ServiceId);
        var wire = client.Client.Context.Namespace + "." + _names.FindUnused("FakeWire");
        _fakeNames = new FakeNames(
            _names.FindUnused(service + "Fake"), _names.FindUnused(service + "FakeExtensions"), _names.FindUnused(service + "FakeService"), _names.FindUnused(service + "FakeValidation"), wire, service);
        _context = client.Client.Context with
        {
            Namespace = wire,
            Reading = client.Protocol.Writing,
            Writing = client.Protocol.Reading,
        };
        _validators = new ValidationPlanner(client, _use);
    }

    public static IEnumerable<UnitPlan> Plan(ClientPlans client) => new FakePlanner(client).Plan();

    private IEnumerable<UnitPlan> Plan()
    {
        var operations = _client.Operations.Select(operation => PlanOperation(operation.Model, operation.Plan)).ToList();
        var locals = new LocalNames("value", "error");
        var errors = _client.Errors.Select(unit => PlanError(unit) with { Local = locals.Take(unit.Error.Name) }).ToList();
        yield return new FakeUnit(_client.Client.Context, _fakeNames) { Stability = _client.Client.Stability, Methods = _client.Client.Methods };
        yield return new FakeServiceUnit(_context, _fakeNames)
        {
            SigningName = _client.Client.SigningName,
            Protocol = _client.Protocol.FakeRuntime,
            Operations = operations.Select(static operation => operation.Type).ToEquatableArray(),
            Errors = errors.ToEquatableArray(),
        };
        foreach (var operation in operations)
        {
            yield return new FakeOperationUnit(_context, _fakeNames, operation);
        }

        var bodies = PlanBodies(errors);
        if (!bodies.IsEmpty)
        {
            yield return bodies;
        }

        if (_validators.Plan() is { Count: > 0 } validators)
        {
            yield return new FakeValidationUnit(_context, _fakeNames, validators);
        }
    }

    private FakeOperationPlan PlanOperation(OperationModel model, OperationPlan plan) => _client.Protocol.PlanResponse(
        new FakeOperationPlan(plan.Type, plan.ModelName, ReportMissing(PlanMessage(plan.Request, model.Input)), PlanMessage(plan.Response, model.Output))
        {
            File = plan.File,
            HttpMethod = plan.SendsQueryAsForm ? "POST" : model.Method,
            SuccessStatusCode = model.SuccessStatusCode,
            Path = string.Concat(model.Uri.Path.Select(static part => part.IsLabel ? "{" + part.Text + (part.IsGreedy ? "+}" : "}") : part.Text)),
            QueryLiterals = model.Uri.Query,
            EndpointLabel = plan.EndpointLabel?.WireName,
            IsQueryInBody = plan.SendsQueryAsForm,
            IsOutputUnwrapped = plan.IsOutputUnwrapped,
            RequiredQuery = Required(plan.Request, PropertyBinding.Query).Select(static p => p.WireName).ToEquatableArray(),
            RequiredHeaders = Required(plan.Request, PropertyBinding.Header).Select(static p => p.HttpName).ToEquatableArray(),
            SensitiveNames = SensitiveNames.Find(model, _shapes),
            Validator = _validators.Find(model.Input, plan.Request),
            TokenNames = plan.Request.Properties.Where(static p => p.IsIdempotencyToken).Select(static p => p.WireName).ToEquatableArray(),
        },
        model,
        _shapes);

    /// <summary>The empty value of a required member of a request becomes a call that reports the missing member.</summary>
    private static StructurePlan ReportMissing(StructurePlan request) => request with
    {
        Properties = request.Properties.Select(static property => property.IsNullable || property.IsStream
            ? property
            : property with
            {
                ReportsMissing = true,
                Empty = "request.Missing" + (property.Empty is null or "[]" ? "<" + property.Type.CSharp + ">(" : "(")
                    + Literals.String(property.Member) + ", " + (property.Empty ?? "default") + ")",
            }).ToEquatableArray(),
    };

    private static IEnumerable<PropertyPlan> Required(StructurePlan request, PropertyBinding binding) =>
        request.Properties.Where(property => property.IsRequired && property.Binding == binding);

    /// <summary>A request or a response without a shape has no members.</summary>
    private StructurePlan PlanMessage(StructurePlan plan, string? shape) => shape is null ? plan : PlanMembers(plan, _shapes[shape]);

    private StructurePlan PlanMembers(StructurePlan plan, Shape shape) => plan with { Properties = PlanMembers(plan.Properties, shape) };

    private EquatableArray<PropertyPlan> PlanMembers(EquatableArray<PropertyPlan> properties, Shape shape) => properties.Select(property =>
    {
        var member = shape.Members.First(m => m.Name == property.Member);
        var plan = _client.Protocol.PlanServiceMember(property, member, _shapes);
        return plan.Type is EventStreamType stream ? plan with { Type = stream with { WritesErrors = Errors(_shapes[member.Shape]).Any() } } : plan;
    }).ToEquatableArray();

    private FakeBodiesUnit PlanBodies(IEnumerable<FakeErrorPlan> errors)
    {
        var structures = _client.Structures.ToDictionary(static plan => plan.Name, StringComparer.Ordinal);
        var unions = _client.Unions.Concat(_client.EventStreams.Select(static stream => stream.Union)).ToDictionary(static plan => plan.Name, StringComparer.Ordinal);
        var streams = _client.EventStreams.ToDictionary(static plan => plan.Union.Name, StringComparer.Ordinal);
        var enums = _client.Enums.ToDictionary(static plan => plan.Name, StringComparer.Ordinal);
        var collections = _client.Collections.ToDictionary(static plan => plan.Type.Wire, StringComparer.Ordinal);
        return new FakeBodiesUnit(_context, _fakeNames)
        {
            Structures = Plan(structures, PlanStructure),
            Unions = Plan(unions, PlanUnion).Where(union => !streams.ContainsKey(union.Name)).ToEquatableArray(),
            EventStreams = Plan(streams, PlanEventStream),
            Enums = Plan(enums, (plan, shape) => plan with { IsRead = _use.IsRead(shape.Name) }).Where(static plan => plan.IsRead).ToEquatableArray(),
            Collections = Used(static shape => shape.Kind is ShapeKind.List or ShapeKind.Map)
                .Select(shape => PlanCollection(collections[_names.WireOfShape(shape.Name)], shape))
                .ToEquatableArray(),
            Errors = errors.ToEquatableArray(),
        };

        // The plans of shapes that have types, by the names of the types.
        EquatableArray<TResult> Plan<TPlan, TResult>(Dictionary<string, TPlan> plans, Func<TPlan, Shape, TResult> plan)
            where TResult : IEquatable<TResult> =>
            Used(shape => (shape.Kind == ShapeKind.Structure && !shape.IsDocument) || shape.EnumValues.Count > 0)
                .Where(shape => plans.ContainsKey(_names.OfShape(shape.Name)))
                .Select(shape => plan(plans[_names.OfShape(shape.Name)], shape))
                .ToEquatableArray();
    }

    private IEnumerable<Shape> Used(Func<Shape, bool> isWanted) => _client.Closure.Shapes.Where(shape => _use.IsUsed(shape) && isWanted(shape));

    private StructurePlan PlanStructure(StructurePlan plan, Shape shape) => PlanMembers(plan, shape) with
    {
        IsRead = _use.IsRead(shape.Name),
        IsWritten = _use.IsWritten(shape.Name),
        IsReadAsEvent = _use.IsReadAsEvent(shape.Name),
        IsWrittenAsEvent = _use.IsWrittenAsEvent(shape.Name),
        NeedsEmpty = _use.IsRead(shape.Name) && _use.IsRequired(shape.Name),
    };

    private UnionUnit PlanUnion(UnionUnit plan, Shape shape) => plan with
    {
        Context = _context,
        Variants = PlanMembers(plan.Variants, shape),
        IsRead = _use.IsRead(shape.Name),
        IsWritten = _use.IsWritten(shape.Name),
    };

    /// <summary>Events have the same names in both directions, whatever the protocol.</summary>
    private EventStreamUnit PlanEventStream(EventStreamUnit plan, Shape shape)
    {
        var locals = new LocalNames("message", "value");
        return plan with
        {
            Union = plan.Union with { Context = _context, IsRead = _use.IsRead(shape.Name), IsWritten = _use.IsWritten(shape.Name) },
            WrittenErrors = _use.IsWritten(shape.Name)
                ? Errors(shape).Select(error => new EventErrorPlan(
                    error.WireName, _names.OfError(error.Shape), _names.WireOfError(error.Shape), locals.Take(_names.OfError(error.Shape)))).ToEquatableArray()
                : [],
        };
    }

    private IEnumerable<Member> Errors(Shape stream) => stream.Members.Where(member => _shapes[member.Shape].Error is not null);

    private CollectionPlan PlanCollection(CollectionPlan plan, Shape shape) => _client.Protocol.PlanServiceCollection(
        plan with { IsRead = _use.IsRead(shape.Name), IsWritten = _use.IsWritten(shape.Name) }, shape, _shapes);

    private FakeErrorPlan PlanError(ErrorUnit unit)
    {
        var shape = _client.Closure.Shapes.First(shape => shape.Error is not null && _use.Errors.Contains(shape.Name) && _names.OfError(shape.Name) == unit.Error.Name);
        var error = unit.Error with { Properties = PlanMembers(unit.Error.Properties, shape), IsWritten = _use.IsWrittenAsEvent(shape.Name) };
        return new FakeErrorPlan(error, shape.Error!.HttpStatusCode ?? DefaultErrorStatusCode)
        {
            IsRead = _use.IsReadAsEvent(shape.Name) && error.Properties.Count > 0,
            QueryCode = _client.Closure.Metadata.IsQueryCompatible ? error.Codes.Skip(1).FirstOrDefault() : null,
        };
    }
}
