using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DataZoneGen.Generator.JmesPath;

/// <summary>Reads the JSON of a literal, such as a value between backquotes.</summary>
internal sealed class LiteralReader
{
    private const int MaxDepth = 16;

    private readonly string _text;
    private readonly int _offset;
    private int _position;
    private int _depth;

    private LiteralReader(string text, int offset)
    {
        _text = text;
        _offset = offset;
    }

    /// <summary>Reads a JSON text at an offset of the expression.</summary>
    public static Literal Read(string json, int offset)
    {
        var reader = new LiteralReader(json, offset);
        var value = reader.ReadValue();
        return reader.SkipSpace() == '\0' ? value : throw reader.Malformed();
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private char Take() => _position < _text.Length ? _text[_position++] : '\0';

    private Literal ReadValue()
    {
        switch (SkipSpace())
        {
            case '"':
                return new StringLiteral(ReadString());
            case '[':
                return ReadList();
            case '{':
                return ReadObject();
            case 't' when TryWord("true"):
                return new BooleanLiteral(true);
            case 'f' when TryWord("false"):
                return new BooleanLiteral(false);
            case 'n' when TryWord("null"):
                return Literal.Null;
            default:
                return ReadNumber();
        }
    }

    private ListLiteral ReadList()
    {
        var items = new List<Literal>();
        Enter();
        if (SkipSpace() != ']')
        {
            do
            {
                items.Add(ReadValue());
            }
            while (TryNext(','));
        }

        Leave(']');
        return new ListLiteral(items);
    }

    private ObjectLiteral ReadObject()
    {
        var count = 0;
        Enter();
        if (SkipSpace() != '}')
        {
            do
            {
                SkipSpace();
                ReadString();
                if (!TryNext(':'))
                {
                    throw Malformed();
                }

                ReadValue();
                count++;
            }
            while (TryNext(','));
        }

        Leave('}');
        return new ObjectLiteral(count);
    }

    private string ReadString()
    {
        if (Take() != '"')
        {
            throw Malformed();
        }

        var value = new StringBuilder();
        for (var c = Take(); c != '"'; c = Take())
        {
            value.Append(c == '\\' ? ReadEscape() : c >= ' ' ? c : throw Malformed());
        }

        return value.ToString();
    }

    private char ReadEscape()
    {
        switch (Take())
        {
            case '"':
                return '"';
            case '\\':
                return '\\';
            case '/':
                return '/';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 <= _text.Length
                && int.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                throw Malformed();
        }
    }

    private NumberLiteral ReadNumber()
    {
        var start = _position;
        while (Current is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
        {
            _position++;
        }

        // double.TryParse also accepts a plus sign, a trailing dot and leading zeros, which JSON does not allow.
        var text = _text.Substring(start, _position - start);
        var digits = text.TrimStart('-');
        return text.Length > 0 && text[0] != '+' && text.Length - digits.Length <= 1 && IsNumberStart(digits) && text[text.Length - 1] != '.'
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value)
            ? new NumberLiteral(value)
            : throw Malformed();
    }

    private static bool IsNumberStart(string digits) =>
        digits.Length > 0 && digits[0] is >= '0' and <= '9' && !(digits.Length > 1 && digits[0] == '0' && digits[1] is >= '0' and <= '9');

    private bool TryWord(string word)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            return false;
        }

        _position += word.Length;
        return true;
    }

    private bool TryNext(char c)
    {
        if (SkipSpace() != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Enter()
    {
        _position++;
        if (++_depth > MaxDepth)
        {
            throw new JmesPathException("the literal is nested too deeply", _offset);
        }
    }

    private void Leave(char close)
    {
        _depth--;
        if (!TryNext(close))
        {
            throw Malformed();
        }
    }

    private char SkipSpace()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }

        return Current;
    }

    private JmesPathException Malformed() => new("the literal is not valid JSON; write a string as 'text'", _offset);
}
