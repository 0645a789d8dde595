using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <content>
/// JMESPath functions. If an argument is null at run time, which is an error in JMESPath, they return null. An argument of the wrong type is a
/// compile-time error.
/// </content>
internal sealed partial class ExpressionCompiler
{
    private const string Ordinal = CSharpTypes.StringComparer + ".Ordinal";

    private static readonly HashSet<string> Unsupported =
        ["group_by", "map", "max_by", "merge", "min_by", "sort_by", "to_array", "to_number", "to_string", "type"];

    private Value Call(CallNode call, Value current)
    {
        if (Unsupported.Contains(call.Function))
        {
            throw new JmesPathException("the function " + call.Function + " is not supported", call.Offset);
        }

        var arguments = call.Arguments.Select(a => Compile(a, current)).ToList();
        Value First() => Argument(call, arguments, 1, 0);
        Value Second() => Argument(call, arguments, 2, 1);
        return call.Function switch
        {
            "abs" => Round(First(), "Abs", call),
            "avg" => ApplyToNumbers(First(), "Average", "double?", PathTypes.Double, isNullable: true, call),
            "ceil" => Round(First(), "Ceiling", call),
            "contains" => Contains(Argument(call, arguments, 2, 0), Second(), call.Offset),
            "ends_with" => StartsOrEndsWith("EndsWith", Argument(call, arguments, 2, 0), Second(), call),
            "floor" => Round(First(), "Floor", call),
            "join" => Join(Argument(call, arguments, 2, 0), Second(), call),
            "keys" => Keys(First(), call),
            "length" => Length(First(), call),
            "max" => CompileMinMax(First(), "Max", call),
            "min" => CompileMinMax(First(), "Min", call),
            "not_null" => NotNull(arguments, call.Offset),
            "reverse" => Reverse(First(), call),
            "sort" => Sort(First(), call),
            "starts_with" => StartsOrEndsWith("StartsWith", Argument(call, arguments, 2, 0), Second(), call),
            "sum" => ApplyToNumbers(First(), "Sum", "double", PathTypes.Double, isNullable: false, call),
            "values" => Values(ToMap(First(), call), call.Offset),
            _ => throw new JmesPathException("there is no function " + call.Function, call.Offset),
        };
    }

    private static Value Argument(CallNode call, List<Value> arguments, int count, int index) => arguments.Count == count
        ? arguments[index]
        : throw new JmesPathException(call.Function + " takes " + count + (count == 1 ? " argument" : " arguments"), call.Offset);

    private static JmesPathException WrongArgument(CallNode call, string wanted, Value found) =>
        new(call.Function + " takes " + wanted + ", not " + Describe(found), call.Offset);

    private static Plain ToMap(Value value, CallNode call) =>
        value is Plain { Type: WireType { Kind: WireKind.Map } } map ? map : throw WrongArgument(call, "a map", value);

    private static Sequence Keys(Value value, CallNode call)
    {
        var map = ToMap(value, call);
        return new Sequence(Code.Member(map.Code, "Keys", map.NeedsConditional), map.IsNullable, new Plain(Code.Item, PathTypes.String, IsNullable: false));
    }

    private Value Length(Value value, CallNode call)
    {
        switch (GetCommonTypeClass(value, call.Offset))
        {
            case TypeClass.List when value is Group { Items.Count: var count } group && group.Guard == Code.True:
                return new Constant(new NumberLiteral(count));
            case TypeClass.List:
                return Count(ToSequence(value, call.Offset));
            case TypeClass.Text:
                var text = ToText(ToPlain(value, call.Offset));
                var length = ApplyFunction(PathTypes.Int32, text, static t => Code.Enumerable("Count", Code.Member(t, "EnumerateRunes()", isConditional: false)));
                return length with { SameSign = Code.Member(text.Code, "Length", text.NeedsConditional) };
            case TypeClass.Object when value is Plain { Type: WireType { Kind: WireKind.Map } } map:
                return new Plain(Code.Member(map.Code, "Count", map.NeedsConditional), PathTypes.Int32, map.IsNullable);
            default:
                throw WrongArgument(call, "a string, a list or a map", value);
        }
    }

    private Test Contains(Value subject, Value search, int? at)
    {
        switch (GetCommonTypeClass(subject, at))
        {
            case TypeClass.Text when GetCommonTypeClass(search, at) == TypeClass.Text:
                return TextTest("Contains", subject, search, at);
            case TypeClass.Text:
                return Test.From(Code.False);
            case TypeClass.List when subject is Group group:
                var isIn = Code.Or(group.Items.Select(i => Equal(i, search, at).IsTrue).ToArray());
                return NullIfListIsNull(Code.And(group.Guard, isIn), group);
            case TypeClass.List:
                var list = ToSequence(subject, at);
                return NullIfListIsNull(search is Constant constant ? HasLiteral(list, constant.Literal, at) : HasItem(list, search, at), list);
            default:
                throw new JmesPathException("contains takes a string or a list, not " + Describe(subject), at);
        }
    }

    /// <summary>Returns a condition that is null if the list is null.</summary>
    private Test NullIfListIsNull(Code condition, Value list) =>
        CanBeNull(list) ? new Test(condition, Code.And(Code.Not(IsNull(list)), Code.Not(condition)), IsNullable: true) : Test.From(condition);

    private Code HasLiteral(Sequence list, Literal literal, int? at) =>
        literal is NullLiteral && list.DropsNulls ? Code.False : Any(list, item => EqualsLiteral(item, literal, at));

    private Code HasItem(Sequence list, Value search, int? at)
    {
        if (KeepsNulls(list))
        {
            throw new JmesPathException("the list may contain null", at);
        }

        var (left, right) = ComparableClasses(list.Item, search, at);
        if (left != right)
        {
            return Code.False;
        }

        var item = ToPlain(CreateItem(list, Code.Item, isNullable: false, at), at);
        var value = ToPlain(search, at);
        if (left is TypeClass.List or TypeClass.Object || Common(item.Type, value.Type) is not { } type)
        {
            throw new JmesPathException(Describe(search) + " cannot be compared", at);
        }

        var elements = GetItemsOrEmpty(list, at);
        var converted = item.Type == type ? elements : Code.Enumerable("Select", elements, Code.Lambda(Convert(item, type).Code));
        var wanted = Convert(value, type);
        return wanted.IsNullable
            ? Code.MatchAnd(wanted.Code, "{ }", found => Code.Enumerable("Contains", converted, found))
            : Code.Enumerable("Contains", converted, wanted.Code);
    }

    private Test StartsOrEndsWith(string method, Value subject, Value end, CallNode call)
    {
        if (GetCommonTypeClass(subject, call.Offset) != TypeClass.Text || GetCommonTypeClass(end, call.Offset) != TypeClass.Text)
        {
            throw WrongArgument(call, "two strings", GetCommonTypeClass(subject, call.Offset) != TypeClass.Text ? subject : end);
        }

        return TextTest(method, subject, end, call.Offset);
    }

    private Test TextTest(string method, Value first, Value second, int? at)
    {
        var (text, other) = (ToText(ToPlain(first, at)), ToText(ToPlain(second, at)));
        Code CallMethod(Code argument) => new(
            Precedence.Primary,
            w => w.Write(Code.Member(text.Code, method, text.NeedsConditional)) + "(" + w.Write(argument) + ", " + CSharpTypes.StringComparison + ".Ordinal)");
        var test = other.IsNullable ? Code.Match(other.Code, "{ }", CallMethod, Code.From(NullExpression(PathTypes.Boolean))) : CallMethod(other.Code);
        return ToTest(new Plain(test, PathTypes.Boolean, text.IsNullable || other.IsNullable), at);
    }

    /// <summary>Applies a function to a value; the result is null if the value is null.</summary>
    private static Plain ApplyFunction(TypePlan type, Plain argument, Func<Code, Code> function) =>
        argument.IsNullable ? ApplyToRoot(argument.Code, function, type) : new Plain(function(argument.Code), type, IsNullable: false);

    private Value NotNull(List<Value> arguments, int? at)
    {
        var values = arguments.Where(static a => a is not Constant { Literal: NullLiteral }).ToList();
        var certain = values.FindIndex(static v => !CanBeNull(v));
        values = certain < 0 ? values : values.GetRange(0, certain + 1);
        if (values.Count == 1)
        {
            return values[0];
        }

        var plain = Unify(values, at);
        var code = plain.Select(static p => p.Code).Reverse().Aggregate(static (right, left) => Code.Coalesce(left, right));
        return new Plain(code, plain[0].Type, certain < 0);
    }

    private Sequence ToTypedSequence(Value value, CallNode call, params TypeClass[] wanted)
    {
        var names = wanted.Contains(TypeClass.Text) ? wanted.Length > 1 ? "strings or numbers" : "strings" : "numbers";
        if (GetCommonTypeClass(value, call.Offset) != TypeClass.List)
        {
            throw WrongArgument(call, "a list of " + names, value);
        }

        var list = Normalize(ToSequence(value, call.Offset), call.Offset);
        return GetTypeClass(list.Item) is { } type && wanted.Contains(type) && !KeepsNulls(list)
            ? list
            : throw new JmesPathException(
                call.Function + " takes a list of " + names + ", not of " + Describe(list.Item) + (KeepsNulls(list) ? " or null" : ""), call.Offset);
    }

    /// <summary>Applies a function to the items of a list; the result is null if the list is null.</summary>
    private Plain ApplyToList(Sequence list, TypePlan type, bool isNullable, Func<Code, Code> function, int? at)
    {
        Code Make(Code root) => function(SelectItems(list, root, at));
        return list.IsNullable ? ApplyToRoot(list.Root, Make, type) : new Plain(Make(list.Root), type, isNullable);
    }

    private Plain ApplyToNumbers(Value value, string method, string itemType, TypePlan type, bool isNullable, CallNode call)
    {
        var list = ToTypedSequence(value, call, TypeClass.Number);
        return ApplyToList(list, type, isNullable, items => Code.Enumerable(method, items, Code.Lambda(Code.Cast(itemType, Code.Item))), call.Offset);
    }

    private Plain CompileMinMax(Value value, string method, CallNode call)
    {
        var list = ToTypedSequence(value, call, TypeClass.Number, TypeClass.Text);
        var type = ((Plain)list.Item).Type;
        return PathTypes.GetTypeClass(type) == TypeClass.Number
            ? ApplyToList(list, type, isNullable: true, items => Code.Enumerable(method, items, Code.Lambda(Code.Cast(type.CSharp + "?", Code.Item))), call.Offset)
            : ApplyToList(list, PathTypes.String, isNullable: true, items => Code.Enumerable(method, TextItems(items, type), Code.From(Ordinal)), call.Offset);
    }

    private static Code TextItems(Code items, TypePlan type) =>
        type is EnumType ? Code.Enumerable("Select", items, Code.Lambda(Code.Member(Code.Item, "Value", isConditional: false))) : items;

    private Plain Join(Value glue, Value value, CallNode call)
    {
        if (GetCommonTypeClass(glue, call.Offset) != TypeClass.Text)
        {
            throw WrongArgument(call, "a string as its first argument", glue);
        }

        var list = ToTypedSequence(value, call, TypeClass.Text);
        var text = ToText(ToPlain(glue, call.Offset));
        return text.IsNullable ? throw WrongArgument(call, "a non-null string as its first argument", glue)
            : ApplyToList(
                list,
                PathTypes.String,
                isNullable: false,
                items => Code.Call("string.Join", text.Code, TextItems(items, ((Plain)list.Item).Type)),
                call.Offset);
    }

    private Sequence Sort(Value value, CallNode call)
    {
        var list = ToTypedSequence(value, call, TypeClass.Number, TypeClass.Text);
        var key = ((Plain)list.Item).Type;
        return list with
        {
            From = root => (PathTypes.GetTypeClass(key), key) switch
            {
                (TypeClass.Number, _) => Code.Enumerable("Order", SelectItems(list, root, call.Offset)),
                (_, EnumType) => Code.Enumerable(
                    "OrderBy", SelectItems(list, root, call.Offset), Code.Lambda(Code.Member(Code.Item, "Value", isConditional: false)), Code.From(Ordinal)),
                _ => Code.Enumerable("Order", SelectItems(list, root, call.Offset), Code.From(Ordinal)),
            },
        };
    }

    private Sequence Reverse(Value value, CallNode call)
    {
        var list = Normalize(ToSequence(value, call.Offset), call.Offset);
        return list with { From = root => Code.Enumerable("Reverse", GetElements(list, root)) };
    }

    private Plain Round(Value value, string method, CallNode call)
    {
        if (GetCommonTypeClass(value, call.Offset) != TypeClass.Number)
        {
            throw WrongArgument(call, "a number", value);
        }

        var number = ToPlain(value, call.Offset);
        return IsInteger(number.Type) && method != "Abs"
            ? number
            : ApplyFunction(PathTypes.Double, number, n => Code.Call("global::System.Math." + method, Code.Cast("double", n)));
    }
}
