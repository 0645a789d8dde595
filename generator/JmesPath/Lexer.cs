using System.Collections.Generic;
using System.Globalization;

namespace DataZoneGen.Generator.JmesPath;

/// <summary>Splits an expression into tokens.</summary>
internal sealed class Lexer
{
    private readonly string _text;
    private int _position;

    private Lexer(string text) => _text = text;

    /// <summary>Returns all tokens. The last one is <see cref="TokenKind.End"/>.</summary>
    public static IReadOnlyList<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<Token>();
        do
        {
            lexer.SkipSpace();
            tokens.Add(lexer.Next());
        }
        while (tokens[tokens.Count - 1].Kind != TokenKind.End);

        return tokens;
    }

    private Token Next() => At(0) switch
    {
        '\0' when _position >= _text.Length => Take(TokenKind.End, 0),
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' => ReadName(),
        (>= '0' and <= '9') or '-' => ReadNumber(),
        '"' => ReadQuotedName(),
        '\'' => ReadRawString(),
        '`' => ReadLiteral(),
        '[' when At(1) == ']' => Take(TokenKind.Flatten, 2),
        '[' when At(1) == '?' => Take(TokenKind.Filter, 2),
        '|' when At(1) == '|' => Take(TokenKind.Or, 2),
        '&' when At(1) == '&' => Take(TokenKind.And, 2),
        '!' when At(1) == '=' => Take(TokenKind.NotEqual, 2),
        '<' when At(1) == '=' => Take(TokenKind.LessOrEqual, 2),
        '>' when At(1) == '=' => Take(TokenKind.GreaterOrEqual, 2),
        '=' when At(1) == '=' => Take(TokenKind.Equal, 2),
        '=' => throw new JmesPathException("'=' is not an operator; use '==' for equality", _position),
        '[' => Take(TokenKind.LeftBracket, 1),
        ']' => Take(TokenKind.RightBracket, 1),
        '(' => Take(TokenKind.LeftParenthesis, 1),
        ')' => Take(TokenKind.RightParenthesis, 1),
        '{' => Take(TokenKind.LeftBrace, 1),
        '}' => Take(TokenKind.RightBrace, 1),
        '.' => Take(TokenKind.Dot, 1),
        '*' => Take(TokenKind.Star, 1),
        ',' => Take(TokenKind.Comma, 1),
        ':' => Take(TokenKind.Colon, 1),
        '@' => Take(TokenKind.Current, 1),
        '&' => Take(TokenKind.Reference, 1),
        '|' => Take(TokenKind.Pipe, 1),
        '!' => Take(TokenKind.Not, 1),
        '<' => Take(TokenKind.Less, 1),
        '>' => Take(TokenKind.Greater, 1),
        _ => throw new JmesPathException("unexpected character", _position),
    };

    private Token ReadName()
    {
        var length = 1;
        while (At(length) is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
        {
            length++;
        }

        var name = Take(TokenKind.Name, length);
        return name with { Name = name.Text };
    }

    private Token ReadNumber()
    {
        var length = 1;
        while (At(length) is >= '0' and <= '9')
        {
            length++;
        }

        var number = Take(TokenKind.Number, length);
        return int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value > int.MinValue
            ? number with { Number = value }
            : throw new JmesPathException(number.Description + " is not a valid index", number.Offset);
    }

    private Token ReadQuotedName()
    {
        var token = ReadUntil('"', TokenKind.QuotedName);
        return LiteralReader.Read(token.Text, token.Offset) is StringLiteral { Value.Length: > 0 } name
            ? token with { Name = name.Value }
            : throw new JmesPathException("a quoted name is empty", token.Offset);
    }

    private Token ReadRawString()
    {
        var token = ReadUntil('\'', TokenKind.Literal);
        return token with { Literal = new StringLiteral(Inside(token).Replace("\\'", "'")) };
    }

    private Token ReadLiteral()
    {
        var token = ReadUntil('`', TokenKind.Literal);
        return token with { Literal = LiteralReader.Read(Inside(token).Replace("\\`", "`"), token.Offset) };
    }

    private static string Inside(Token token) => token.Text.Substring(1, token.Text.Length - 2);

    /// <summary>Reads up to the closing quote. A backslash escapes the next character.</summary>
    private Token ReadUntil(char quote, TokenKind kind)
    {
        var length = 1;
        while (At(length) != quote)
        {
            length += At(length) == '\\' ? 2 : 1;
            if (_position + length >= _text.Length)
            {
                throw new JmesPathException("the quote " + quote + " is not closed", _position);
            }
        }

        return Take(kind, length + 1);
    }

    private Token Take(TokenKind kind, int length)
    {
        var token = new Token(kind, _position, _text.Substring(_position, length));
        _position += length;
        return token;
    }

    private char At(int distance) => _position + distance < _text.Length ? _text[_position + distance] : '\0';

    private void SkipSpace()
    {
        while (At(0) is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }
}
