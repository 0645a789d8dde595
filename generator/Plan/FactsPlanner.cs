using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Limits;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan;

/// <summary>Plans the facts for the analyzers: the limits of what callers write, the known values of enums, and what operations do.</summary>
/// <param name="shapes">The shapes of the service.</param>
/// <param name="enumOf">Returns the C# name of an enum shape.</param>
internal sealed class FactsPlanner(ShapeTable shapes, Func<string, string> enumOf)
{
    private readonly List<LimitPlan> _limits = [];
    private readonly Dictionary<LimitPlan, int> _numbers = [];
    private readonly Dictionary<string, int?> _limitOfShape = new(StringComparer.Ordinal);
    private readonly List<TypeFactsPlan> _types = [];
    private readonly List<ErrorListPlan> _errorLists = [];
    private readonly List<OperationFactsPlan> _operations = [];
    private readonly List<WaiterFactsPlan> _waiters = [];

    /// <summary>Adds a request or a structure in requests.</summary>
    public void AddType(Shape shape, StructurePlan plan) => AddType(plan.Name, shape, plan.Properties);

    /// <summary>Adds a union in requests. Each variant has the limit of its value.</summary>
    public void AddUnion(Shape shape, UnionUnit union) => AddType(union.Name, shape, union.Variants);

    public void AddOperation(OperationModel operation, OperationPlan plan, MethodPlan method)
    {
        var errors = new ErrorListPlan(method.Throws.Select(static thrown => thrown.Type).OrderBy(static type => type, StringComparer.Ordinal).ToEquatableArray());
        var index = _errorLists.IndexOf(errors);
        if (index < 0)
        {
            index = _errorLists.Count;
            _errorLists.Add(errors);
        }

        _operations.Add(new OperationFactsPlan(plan.Name, plan.ModelName, index));
        if (operation.Input is { } input)
        {
            AddType(shapes[input], plan.Request);
        }
    }

    public void AddWaiter(WaiterModel model, WaiterPlan plan, OperationPlan operation)
    {
        var paths = model.Acceptors.Select(static acceptor => acceptor.Argument).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        _waiters.Add(new WaiterFactsPlan(operation.Name, "WaitUntil" + plan.Name + "Async", paths.Count == 1 ? operation.Response.Find(paths[0])?.Name : null));
    }

    public FactsUnit Plan(UnitContext context, IEnumerable<EnumUnit> enums, IEnumerable<PaginatorPlan> paginators) => new(context)
    {
        Limits = _limits.ToEquatableArray(),
        Types = _types.ToEquatableArray(),
        Enums = enums.Select(static unit => new EnumFactsPlan(unit.Name, unit.Values.Select(static value => value.Value).ToEquatableArray())).ToEquatableArray(),
        ErrorLists = _errorLists.ToEquatableArray(),
        Operations = _operations.ToEquatableArray(),
        Paginators = paginators.Select(static plan => new PaginatorFactsPlan(
            plan.Method.Operation,
            PropertyOf(plan.Items),
            plan.Tokens.Select(static token => new TokenFactsPlan(token.RequestProperty, PropertyOf(token.Next))).ToEquatableArray())).ToEquatableArray(),
        Waiters = _waiters.ToEquatableArray(),
    };

    /// <summary>The property in an expression like <c>page.NextToken</c>; null for other expressions.</summary>
    private static string? PropertyOf(string? expression)
    {
        const string page = "page.";
        return expression?.StartsWith(page, StringComparison.Ordinal) == true && Identifiers.IsValid(expression.Substring(page.Length))
            ? expression.Substring(page.Length)
            : null;
    }

    private void AddType(string name, Shape shape, EquatableArray<PropertyPlan> properties)
    {
        var members = properties
            .Where(static property => !property.IsStream)
            .Select(property => (property.Name, Limit: LimitOf(shape.Members.First(member => member.Name == property.Member))))
            .Where(static member => member.Limit is not null)
            .Select(static member => new MemberFactsPlan(member.Name, member.Limit!.Value))
            .ToEquatableArray();
        if (members.Count > 0)
        {
            _types.Add(new TypeFactsPlan(name, members));
        }
    }

    private int? LimitOf(Member member)
    {
        if (!_limitOfShape.TryGetValue(member.Shape, out var number))
        {
            // A list that contains itself has no limit for its items.
            _limitOfShape.Add(member.Shape, null);
            number = CreateLimit(shapes[member.Shape]) is { } limit ? NumberOf(limit) : null;
            _limitOfShape[member.Shape] = number;
        }

        return number;
    }

    private int NumberOf(LimitPlan limit)
    {
        if (!_numbers.TryGetValue(limit, out var number))
        {
            number = _limits.Count;
            _limits.Add(limit);
            _numbers.Add(limit, number);
        }

        return number;
    }

    private LimitPlan? CreateLimit(Shape shape) => shape.Kind switch
    {
        ShapeKind.List => WithItems(LimitKind.List, shape, key: null),
        ShapeKind.Map => WithItems(LimitKind.Map, shape, LimitOfKey(shape.Key!)),
        _ => ShapeLimits.Of(shape),
    };

    private LimitPlan? WithItems(LimitKind kind, Shape shape, int? key)
    {
        var (limit, item) = (ShapeLimits.Of(shape), LimitOf(shape.Element!));
        return key is null && item is null ? limit : (limit ?? new LimitPlan(kind, null, null)) with { Key = key, Item = item };
    }

    /// <summary>Keys are strings in C# even if the model has an enum.</summary>
    private int? LimitOfKey(Member key) => shapes[key.Shape].EnumValues.Count > 0
        ? NumberOf(new LimitPlan(LimitKind.Value, null, null) { Enum = enumOf(key.Shape) })
        : LimitOf(key);
}
