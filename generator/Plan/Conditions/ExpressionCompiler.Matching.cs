using System.Linq;
using DataZoneGen.Generator.JmesPath;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <content>Conditions and lists for waiters and paginators.</content>
internal sealed partial class ExpressionCompiler
{
    /// <summary>Converts a list to one expression.</summary>
    public ListPath WriteList(Value value, CodeWriter writer)
    {
        var list = ToSequence(value, null);
        return new ListPath(writer.Write(List(list, null)), ElementType(list, null).Name + (KeepsNulls(list) ? "?" : ""));
    }

    /// <summary>Returns whether an element of the list is equal to the literal.</summary>
    public Code AnyEquals(Value value, Literal literal) => value is Group group
        ? Code.And(group.Guard, Code.Or(group.Items.Select(i => EqualsLiteral(i, literal, null)).ToArray()))
        : Any(ToSequence(value, null), item => EqualsLiteral(item, literal, null));

    /// <summary>Returns whether the list has elements and all of them are equal to the literal.</summary>
    public Code AllEqual(Value value, Literal literal)
    {
        if (value is Group group)
        {
            return group.Items.Count == 0 ? Code.False
                : Code.And(group.Guard, Code.And(group.Items.Select(i => EqualsLiteral(i, literal, null)).ToArray()));
        }

        var list = ToSequence(value, null);
        var equals = EqualsLiteral(list.Item, literal, null);
        if (equals == Code.False)
        {
            return Code.False;
        }

        var dropsNulls = list.DropsNulls && CanBeNull(list.Item);
        var all = Code.Lambda(dropsNulls ? Code.Or(IsNull(list.Item), equals) : equals);
        if (list is { IsUntouched: true, HasCount: true } && !dropsNulls)
        {
            return list.IsNullable
                ? Code.MatchAnd(list.Root, "{ Count: > 0 }", found => Code.Enumerable("All", found, all))
                : Code.And(IsPositive(list.Root, "Count"), Code.Enumerable("All", list.Root, all));
        }

        // If nulls are dropped, the list has an element if one is equal to the literal.
        var any = dropsNulls ? Code.And(list.Condition, equals) : list.Condition;
        Code Both(Code root) => Code.And(
            any == Code.True ? Code.Enumerable("Any", GetElements(list, root)) : Code.Enumerable("Any", GetElements(list, root), Code.Lambda(any)),
            Code.Enumerable("All", FilterElements(list, root), all));
        return list.IsNullable ? Code.MatchAnd(list.Root, "{ }", Both) : Both(list.Root);
    }
}
