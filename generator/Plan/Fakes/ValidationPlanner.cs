using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Limits;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Fakes;

/// <summary>Plans the validation of requests by the constraints of the model: lengths, ranges, patterns, values of enumerations and required members.</summary>
internal sealed class ValidationPlanner
{
    private readonly ClientPlans _client;
    private readonly ShapeUse _use;
    private readonly Dictionary<string, StructurePlan> _structures;
    private readonly Dictionary<string, UnionUnit> _unions;
    private readonly Dictionary<string, CollectionPlan> _collections;
    private readonly HashSet<string> _constrained = new(StringComparer.Ordinal);

    public ValidationPlanner(ClientPlans client, ShapeUse use)
    {
        _client = client;
        _use = use;
        _structures = client.Structures.ToDictionary(static plan => plan.Name, StringComparer.Ordinal);
        _unions = client.Unions.ToDictionary(static plan => plan.Name, StringComparer.Ordinal);
        _collections = client.Collections.ToDictionary(static plan => plan.Type.Wire, StringComparer.Ordinal);
        FindConstrained();
    }

    /// <summary>Returns the method that validates a request; null if its members have no constraints.</summary>
    public string? Find(string? input, StructurePlan request) =>
        input is not null && PlanMembers(_client.Shapes[input], request.Properties).Count > 0 ? "Validate" + request.Name : null;

    public EquatableArray<ValidatorPlan> Plan() => _client.Operations
        .Where(operation => Find(operation.Model.Input, operation.Plan.Request) is not null)
        .Select(operation => new ValidatorPlan(
            "Validate" + operation.Plan.Request.Name,
            operation.Plan.Request.Name,
            WireKind.Structure,
            PlanMembers(_client.Shapes[operation.Model.Input!], operation.Plan.Request.Properties, isRequest: true)))
        .Concat(_constrained.OrderBy(static name => name, StringComparer.Ordinal).Select(name => PlanShape(_client.Shapes[name])))
        .ToEquatableArray();

    /// <summary>Finds the shapes in requests whose values have constraints inside. A shape that contains itself has constraints if another part of it has some.</summary>
    private void FindConstrained()
    {
        var shapes = _client.Closure.Shapes.Where(shape => _use.IsRead(shape.Name) && !shape.IsEventStream && !shape.IsDocument).ToList();
        while (shapes.Where(shape => !_constrained.Contains(shape.Name) && HasConstraints(shape)).ToList() is { Count: > 0 } found)
        {
            _constrained.UnionWith(found.Select(static shape => shape.Name));
        }
    }

    private bool HasConstraints(Shape shape) => shape.Kind switch
    {
        ShapeKind.Structure => shape.Members.Any(member => IsConstrained(member) || (!shape.IsUnion && IsRequired(member))),
        ShapeKind.List => IsConstrained(shape.Element!),
        ShapeKind.Map => IsConstrained(shape.Key!) || IsConstrained(shape.Element!),
        _ => false,
    };

    private bool IsConstrained(Member member)
    {
        var target = _client.Shapes[member.Shape];
        return _constrained.Contains(target.Name) || target.EnumValues.Count > 0 || LimitOf(target) is not null;
    }

    /// <summary>Returns whether the value of a missing member differs from every value that was sent.</summary>
    private bool IsRequired(Member member) => member.IsRequired && !_use.RequiresItself(member.Shape)
        && _client.Shapes[member.Shape] is { IsUnion: false, IsEventStream: false, IsDocument: false, Kind: ShapeKind.Structure or ShapeKind.List or ShapeKind.Map };

    private ValidatorPlan PlanShape(Shape shape)
    {
        var name = _client.Names.OfShape(shape.Name);
        if (shape.Kind == ShapeKind.Structure)
        {
            return shape.IsUnion
                ? new ValidatorPlan("Validate" + name, name, WireKind.Union, PlanMembers(shape, _unions[name].Variants))
                : new ValidatorPlan("Validate" + name, name, WireKind.Structure, PlanMembers(shape, _structures[name].Properties));
        }

        var collection = _collections[_client.Names.WireOfShape(shape.Name)];
        return new ValidatorPlan("Validate" + name, collection.Type.CSharp, collection.Type.Kind, PlanItem(shape.Element!, collection.Element))
        {
            Key = shape.Key is { } key ? PlanKey(key) : null,
            IsSparse = collection.IsSparse,
        };
    }

    private EquatableArray<CheckPlan> PlanMembers(Shape shape, EquatableArray<PropertyPlan> properties, bool isRequest = false) => properties
        .Where(static property => !property.IsStream)
        .Select(property =>
        {
            var member = shape.Members.First(member => member.Name == property.Member);
            return PlanCheck(new CheckPlan(property.Name, member.Name, property.Type), member) with
            {
                IsNullable = property.IsNullable,
                Local = property.Local,

                // Reading the request reports its own missing members.
                IsRequired = !isRequest && !shape.IsUnion && !property.IsNullable && IsRequired(member),
            };
        })
        .Where(static check => check.IsNeeded)
        .ToEquatableArray();

    private EquatableArray<CheckPlan> PlanItem(Member member, TypePlan type) => PlanCheck(new CheckPlan("", "", type), member) is { IsNeeded: true } check ? [check] : [];

    /// <summary>Keys are strings in C# even if the model has an enumeration.</summary>
    private CheckPlan? PlanKey(Member key) =>
        PlanCheck(new CheckPlan("", "", new ScalarType(ScalarKind.String, "string", IsValueType: false)), key) is { IsNeeded: true } check ? check : null;

    private CheckPlan PlanCheck(CheckPlan plan, Member member)
    {
        var target = _client.Shapes[member.Shape];
        return plan with
        {
            Limit = LimitOf(target),
            Values = target.EnumValues,
            Validator = _constrained.Contains(target.Name) ? "Validate" + _client.Names.OfShape(target.Name) : null,
        };
    }

    /// <summary>Returns the limit of a shape, without a pattern that means something else to .NET.</summary>
    private static LimitPlan? LimitOf(Shape shape) => ShapeLimits.Of(shape) switch
    {
        { Pattern: { } pattern } limit when !PatternMeaning.Of(pattern).IsSame => limit is { Min: null, Max: null } ? null : limit with { Pattern = null },
        var limit => limit,
    };
}
