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
    private static Sequence ElementsOf(Code root, bool isNullable, WireType collection) =>
        new(root, isNullable, new Plain(Code.Item, collection.Element!, collection.IsSparse));

    /// <summary>Converts the value to a sequence.</summary>
    public Sequence ToSequence(Value value, int? at)
    {
        switch (value)
        {
            case Sequence sequence:
                return sequence;
            case Plain { Type: WireType { Kind: WireKind.List } type } plain:
                return ElementsOf(plain.Code, plain.IsNullable, type) with { HasCount = true };
            case Group group:
                var items = Unify(group.Items, at);
                var isNullable = items.Any(static i => i.IsNullable);
                var array = Code.Array(items[0].Type.CSharp + (isNullable ? "?" : ""), items.Select(static i => i.Code));
                return new Sequence(Code.Conditional(group.Guard, array, Code.Null), MayBeNull(group), new Plain(Code.Item, items[0].Type, isNullable));
            case Choice when ClassOf(value) == TypeClass.List:
                var choice = (Choice)value;
                var (left, right) = (ToSequence(choice.Left, at), ToSequence(choice.Right, at));
                var (then, whenFalse) = choice.IsOr ? (left, right) : (right, left);
                CheckSameItems(left, right, at);
                var item = Reopened(left, Code.Item, KeepsNulls(left) || KeepsNulls(right), at);
                return new Sequence(Code.Conditional(Truth(left, at), List(then, at), List(whenFalse, at)), left.IsNullable || right.IsNullable, item);
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
        if (sequence.DropsNulls && MayBeNull(sequence.Item) && !IsStrict(node.Right))
        {
            sequence = Settle(sequence, node.Offset);
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
        if (!IsBare(sequence.Item) || (sequence.DropsNulls && MayBeNull(sequence.Item)))
        {
            sequence = Settle(sequence, node.Offset);
        }

        return sequence with { Condition = Code.And(sequence.Condition, Truth(Compile(node.Condition, sequence.Item), node.Offset)) };
    }

    private Sequence Flatten(Value list, int? at)
    {
        if (list is Group { Items.Count: > 0 } group && group.Items.All(static i => ClassOf(i) == TypeClass.List))
        {
            return Concatenated(group, at);
        }

        var outer = ToSequence(list, at);
        if (ClassOf(outer.Item) != TypeClass.List)
        {
            return outer;
        }

        var inner = ToSequence(outer.Item, at);
        var lambda = Code.Lambda(Elements(inner, at));
        return new Sequence(outer.Root, outer.IsNullable, Reopened(inner, Code.Item, KeepsNulls(inner), at))
        {
            From = root => Code.Enumerable("SelectMany", Selected(outer, root), lambda),
        };
    }

    private Sequence Concatenated(Group group, int? at)
    {
        var lists = group.Items.Select(i => ToSequence(i, at)).ToList();
        foreach (var list in lists.Skip(1))
        {
            CheckSameItems(lists[0], list, at);
        }

        var elements = lists.Select(l => Elements(l, at)).Aggregate(static (left, right) => Code.Enumerable("Concat", left, right));
        var item = Reopened(lists[0], Code.Item, lists.Any(KeepsNulls), at);
        return new Sequence(Code.Conditional(group.Guard, elements, Code.Null), MayBeNull(group), item);
    }

    private Value ElementAt(Value list, int index, int? at)
    {
        if (list is Group { Items: var items } group && group.Guard == Code.True)
        {
            var position = index < 0 ? items.Count + index : index;
            return position >= 0 && position < items.Count ? items[position] : new Constant(Literal.Null);
        }

        var sequence = ToSequence(list, at);
        var elements = Elements(sequence, at);
        var type = ElementType(sequence, at);
        if (type.IsValueType && !KeepsNulls(sequence))
        {
            elements = Code.Enumerable("Select", elements, Code.Lambda(Code.Cast(type.Name + "?", Code.Item)));
        }

        var element = index switch
        {
            0 => Code.Enumerable("FirstOrDefault", elements),
            -1 => Code.Enumerable("LastOrDefault", elements),
            _ => Code.Enumerable("ElementAtOrDefault", elements, Code.Of(Position(index))),
        };
        return Reopened(sequence, element, isNullable: true, at);
    }

    private Sequence Slice(Value list, SliceNode node)
    {
        var sequence = Settle(ToSequence(list, node.Offset), node.Offset);
        switch (node)
        {
            case { Step: null or 1 }:
                var range = (node.Start is { } start ? Position(start) : "") + ".." + (node.Stop is { } stop ? Position(stop) : "");
                return sequence with { From = root => Code.Enumerable("Take", Unfiltered(sequence, root), Code.Of(range)) };
            case { Step: -1, Start: null, Stop: null }:
                return sequence with { From = root => Code.Enumerable("Reverse", Unfiltered(sequence, root)) };
            default:
                throw new JmesPathException("a slice with a step is not supported, except [::-1]", node.Offset);
        }
    }

    private static string Position(int index) => (index < 0 ? "^" : "") + Math.Abs(index).ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns whether an item is the unchanged element.</summary>
    private static bool IsBare(Value item) => item is Plain { Code: var code } ? code == Code.Item : item is Sequence { IsUntouched: true } list && list.Root == Code.Item && IsBare(list.Item);

    /// <summary>Returns whether an element of the list may be null.</summary>
    private static bool KeepsNulls(Sequence sequence) => MayBeNull(sequence.Item) && !sequence.DropsNulls;

    /// <summary>Returns the same list with its condition and item expression applied, so that the next step gets plain elements.</summary>
    private Sequence Settle(Sequence sequence, int? at) =>
        sequence.Condition == Code.True && IsBare(sequence.Item) && (KeepsNulls(sequence) || !MayBeNull(sequence.Item))
            ? sequence
            : new Sequence(sequence.Root, sequence.IsNullable, Reopened(sequence, Code.Item, KeepsNulls(sequence), at))
            {
                DropsNulls = sequence.DropsNulls,
                From = root => Made(sequence, root, at),
            };

    /// <summary>Returns the elements of a root that is not null.</summary>
    private static Code Unfiltered(Sequence sequence, Code root) => sequence.From is null ? root : sequence.From(root);

    /// <summary>Returns the elements of a root that is not null for which the condition is true.</summary>
    private static Code Selected(Sequence sequence, Code root)
    {
        var elements = Unfiltered(sequence, root);
        return sequence.Condition == Code.True ? elements : Code.Enumerable("Where", elements, Code.Lambda(sequence.Condition));
    }

    /// <summary>Returns the items of a root that is not null.</summary>
    private Code Made(Sequence sequence, Code root, int? at)
    {
        var items = Selected(sequence, root);
        if (!IsBare(sequence.Item))
        {
            items = Code.Enumerable("Select", items, Code.Lambda(ItemCode(sequence, at)));
        }

        return sequence.DropsNulls && MayBeNull(sequence.Item)
            ? Code.Call(CSharpTypes.Enumerable + ".OfType<" + ElementType(sequence, at).Name + ">", items)
            : items;
    }

    /// <summary>Returns the items, or an empty sequence if the list is null.</summary>
    private Code Elements(Sequence sequence, int? at) => Made(sequence, OrEmpty(sequence), at);

    /// <summary>Returns the list; null if it is null.</summary>
    private Code List(Sequence sequence, int? at)
    {
        var isRoot = sequence.IsUntouched && IsBare(sequence.Item) && !(sequence.DropsNulls && MayBeNull(sequence.Item));
        return isRoot ? sequence.Root
            : sequence.IsNullable ? Code.Match(sequence.Root, "{ }", found => Made(sequence, found, at), Code.Null)
            : Made(sequence, sequence.Root, at);
    }

    private static Code OrEmpty(Sequence sequence) => sequence.IsNullable ? Code.OrEmpty(sequence.Root) : sequence.Root;

    private Code ItemCode(Sequence sequence, int? at) =>
        ClassOf(sequence.Item) == TypeClass.List ? List(ToSequence(sequence.Item, at), at) : ToPlain(sequence.Item, at).Code;

    /// <summary>Returns the C# type of a list's elements, without <c>?</c>.</summary>
    private (string Name, bool IsValueType) ElementType(Sequence sequence, int? at)
    {
        if (ClassOf(sequence.Item) != TypeClass.List || sequence.Item is Plain)
        {
            var type = ToPlain(sequence.Item, at).Type;
            return (type.CSharp, type.IsValueType);
        }

        var inner = ToSequence(sequence.Item, at);
        return ("global::System.Collections.Generic.IEnumerable<" + ElementType(inner, at).Name + (KeepsNulls(inner) ? "?>" : ">"), false);
    }

    /// <summary>Returns an item of a list as the value of another expression.</summary>
    private Value Reopened(Sequence sequence, Code code, bool isNullable, int? at)
    {
        if (ClassOf(sequence.Item) != TypeClass.List || sequence.Item is Plain)
        {
            return new Plain(code, ToPlain(sequence.Item, at).Type, isNullable);
        }

        var inner = ToSequence(sequence.Item, at);
        return new Sequence(code, isNullable, Reopened(inner, Code.Item, KeepsNulls(inner), at));
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

        var elements = Unfiltered(sequence, OrEmpty(sequence));
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

        Code Counted(Code root)
        {
            var elements = Unfiltered(sequence, root);
            return condition == Code.True ? Code.Enumerable("Count", elements) : Code.Enumerable("Count", elements, Code.Lambda(condition));
        }

        return sequence.IsNullable ? Made(sequence.Root, Counted, PathTypes.Int32) : new Plain(Counted(sequence.Root), PathTypes.Int32, IsNullable: false);
    }
}
