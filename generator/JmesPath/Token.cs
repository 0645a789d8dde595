namespace DataZoneGen.Generator.JmesPath;

/// <summary>A token of an expression. <see cref="Name"/> is the text of an identifier, and <see cref="Literal"/> is the value of a literal.</summary>
internal sealed record Token(TokenKind Kind, int Offset, string Text)
{
    public string Name { get; init; } = "";

    public int Number { get; init; }

    public Literal? Literal { get; init; }

    /// <summary>The token in the text of a message.</summary>
    public string Description => Kind == TokenKind.End ? "the end" : "'" + Text + "'";
}

internal enum TokenKind
{
    End,
    Name,
    QuotedName,
    Literal,
    Number,
    Dot,
    Star,
    Flatten,
    Filter,
    LeftBracket,
    RightBracket,
    LeftParenthesis,
    RightParenthesis,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    Current,
    Reference,
    Pipe,
    Or,
    And,
    Not,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
