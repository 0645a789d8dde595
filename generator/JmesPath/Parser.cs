using System.Collections.Generic;

namespace DataZoneGen.Generator.JmesPath;

/// <summary>
/// Parses JMESPath by operator precedence: each token has a binding strength, and an expression continues as long as the next token binds
/// more strongly than the operator before the expression.
/// </summary>
internal sealed class Parser
{
    /// <summary>The maximum length of an expression. This limit and the maximum nesting protect the compiler's stack.</summary>
    public const int MaxLength = 2000;

    private const int MaxDepth = 50;

    /// <summary>Tokens that bind less strongly end a projection: the tokens after them apply to the whole list.</summary>
    private const int EndOfProjection = 10;
    private const int FlattenStrength = 9;
    private const int StarStrength = 20;
    private const int FilterStrength = 21;
    private const int DotStrength = 40;
    private const int NotStrength = 45;

    private readonly IReadOnlyList<Token> _tokens;
    private int _position;
    private int _depth;

    private Parser(IReadOnlyList<Token> tokens) => _tokens = tokens;

    /// <summary>Parses an expression.</summary>
    /// <exception cref="JmesPathException">The text is not a JMESPath expression.</exception>
    public static Node Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new JmesPathException("the expression is too long", MaxLength);
        }

        var parser = new Parser(Lexer.Read(text));
        var node = parser.Expression(0);
        return parser.Current.Kind == TokenKind.End ? node : throw parser.Unexpected("an operator or the end");
    }

    private Token Current => _tokens[_position];

    private Node Expression(int strength)
    {
        if (++_depth > MaxDepth)
        {
            throw new JmesPathException("the expression is nested too deeply", Current.Offset);
        }

        var node = Start(Advance());
        while (Strength(Current.Kind) > strength)
        {
            node = Continue(node, Advance());
        }

        _depth--;
        return node;
    }

    private static int Strength(TokenKind kind) => kind switch
    {
        TokenKind.Pipe => 1,
        TokenKind.Or => 2,
        TokenKind.And => 3,
        TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 5,
        TokenKind.Flatten => FlattenStrength,
        TokenKind.Star => StarStrength,
        TokenKind.Filter => FilterStrength,
        TokenKind.Dot => DotStrength,
        TokenKind.LeftBrace => 50,
        TokenKind.LeftBracket => 55,
        TokenKind.LeftParenthesis => 60,
        _ => 0,
    };

    /// <summary>Parses an expression that starts with the token.</summary>
    private Node Start(Token token)
    {
        var current = new CurrentNode(token.Offset);
        switch (token.Kind)
        {
            case TokenKind.Name:
                return Current.Kind == TokenKind.LeftParenthesis ? Call(token) : new FieldNode(token.Name, token.Offset);
            case TokenKind.QuotedName:
                return new FieldNode(token.Name, token.Offset);
            case TokenKind.Literal:
                return new LiteralNode(token.Literal!, token.Offset);
            case TokenKind.Current:
                return current;
            case TokenKind.Star:
                return Project(new ValuesNode(current, token.Offset), StarStrength);
            case TokenKind.Flatten:
                return Project(new FlattenNode(current, token.Offset), FlattenStrength);
            case TokenKind.Filter:
                return Filter(current, token);
            case TokenKind.Not:
                return new NotNode(Expression(NotStrength), token.Offset);
            case TokenKind.Reference:
                return new ReferenceNode(Expression(0), token.Offset);
            case TokenKind.LeftParenthesis:
                var inner = Expression(0);
                Expect(TokenKind.RightParenthesis, "')'");
                return inner;
            case TokenKind.LeftBrace:
                return Hash(token);
            case TokenKind.LeftBracket when Current.Kind is TokenKind.Number or TokenKind.Colon:
                return IndexOrSlice(current, token);
            case TokenKind.LeftBracket when Current.Kind == TokenKind.Star && _tokens[_position + 1].Kind == TokenKind.RightBracket:
                _position += 2;
                return Project(current, StarStrength);
            case TokenKind.LeftBracket:
                return List(token);
            default:
                _position--;
                throw Unexpected("an expression");
        }
    }

    /// <summary>Parses an expression that continues with the token.</summary>
    private Node Continue(Node left, Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Dot when Current.Kind == TokenKind.Star:
                _position++;
                return Project(new ValuesNode(left, token.Offset), StarStrength);
            case TokenKind.Dot:
                return new ThenNode(left, AfterDot(DotStrength), token.Offset);
            case TokenKind.Pipe:
                return new ThenNode(left, Expression(Strength(token.Kind)), token.Offset);
            case TokenKind.Or:
                return new OrNode(left, Expression(Strength(token.Kind)), token.Offset);
            case TokenKind.And:
                return new AndNode(left, Expression(Strength(token.Kind)), token.Offset);
            case TokenKind.Filter:
                return Filter(left, token);
            case TokenKind.Flatten:
                return Project(new FlattenNode(left, token.Offset), FlattenStrength);
            case TokenKind.LeftBracket when Current.Kind is TokenKind.Number or TokenKind.Colon:
                return IndexOrSlice(left, token);
            case TokenKind.LeftBracket:
                Expect(TokenKind.Star, "a number, ':' or '*'");
                Expect(TokenKind.RightBracket, "']'");
                return Project(left, StarStrength);
            case TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual:
                return new CompareNode(token.Kind, left, Expression(Strength(token.Kind)), token.Offset);
            default:
                _position--;
                throw Unexpected("an operator or the end");
        }
    }

    /// <summary>Creates a projection that applies the following operators to each element.</summary>
    private ProjectionNode Project(Node left, int strength) => new(left, ProjectionRight(strength), left.Offset);

    private Node ProjectionRight(int strength)
    {
        if (Strength(Current.Kind) < EndOfProjection)
        {
            return new CurrentNode(Current.Offset);
        }

        switch (Current.Kind)
        {
            case TokenKind.LeftBracket or TokenKind.Filter:
                return Expression(strength);
            case TokenKind.Dot:
                _position++;
                return AfterDot(strength);
            default:
                throw Unexpected("'.', '[' or an operator");
        }
    }

    private Node AfterDot(int strength)
    {
        switch (Current.Kind)
        {
            case TokenKind.Name or TokenKind.QuotedName or TokenKind.Star:
                return Expression(strength);
            case TokenKind.LeftBracket:
                return List(Advance());
            case TokenKind.LeftBrace:
                return Hash(Advance());
            default:
                throw Unexpected("a name, '*', '[' or '{'");
        }
    }

    private ProjectionNode Filter(Node left, Token token)
    {
        var condition = Expression(0);
        Expect(TokenKind.RightBracket, "']'");
        var filter = new FilterNode(left, condition, token.Offset);
        return Current.Kind == TokenKind.Flatten ? new ProjectionNode(filter, new CurrentNode(Current.Offset), token.Offset) : Project(filter, FilterStrength);
    }

    private Node IndexOrSlice(Node left, Token token)
    {
        var parts = new int?[3];
        var part = 0;
        for (; Current.Kind != TokenKind.RightBracket; _position++)
        {
            if (Current.Kind == TokenKind.Number && parts[part] is null)
            {
                parts[part] = Current.Number;
            }
            else if (Current.Kind != TokenKind.Colon || ++part == parts.Length)
            {
                throw Unexpected("a number, ':' or ']'");
            }
        }

        _position++;
        if (part == 0)
        {
            return new IndexNode(left, parts[0]!.Value, token.Offset);
        }

        return parts[2] == 0
            ? throw new JmesPathException("the step of a slice must not be 0", token.Offset)
            : Project(new SliceNode(left, parts[0], parts[1], parts[2], token.Offset), StarStrength);
    }

    private CallNode Call(Token name)
    {
        _position++;
        var arguments = new List<Node>();
        while (Current.Kind != TokenKind.RightParenthesis)
        {
            if (arguments.Count > 0)
            {
                Expect(TokenKind.Comma, "',' or ')'");
            }

            arguments.Add(Expression(0));
        }

        _position++;
        return new CallNode(name.Name, arguments, name.Offset);
    }

    private ListNode List(Token token)
    {
        var items = new List<Node> { Expression(0) };
        while (Current.Kind != TokenKind.RightBracket)
        {
            Expect(TokenKind.Comma, "',' or ']'");
            items.Add(Expression(0));
        }

        _position++;
        return new ListNode(items, token.Offset);
    }

    private HashNode Hash(Token token)
    {
        var entries = new List<KeyValuePair<string, Node>>();
        do
        {
            var key = Advance();
            if (key.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            {
                _position--;
                throw Unexpected("a name");
            }

            Expect(TokenKind.Colon, "':'");
            entries.Add(new(key.Name, Expression(0)));
        }
        while (Advance().Kind == TokenKind.Comma);

        _position--;
        Expect(TokenKind.RightBrace, "',' or '}'");
        return new HashNode(entries, token.Offset);
    }

    private Token Advance()
    {
        var token = Current;
        if (token.Kind == TokenKind.End)
        {
            throw Unexpected("an expression");
        }

        _position++;
        return token;
    }

    private void Expect(TokenKind kind, string wanted)
    {
        if (Current.Kind != kind)
        {
            throw Unexpected(wanted);
        }

        _position++;
    }

    private JmesPathException Unexpected(string wanted) => new("expected " + wanted + " but found " + Current.Description, Current.Offset);
}
