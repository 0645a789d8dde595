using System;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <content>Lists: projections, filters, indices and other operations on their elements.</content>
internal sealed partial class ExpressionCompiler
{
    /// <summary>Returns the elements of a list or the values of a map.</summary>
    private static Sequence CreateSequence(Code root, bool isNullable, WireType collection) =>
        new(root, isNullable, new Plain(Code.Item, collection.Element!, collection.IsSparse));

    /// <summary>Converts the value to a sequence.</summary>
    public Sequence ToSequence(Value value, int? at)
    {
        switch (value)
        {
            case Sequence sequence:
                return sequence;
            case Plain { Type: WireType { Kind: WireKind.List } type } plain:
                return CreateSequence(plain.Code, plain.IsNullable, type) with { HasCount = true };
            case Group group:
                var items = Unify(group.Items, at);
                var isNullable = items.Any(static i => i.IsNullable);
                var array = Code.Array(items[0].Type.CSharp + (isNullable ? "?" : ""), items.Select(static i => i.Code));
                return new Sequence(Code.Conditional(group.Guard, array, Code.Null), CanBeNull(group), new Plain(Code.Item, items[0].Type, isNullable));
            case Choice when GetTypeClass(value) == TypeClass.List:
                var choice = (Choice)value;
                var (left, right) = (ToSequence(choice.Left, at), ToSequence(choice.Right, at));
                var (then, whenFalse) = choice.IsOr ? (left, right) : (right, left);
                CheckSameItems(left, right, at);
                var item = CreateItem(left, Code.Item, KeepsNulls(left) || KeepsNulls(right), at);
                return new Sequence(Code.Conditional(IsTrue(left, at), List(then, at), List(whenFalse, at)), left.IsNullable || right.IsNullable, item);
            default:
                throw new JmesPathException(Describe(value) + " is not a list", at);
        }
    }

    private void CheckSameItems(Sequence left, Sequence right, int? at)
    {
        if (ElementType(left, at) != ElementType(right, at))
        {
            throw new JmesPathException("the lists contain " + Describe(left.Item) + " and " + Describe(right.Item), at);
        }
    }

    private Value Project(Value list, ProjectionNode node)
    {
        var sequence = ToSequence(list, node.Offset);
        if (node.Right is CurrentNode)
        {
            return sequence with { DropsNulls = true };
        }

        // A null that an earlier projection dropped must not reach an expression that converts null to a value.
        if (sequence.DropsNulls && CanBeNull(sequence.Item) && !IsStrict(node.Right))
        {
            sequence = Normalize(sequence, node.Offset);
        }

        return sequence with { DropsNulls = true, Item = Compile(node.Right, sequence.Item) };
    }

    /// <summary>Returns whether an expression is null if its operand is null.</summary>
    private static bool IsStrict(Node node) => node switch
    {
        CurrentNode or FieldNode => true,
        ThenNode then => IsStrict(then.Left) && IsStrict(then.Right),
        IndexNode index => IsStrict(index.Left),
        SliceNode slice => IsStrict(slice.Left),
        FlattenNode flatten => IsStrict(flatten.Left),
        ValuesNode values => IsStrict(values.Left),
        FilterNode filter => IsStrict(filter.Left),
        ProjectionNode projection => IsStrict(projection.Left),
        _ => false,
    };

    private Value Filter(Value list, FilterNode node)
    {
        var sequence = ToSequence(list, node.Offset);
        if (!IsBare(sequence.Item) || (sequence.DropsNulls && CanBeNull(sequence.Item)))
        {
            sequence = Normalize(sequence, node.Offset);
        }

        return sequence with { Condition = Code.And(sequence.Condition, IsTrue(Compile(node.Condition, sequence.Item), node.Offset)) };
    }

    private Sequence Flatten(Value list, int? at)
    {
        if (list is Group { Items.Count: > 0 } group && group.Items.All(static i => GetTypeClass(i) == TypeClass.List))
        {
            return Concatenate(group, at);
        }

        var outer = ToSequence(list, at);
        if (GetTypeClass(outer.Item) != TypeClass.List)
        {
            return outer;
        }

        var inner = ToSequence(outer.Item, at);
        var lambda = Code.Lambda(GetItemsOrEmpty(inner, at));
        return new Sequence(outer.Root, outer.IsNullable, CreateItem(inner, Code.Item, KeepsNulls(inner), at))
        {
            From = root => Code.Enumerable("SelectMany", FilterElements(outer, root), lambda),
        };
    }

    private Sequence Concatenate(Group group, int? at)
    {
        var lists = group.Items.Select(i => ToSequence(i, at)).ToList();
        foreach (var list in lists.Skip(1))
        {
            CheckSameItems(lists[0], list, at);
        }

        var elements = lists.Select(l => GetItemsOrEmpty(l, at)).Aggregate(static (left, right) => Code.Enumerable("Concat", left, right));
        var item = CreateItem(lists[0], Code.Item, lists.Any(KeepsNulls), at);
        return new Sequence(Code.Conditional(group.Guard, elements, Code.Null), CanBeNull(group), item);
    }

    private Value ElementAt(Value list, int index, int? at)
    {
        if (list is Group { Items: var items } group && group.Guard == Code.True)
        {
            var position = index < 0 ? items.Count + index : index;
            return position >= 0 && position < items.Count ? items[position] : new Constant(Literal.Null);
        }

        var sequence = ToSequence(list, at);
        var elements = GetItemsOrEmpty(sequence, at);
        var type = ElementType(sequence, at);
        if (type.IsValueType && !KeepsNulls(sequence))
        {
            elements = Code.Enumerable("Select", elements, Code.Lambda(Code.Cast(type.Name + "?", Code.Item)));
        }

        var element = index switch
        {
            0 => Code.Enumerable("FirstOrDefault", elements),
            -1 => Code.Enumerable("LastOrDefault", elements),
            _ => Code.Enumerable("ElementAtOrDefault", elements, Code.From(Position(index))),
        };
        return CreateItem(sequence, element, isNullable: true, at);
    }

    private Sequence Slice(Value list, SliceNode node)
    {
        var sequence = Normalize(ToSequence(list, node.Offset), node.Offset);
        switch (node)
        {
            case { Step: null or 1 }:
                var range = (node.Start is { } start ? Position(start) : "") + ".." + (node.Stop is { } stop ? Position(stop) : "");
                return sequence with { From = root => Code.Enumerable("Take", GetElements(sequence, root), Code.From(range)) };
            case { Step: -1, Start: null, Stop: null }:
                return sequence with { From = root => Code.Enumerable("Reverse", GetElements(sequence, root)) };
            default:
                throw new JmesPathException("a slice with a step is not supported, except [::-1]", node.Offset);
        }
    }

    private static string Position(int index) => (index < 0 ? "^" : "") + Math.Abs(index).ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns whether an item is the unchanged element.</summary>
    private static bool IsBare(Value item) => item is Plain { Code: var code } ? code == Code.Item : item is Sequence { IsUntouched: true } list && list.Root == Code.Item && IsBare(list.Item);

    /// <summary>Returns whether an element of the list may be null.</summary>
    private static bool KeepsNulls(Sequence sequence) => CanBeNull(sequence.Item) && !sequence.DropsNulls;

    /// <summary>Returns the same list with its condition and item expression applied, so that the next step gets plain elements.</summary>
    private Sequence Normalize(Sequence sequence, int? at) =>
        sequence.Condition == Code.True && IsBare(sequence.Item) && (KeepsNulls(sequence) || !CanBeNull(sequence.Item))
            ? sequence
            : new Sequence(sequence.Root, sequence.IsNullable, CreateItem(sequence, Code.Item, KeepsNulls(sequence), at))
            {
                DropsNulls = sequence.DropsNulls,
                From = root => SelectItems(sequence, root, at),
            };

    /// <summary>Returns the elements of a root that is not null.</summary>
    private static Code GetElements(Sequence sequence, Code root) => sequence.From is null ? root : sequence.From(root);

    /// <summary>Returns the elements of a root that is not null for which the condition is true.</summary>
    private static Code FilterElements(Sequence sequence, Code root)
    {
        var elements = GetElements(sequence, root);
        return sequence.Condition == Code.True ? elements : Code.Enumerable("Where", elements, Code.Lambda(sequence.Condition));
    }

    /// <summary>Returns the items of a root that is not null.</summary>
    private Code SelectItems(Sequence sequence, Code root, int? at)
    {
        var items = FilterElements(sequence, root);
        if (!IsBare(sequence.Item))
        {
            items = Code.Enumerable("Select", items, Code.Lambda(ItemCode(sequence, at)));
        }

        return sequence.DropsNulls && CanBeNull(sequence.Item)
            ? Code.Call(CSharpTypes.Enumerable + ".OfType<" + ElementType(sequence, at).Name + ">", items)
            : items;
    }

    /// <summary>Returns the items, or an empty sequence if the list is null.</summary>
    private Code GetItemsOrEmpty(Sequence sequence, int? at) => SelectItems(sequence, OrEmpty(sequence), at);

    /// <summary>Returns the list; null if it is null.</summary>
    private Code List(Sequence sequence, int? at)
    {
        var isRoot = sequence.IsUntouched && IsBare(sequence.Item) && !(sequence.DropsNulls && CanBeNull(sequence.Item));
        return isRoot ? sequence.Root
            : sequence.IsNullable ? Code.Match(sequence.Root, "{ }", found => SelectItems(sequence, found, at), Code.Null)
            : SelectItems(sequence, sequence.Root, at);
    }

    private static Code OrEmpty(Sequence sequence) => sequence.IsNullable ? Code.OrEmpty(sequence.Root) : sequence.Root;

    private Code ItemCode(Sequence sequence, int? at) =>
        GetTypeClass(sequence.Item) == TypeClass.List ? List(ToSequence(sequence.Item, at), at) : ToPlain(sequence.Item, at).Code;

    /// <summary>Returns the C# type of a list's elements, without <c>?</c>.</summary>
    private (string Name, bool IsValueType) ElementType(Sequence sequence, int? at)
    {
        if (GetTypeClass(sequence.Item) != TypeClass.List || sequence.Item is Plain)
        {
            var type = ToPlain(sequence.Item, at).Type;
            return (type.CSharp, type.IsValueType);
        }

        var inner = ToSequence(sequence.Item, at);
        return ("global::System.Collections.Generic.IEnumerable<" + ElementType(inner, at).Name + (KeepsNulls(inner) ? "?>" : ">"), false);
    }

    /// <summary>Returns an item of a list as the value of another expression.</summary>
    private Value CreateItem(Sequence sequence, Code code, bool isNullable, int? at)
    {
        if (GetTypeClass(sequence.Item) != TypeClass.List || sequence.Item is Plain)
        {
            return new Plain(code, ToPlain(sequence.Item, at).Type, isNullable);
        }

        var inner = ToSequence(sequence.Item, at);
        return new Sequence(code, isNullable, CreateItem(inner, Code.Item, KeepsNulls(inner), at));
    }

    /// <summary>Returns whether any item satisfies the test.</summary>
    private static Code Any(Sequence sequence, Func<Value, Code> test)
    {
        var condition = Code.And(sequence.Condition, test(sequence.Item));
        if (condition == Code.False)
        {
            return Code.False;
        }

        if (condition == Code.True && sequence is { HasCount: true, From: null })
        {
            return sequence.IsNullable ? Code.Is(sequence.Root, "{ Count: > 0 }") : IsPositive(sequence.Root, "Count");
        }

        var elements = GetElements(sequence, OrEmpty(sequence));
        return condition == Code.True ? Code.Enumerable("Any", elements) : Code.Enumerable("Any", elements, Code.Lambda(condition));
    }

    private Code HasItems(Sequence sequence) => Any(sequence, item => sequence.DropsNulls ? Code.Not(IsNull(item)) : Code.True);

    /// <summary>Returns the number of items; null if the list is null.</summary>
    private Plain Count(Sequence sequence)
    {
        var condition = sequence.DropsNulls ? Code.And(sequence.Condition, Code.Not(IsNull(sequence.Item))) : sequence.Condition;
        if (condition == Code.True && sequence is { HasCount: true, From: null })
        {
            return new Plain(Code.Member(sequence.Root, "Count", sequence.IsNullable), PathTypes.Int32, sequence.IsNullable);
        }

        Code CountItems(Code root)
        {
            var elements = GetElements(sequence, root);
            return condition == Code.True ? Code.Enumerable("Count", elements) : Code.Enumerable("Count", elements, Code.Lambda(condition));
        }

        return sequence.IsNullable ? ApplyToRoot(sequence.Root, CountItems, PathTypes.Int32) : new Plain(CountItems(sequence.Root), PathTypes.Int32, IsNullable: false);
    }
}
