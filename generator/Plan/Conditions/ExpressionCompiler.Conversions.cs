using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <content>Converts values to C# expressions, and several values to a common type.</content>
internal sealed partial class ExpressionCompiler
{
    /// <summary>Returns the JSON type of a value; null if it has none or can have several.</summary>
    public static TypeClass? GetTypeClass(Value value) => value switch
    {
        Plain plain => PathTypes.GetTypeClass(plain.Type),
        Constant { Literal: StringLiteral } => TypeClass.Text,
        Constant { Literal: NumberLiteral } => TypeClass.Number,
        Constant { Literal: BooleanLiteral } or Test => TypeClass.Boolean,
        Constant { Literal: ObjectLiteral } => TypeClass.Object,
        Sequence or Group => TypeClass.List,
        Choice choice when GetTypeClass(choice.Left) == GetTypeClass(choice.Right) => GetTypeClass(choice.Left),
        _ => null,
    };

    /// <summary>Describes a value in a message.</summary>
    public static string Describe(Value value) => value switch
    {
        Plain plain => PathTypes.Describe(plain.Type),
        Constant constant => constant.Literal.Description,
        Test => "a boolean",
        Choice choice when Describe(choice.Left) != Describe(choice.Right) => Describe(choice.Left) + " or " + Describe(choice.Right),
        Choice choice => Describe(choice.Left),
        _ => "a list",
    };

    private static bool CanBeNull(Value value) => value switch
    {
        Plain plain => plain.IsNullable,
        Test test => test.IsNullable,
        Sequence sequence => sequence.IsNullable,
        Group group => group.Guard != Code.True,
        Choice { IsOr: true } or => CanBeNull(or.Right),
        Choice and => CanBeNull(and.Left) || CanBeNull(and.Right),
        _ => value is Constant { Literal: NullLiteral },
    };

    /// <summary>Converts the value to one C# expression.</summary>
    public Plain ToPlain(Value value, int? at) => value switch
    {
        Plain plain => plain,
        Constant { Literal: StringLiteral text } => new Plain(Code.From(Literals.String(text.Value)), PathTypes.String, IsNullable: false),
        Constant { Literal: BooleanLiteral boolean } => new Plain(boolean.Value ? Code.True : Code.False, PathTypes.Boolean, IsNullable: false),
        Constant { Literal: NumberLiteral number } => Number(number),
        Test { IsNullable: false } test => new Plain(test.IsTrue, PathTypes.Boolean, IsNullable: false),
        Test test => new Plain(
            Code.Conditional(test.IsTrue, Code.True, Code.Conditional(test.IsFalse, Code.False, Code.Cast("bool?", Code.Null))),
            PathTypes.Boolean,
            IsNullable: true),
        Choice choice => ToPlain(choice, at),
        _ => throw new JmesPathException(Describe(value) + " is not supported here", at),
    };

    private Plain ToPlain(Choice choice, int? at)
    {
        var sides = Unify([choice.Left, choice.Right], at);
        var (left, right) = (sides[0], sides[1]);
        if (!choice.IsOr)
        {
            return new Plain(Code.Conditional(IsTrue(left, at), right.Code, left.Code), left.Type, left.IsNullable || right.IsNullable);
        }

        return TruePattern(left.Type) switch
        {
            "{ }" => new Plain(Code.Coalesce(left.Code, right.Code), left.Type, right.IsNullable),
            { } pattern => new Plain(Code.Match(left.Code, pattern, static found => found, right.Code), left.Type, right.IsNullable),
            null => new Plain(Code.Conditional(IsTrue(left, at), left.Code, right.Code), left.Type, left.IsNullable || right.IsNullable),
        };
    }

    /// <summary>Converts the values to expressions of a common type.</summary>
    private List<Plain> Unify(IReadOnlyList<Value> values, int? at)
    {
        var typed = values.Where(static v => v is not Constant { Literal: NullLiteral }).Select(v => ToPlain(v, at)).ToList();
        if (typed.Count == 0)
        {
            throw new JmesPathException("no value here has a type", at);
        }

        var type = typed.Select(static p => p.Type).Aggregate((left, right) => Common(left, right)
            ?? throw new JmesPathException(PathTypes.Describe(left) + " and " + PathTypes.Describe(right) + " have no type in common", at));
        return values
            .Select(v => v is Constant { Literal: NullLiteral } ? new Plain(Code.From(NullExpression(type)), type, IsNullable: true) : Convert(ToPlain(v, at), type))
            .ToList();
    }

    private static TypePlan? Common(TypePlan left, TypePlan right)
    {
        if (left == right)
        {
            return left;
        }

        return (PathTypes.GetTypeClass(left), PathTypes.GetTypeClass(right)) switch
        {
            (TypeClass.Text, TypeClass.Text) => PathTypes.String,
            (TypeClass.Number, TypeClass.Number) => IsInteger(left) && IsInteger(right) ? PathTypes.Int64 : PathTypes.Double,
            _ => null,
        };
    }

    private static bool IsInteger(TypePlan type) => type == PathTypes.Int32 || type == PathTypes.Int64;

    /// <summary>Returns whether a number is a value of the integer type.</summary>
    private static bool IsInRange(double value, TypePlan type) =>
        value == Math.Floor(value) && Math.Abs(value) <= (type == PathTypes.Int32 ? int.MaxValue : long.MaxValue);

    private static Plain Convert(Plain value, TypePlan type)
    {
        if (value.Type == type)
        {
            return value;
        }

        return type == PathTypes.String
            ? ToText(value)
            : new Plain(Code.Cast(value.IsNullable ? type.CSharp + "?" : type.CSharp, value.Code), type, value.IsNullable);
    }

    /// <summary>Returns a text as a string.</summary>
    private static Plain ToText(Plain text) => text.Type is EnumType
        ? new Plain(Code.Member(text.Code, "Value", text.NeedsConditional), PathTypes.String, text.IsNullable) { NeedsConditional = false }
        : text;

    /// <summary>Applies a function to a root; the result is null if the root is null.</summary>
    private static Plain ApplyToRoot(Code root, Func<Code, Code> make, TypePlan type) =>
        new(Code.Match(root, "{ }", make, Code.From(NullExpression(type))), type, IsNullable: true) { Source = new FromRoot(root, make) };

    /// <summary>Returns a null of the type.</summary>
    private static string NullExpression(TypePlan type) => type.IsValueType ? "(" + type.CSharp + "?)null" : "null";

    private static Plain Number(NumberLiteral literal, TypePlan? comparedWith = null)
    {
        var value = literal.Value;
        var isInteger = Math.Abs(value) <= 1L << 53 && value == Math.Floor(value);
        var (type, text) = (isInteger, Math.Abs(value) <= int.MaxValue, comparedWith) switch
        {
            (true, true, _) => (PathTypes.Int32, ((int)value).ToString(CultureInfo.InvariantCulture)),
            (true, false, { } other) when other == PathTypes.Int64 => (PathTypes.Int64, ((long)value).ToString(CultureInfo.InvariantCulture) + "L"),
            (false, _, ScalarType { Kind: ScalarKind.Single }) => (PathTypes.Double, ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f"),
            _ => (PathTypes.Double, value.ToString("R", CultureInfo.InvariantCulture) + "d"),
        };
        return new Plain(new Code(value < 0 ? Precedence.Unary : Precedence.Primary, _ => text), type, IsNullable: false);
    }
}
