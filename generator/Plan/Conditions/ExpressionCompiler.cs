using System.Linq;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <summary>
/// Compiles JMESPath expressions to C# and checks them against the types of the model. Where JMESPath returns null at run time but the types
/// already show the mistake (an unknown member, an index into something that is not a list), the compiler reports an error.
/// </summary>
internal sealed partial class ExpressionCompiler(PathTypes types)
{
    /// <summary>Compiles an expression that is applied to a current value.</summary>
    /// <exception cref="JmesPathException">The expression does not match the types, or is not supported.</exception>
    public Value Compile(Node node, Value current) => node switch
    {
        CurrentNode => current,
        FieldNode field => Field(current, field),
        ThenNode then => Compile(then.Right, Compile(then.Left, current)),
        IndexNode index => ElementAt(Compile(index.Left, current), index.Index, index.Offset),
        SliceNode slice => Slice(Compile(slice.Left, current), slice),
        FlattenNode flatten => Flatten(Compile(flatten.Left, current), flatten.Offset),
        ValuesNode values => Values(Compile(values.Left, current), values.Offset),
        FilterNode filter => Filter(Compile(filter.Left, current), filter),
        ProjectionNode projection => Project(Compile(projection.Left, current), projection),
        CompareNode { Operator: TokenKind.Equal } equal => Equal(Compile(equal.Left, current), Compile(equal.Right, current), equal.Offset),
        CompareNode { Operator: TokenKind.NotEqual } equal => Not(Equal(Compile(equal.Left, current), Compile(equal.Right, current), equal.Offset), equal.Offset),
        CompareNode order => Order(order.Operator, Compile(order.Left, current), Compile(order.Right, current), order.Offset),
        AndNode and => Choose(Compile(and.Left, current), Compile(and.Right, current), isOr: false, and.Offset),
        OrNode or => Choose(Compile(or.Left, current), Compile(or.Right, current), isOr: true, or.Offset),
        NotNode not => Not(Compile(not.Operand, current), not.Offset),
        LiteralNode literal => FromLiteral(literal.Value),
        ListNode list => new Group(list.Items.Select(item => Compile(item, current)).ToList(), Code.Not(IsNull(current))),
        CallNode call => Call(call, current),
        HashNode => throw new JmesPathException("a hash {…} is not supported", node.Offset),
        ReferenceNode => throw new JmesPathException("'&' is not supported", node.Offset),
        _ => throw new JmesPathException("the expression is not supported", node.Offset),
    };

    private static Value FromLiteral(Literal literal) => literal is ListLiteral list ? new Group(list.Items.Select(FromLiteral).ToList(), Code.True) : new Constant(literal);

    private Plain Field(Value owner, FieldNode field)
    {
        var plain = owner as Plain ?? (owner is Choice ? ToPlain(owner, field.Offset) : throw NoMembers(owner, field));
        if (plain.Type is WireType { Kind: WireKind.Map } map)
        {
            return Entry(plain, map, field.Name);
        }

        if (types.Members(plain.Type) is not { } members)
        {
            throw NoMembers(owner, field);
        }

        var member = members.FirstOrDefault(m => m.Member == field.Name)
            ?? throw new JmesPathException(plain.Type.CSharp + " has no member '" + field.Name + "'", field.Offset);
        return Member(plain, member);
    }

    private static Plain Member(Plain owner, PropertyPlan member)
    {
        if (owner.Type is WireType { Kind: WireKind.Union })
        {
            var variant = Code.As(owner.Code, owner.Type.CSharp + "." + member.Name);
            return new Plain(Code.Member(variant, "Value", isConditional: true), member.Type, IsNullable: true) { NeedsConditional = false };
        }

        return new Plain(Code.Member(owner.Code, member.Name, owner.NeedsConditional), member.Type, owner.IsNullable || member.IsNullable)
        {
            NeedsConditional = member.IsNullable,
        };
    }

    /// <summary>Returns the value of a key of a map.</summary>
    private static Plain Entry(Plain map, WireType type, string key)
    {
        var value = type.Element!;
        var found = new Code(Precedence.Conditional, w =>
        {
            var variable = w.Declare();
            var lookup = Code.Member(map.Code, "TryGetValue(" + Literals.String(key) + ", out var " + variable + ")", map.NeedsConditional);
            return w.Write(map.IsNullable ? Code.Equal(lookup, Code.True) : lookup, Precedence.Coalesce) + " ? " + variable + " : " + NullExpression(value);
        });
        return new Plain(found, value, IsNullable: true);
    }

    /// <summary>Returns the values of a map, or of all members of a structure.</summary>
    private Value Values(Value owner, int? at)
    {
        var plain = owner as Plain ?? throw new JmesPathException(Describe(owner) + " has no members", at);
        if (plain.Type is WireType { Kind: WireKind.Map } map)
        {
            return CreateSequence(Code.Member(plain.Code, "Values", plain.NeedsConditional), plain.IsNullable, map);
        }

        return types.Members(plain.Type) is { } members
            ? new Group(members.Select(m => (Value)Member(plain, m)).ToList(), Code.Not(IsNull(plain)))
            : throw new JmesPathException(Describe(owner) + " has no members", at);
    }

    private static JmesPathException NoMembers(Value owner, FieldNode field)
    {
        var hint = GetTypeClass(owner) == TypeClass.List ? "; use '[].' to access its elements" : "";
        return new JmesPathException("'" + field.Name + "' is applied to " + Describe(owner) + ", which has no members" + hint, field.Offset);
    }
}
