using System;
using System.Linq;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <content>Truth, equality and order.</content>
internal sealed partial class ExpressionCompiler
{
    /// <summary>Returns whether JMESPath treats the value as true: it is not null, not false and not empty.</summary>
    public Code IsTrue(Value value, int? at) => value switch
    {
        Plain plain => IsTrue(plain, at),
        Test test => test.IsTrue,
        Constant constant => constant.Literal.IsTruthy ? Code.True : Code.False,
        Group group => group.Items.Count > 0 ? group.Guard : Code.False,
        Sequence sequence => HasItems(sequence),
        Choice { IsOr: true } or => Code.Or(IsTrue(or.Left, at), IsTrue(or.Right, at)),
        Choice and => Code.And(IsTrue(and.Left, at), IsTrue(and.Right, at)),
        _ => throw new JmesPathException("the value cannot be converted to a boolean", at),
    };

    private Code IsTrue(Plain plain, int? at)
    {
        if (TruePattern(plain.Type) is not { } pattern)
        {
            return IsStructureTrue(plain, at);
        }

        return (pattern, plain.IsNullable) switch
        {
            ("true", true) => Code.Equal(plain.Code, Code.True),
            ("true", false) => plain.Code,
            ("{ }", true) => Code.IsNotNull(plain.Code),
            ("{ }", false) => Code.True,
            (_, true) => Code.Is(plain.Code, pattern),
            ("{ IsEmpty: false }", false) => Code.Not(Code.Member(plain.Code, "IsEmpty", isConditional: false)),
            (_, false) => IsPositive(plain.Code, plain.Type is EnumType ? "Value.Length" : plain.Type == PathTypes.String ? "Length" : "Count"),
        };
    }

    private static Code IsPositive(Code owner, string count) => Code.Compare(Code.Member(owner, count, isConditional: false), ">", Code.From("0"));

    /// <summary>Returns a pattern that matches the true values of the type; null if there is no simple pattern.</summary>
    private string? TruePattern(TypePlan type) => type switch
    {
        ScalarType { Kind: ScalarKind.String } => "{ Length: > 0 }",
        ScalarType { Kind: ScalarKind.Boolean } => "true",
        ScalarType { Kind: ScalarKind.Blob } => "{ IsEmpty: false }",
        EnumType => "{ Value.Length: > 0 }",
        WireType { Kind: WireKind.List or WireKind.Map } => "{ Count: > 0 }",
        WireType { Kind: WireKind.Structure } when types.Members(type)!.Value.Any(static m => !m.IsNullable) => "{ }",
        TimestampType => "{ }",
        _ => PathTypes.GetTypeClass(type) == TypeClass.Number ? "{ }" : null,
    };

    /// <summary>An object is true if it has a member. Members that the model does not define are not known here.</summary>
    private Code IsStructureTrue(Plain plain, int? at)
    {
        var empty = plain.Type switch
        {
            WireType { Kind: WireKind.Union } => plain.Type.CSharp + ".Unknown { Name: \"\" }",
            WireType => "{ " + string.Join(", ", types.Members(plain.Type)!.Value.Select(static m => m.Name + ": null")) + " }",
            _ => throw new JmesPathException(PathTypes.Describe(plain.Type) + " cannot be converted to a boolean", at),
        };
        return types.Members(plain.Type)!.Value.Count == 0 ? Code.False
            : Code.Not(Code.Is(plain.Code, plain.IsNullable ? "null or " + empty : empty));
    }

    public Code IsNull(Value value) => value switch
    {
        Plain plain => plain.IsNullable ? Code.IsNull(plain.Code) : Code.False,
        Constant { Literal: NullLiteral } => Code.True,
        Test { IsNullable: true } test => Code.And(Code.Not(test.IsTrue), Code.Not(test.IsFalse)),
        Sequence sequence => sequence.IsNullable ? Code.IsNull(sequence.Root) : Code.False,
        Group group => Code.Not(group.Guard),
        Choice { IsOr: true } or => Code.And(Code.Not(IsTrue(or.Left, null)), IsNull(or.Right)),
        Choice and => Code.Or(IsNull(and.Left), Code.And(IsTrue(and.Left, null), IsNull(and.Right))),
        _ => Code.False,
    };

    private Test Not(Value value, int? at) => value is Test { IsNullable: false } test
        ? new Test(test.IsFalse, test.IsTrue, IsNullable: false)
        : Test.From(Code.Not(IsTrue(value, at)));

    /// <summary><c>left || right</c> or <c>left &amp;&amp; right</c>.</summary>
    private Value Choose(Value left, Value right, bool isOr, int? at)
    {
        var truth = IsTrue(left, at);
        if (truth == Code.True || truth == Code.False)
        {
            return (truth == Code.True) == isOr ? left : right;
        }

        if (GetTypeClass(left) != TypeClass.Boolean || GetTypeClass(right) != TypeClass.Boolean)
        {
            return new Choice(left, right, isOr);
        }

        var (first, second) = (ToTest(left, at), ToTest(right, at));
        var isTrue = isOr ? Code.Or(truth, second.IsTrue) : Code.And(truth, second.IsTrue);
        var isFalse = isOr ? Code.And(Code.Not(truth), second.IsFalse) : Code.Or(first.IsFalse, Code.And(truth, second.IsFalse));
        return second.IsNullable || (!isOr && first.IsNullable) ? new Test(isTrue, isFalse, IsNullable: true) : Test.From(isTrue);
    }

    private Test ToTest(Value value, int? at)
    {
        if (value is Test test)
        {
            return test;
        }

        var plain = ToPlain(value, at);
        return plain.IsNullable
            ? new Test(Code.Equal(plain.Code, Code.True), Code.Equal(plain.Code, Code.False), IsNullable: true)
            : Test.From(plain.Code);
    }

    private Test Equal(Value left, Value right, int? at)
    {
        if (right is Constant literal)
        {
            return Test.From(EqualsLiteral(left, literal.Literal, at));
        }

        if (left is Constant)
        {
            return Equal(right, left, at);
        }

        if (left is Group { Items.Count: 0 } || right is Group { Items.Count: 0 })
        {
            return Test.From(IsEmptyList(left is Group { Items.Count: 0 } ? right : left));
        }

        var (leftClass, rightClass) = ComparableClasses(left, right, at);
        if (leftClass != rightClass)
        {
            return Test.From(Code.And(IsNull(left), IsNull(right)));
        }

        return leftClass is TypeClass.List or TypeClass.Object
            ? throw new JmesPathException(Describe(left) + " cannot be compared with " + Describe(right), at)
            : Test.From(EqualPlain(ToPlain(left, at), ToPlain(right, at)));
    }

    private (TypeClass? Left, TypeClass? Right) ComparableClasses(Value left, Value right, int? at)
    {
        var classes = (Left: GetCommonTypeClass(left, at), Right: GetCommonTypeClass(right, at));
        return classes.Left == TypeClass.Opaque ? throw new JmesPathException(Describe(left) + " cannot be compared", at)
            : classes.Right == TypeClass.Opaque ? throw new JmesPathException(Describe(right) + " cannot be compared", at)
            : classes;
    }

    /// <summary>Returns the JSON type of a value, for a choice the common type of both sides; null for null.</summary>
    private TypeClass? GetCommonTypeClass(Value value, int? at) => GetTypeClass(value) ?? (value is Choice ? GetTypeClass(ToPlain(value, at)) : null);

    private static Code EqualPlain(Plain left, Plain right) => PathTypes.GetTypeClass(left.Type) == TypeClass.Text && left.Type != right.Type
        ? Code.Equal(ToText(left).Code, ToText(right).Code)
        : Code.Equal(left.Code, right.Code);

    /// <summary>Returns whether the value is equal to the literal. Values of different types are never equal.</summary>
    public Code EqualsLiteral(Value value, Literal literal, int? at) => (value, literal) switch
    {
        (_, NullLiteral) => IsNull(value),
        (Choice choice, _) => EqualsLiteral(choice, literal, at),
        (Constant constant, _) => constant.Literal == literal ? Code.True : Code.False,
        (Test test, BooleanLiteral boolean) => boolean.Value ? test.IsTrue : test.IsFalse,
        (Plain plain, _) => EqualsLiteral(plain, literal, at),
        _ => Code.False,
    };

    private Code EqualsLiteral(Choice choice, Literal literal, int? at)
    {
        // The left side is the result if its truth value selects it. If it equals the literal, it has the truth value of the literal.
        var truth = IsTrue(choice.Left, at);
        var viaRight = Code.And(choice.IsOr ? Code.Not(truth) : truth, EqualsLiteral(choice.Right, literal, at));
        return choice.IsOr == literal.IsTruthy ? Code.Or(EqualsLiteral(choice.Left, literal, at), viaRight) : viaRight;
    }

    private Code EqualsLiteral(Plain plain, Literal literal, int? at)
    {
        switch (PathTypes.GetTypeClass(plain.Type), literal)
        {
            case (TypeClass.Opaque, _):
                throw new JmesPathException(PathTypes.Describe(plain.Type) + " cannot be compared with " + literal.Description, at);
            case (TypeClass.Text, StringLiteral text) when plain.Type is EnumType type && types.KnownValue(type, text.Value) is { } known:
                return Code.Equal(plain.Code, Code.From(type.CSharp + "." + known));
            case (TypeClass.Text, StringLiteral text):
                return Compare(ToText(plain), code => Code.Equal(code, Code.From(Literals.String(text.Value))));
            case (TypeClass.Number, NumberLiteral { Value: 0 }) when plain.SameSign is { } simple:
                return Code.Equal(simple, Code.From("0"));
            case (TypeClass.Number, NumberLiteral number) when IsInteger(plain.Type) && !IsInRange(number.Value, plain.Type):
                return Code.False;
            case (TypeClass.Number, NumberLiteral number):
                return Compare(plain, code => Code.Equal(code, Number(number, plain.Type).Code));
            case (TypeClass.Boolean, BooleanLiteral boolean):
                return boolean.Value ? ToTest(plain, at).IsTrue : ToTest(plain, at).IsFalse;
            case (TypeClass.Object, ObjectLiteral { Count: 0 }) when plain.Type is WireType { Kind: WireKind.Map }:
                return IsEmpty(plain.Code, plain.IsNullable);
            case (TypeClass.Object, ObjectLiteral { Count: 0 }):
                return Code.And(Code.Not(IsNull(plain)), Code.Not(IsTrue(plain, at)));
            case (TypeClass.Object, ObjectLiteral):
                throw new JmesPathException(PathTypes.Describe(plain.Type) + " cannot be compared with an object", at);
            default:
                return Code.False;
        }
    }

    private Code IsEmptyList(Value value) => value is Plain { Type: WireType { Kind: WireKind.List } } plain ? IsEmpty(plain.Code, plain.IsNullable)
        : GetTypeClass(value) == TypeClass.List ? Code.And(Code.Not(IsNull(value)), Code.Not(IsTrue(value, null)))
        : Code.False;

    private static Code IsEmpty(Code collection, bool isNullable) =>
        isNullable ? Code.Is(collection, "{ Count: 0 }") : Code.Equal(Code.Member(collection, "Count", isConditional: false), Code.From("0"));

    /// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> and <c>&gt;=</c>: null unless both operands are numbers.</summary>
    private Test Order(TokenKind op, Value left, Value right, int? at)
    {
        var (first, second) = ComparableClasses(left, right, at);
        if (first != TypeClass.Number || second != TypeClass.Number)
        {
            return new Test(Code.False, Code.False, IsNullable: true);
        }

        var (text, opposite) = op switch
        {
            TokenKind.Less => ("<", ">="),
            TokenKind.LessOrEqual => ("<=", ">"),
            TokenKind.Greater => (">", "<="),
            _ => (">=", "<"),
        };
        var (a, b) = (Operand(left, right, at), Operand(right, left, at));
        return new Test(Compare(a, b, text), Compare(a, b, opposite), a.IsNullable || b.IsNullable);
    }

    private static Code Compare(Plain left, Plain right, string op) => left.IsNullable && !right.IsNullable
        ? Compare(left, code => Code.Compare(code, op, right.Code))
        : Compare(right, code => Code.Compare(left.Code, op, code));

    /// <summary>Compares a value with one that is not null.</summary>
    private static Code Compare(Plain value, Func<Code, Code> comparison) =>
        value.Source is { } source ? Code.MatchAnd(source.Root, "{ }", root => comparison(source.Make(root))) : comparison(value.Code);

    /// <summary>Converts a number to the type of the number that it is compared with.</summary>
    private Plain Operand(Value value, Value other, int? at) => (value, other) switch
    {
        (Constant { Literal: NumberLiteral number }, _) => Number(number, ToPlain(other, at).Type),
        (Plain { SameSign: { } simple } plain, Constant { Literal: NumberLiteral { Value: 0 } }) => new Plain(simple, plain.Type, plain.IsNullable),
        _ => ToPlain(value, at),
    };
}
