using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Json;

/// <summary>
/// A strict parser for JSON (RFC 8259) that keeps the position of every value. The generator has its own parser because it cannot load a
/// JSON library into the compiler and because diagnostics need the line and column of each node.
/// </summary>
internal sealed class JsonParser
{
    /// <summary>The maximum nesting, which protects the compiler's stack.</summary>
    public const int MaxDepth = 256;

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private int _position;
    private int _depth;

    private JsonParser(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads one JSON document.</summary>
    /// <exception cref="JsonParseException">The text is not JSON.</exception>
    public static JsonNode Parse(string text, CancellationToken cancellationToken = default)
    {
        var parser = new JsonParser(text, cancellationToken);
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            parser._position = 1;
        }

        var root = parser.ReadValue();
        parser.SkipWhiteSpace();
        if (parser._position < text.Length)
        {
            throw parser.Unexpected("the end of the file");
        }

        return root;
    }

    private JsonNode ReadValue()
    {
        SkipWhiteSpace();
        switch (Current)
        {
            case '{': return ReadObject();
            case '[': return ReadArray();
            case '"':
                var start = _position;
                var value = ReadString();
                return new JsonString(TextSpan.FromBounds(start, _position), value);
            case 't': return new JsonBoolean(ReadLiteral("true"), value: true);
            case 'f': return new JsonBoolean(ReadLiteral("false"), value: false);
            case 'n': return new JsonNull(ReadLiteral("null"));
            case '-':
            case >= '0' and <= '9':
                return ReadNumber();
            default:
                throw Unexpected("a value");
        }
    }

    private JsonObject ReadObject()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var start = Open();
        var members = new List<JsonMember>();
        SkipWhiteSpace();
        if (Current != '}')
        {
            do
            {
                SkipWhiteSpace();
                if (Current != '"')
                {
                    throw Unexpected("a member name in double quotes");
                }

                var nameStart = _position;
                var name = ReadString();
                var nameSpan = TextSpan.FromBounds(nameStart, _position);
                SkipWhiteSpace();
                Expect(':', "':' after a member name");
                members.Add(new JsonMember(name, nameSpan, ReadValue()));
                SkipWhiteSpace();
            }
            while (TryConsume(','));
        }

        Expect('}', "',' or '}'");
        _depth--;
        return new JsonObject(TextSpan.FromBounds(start, _position), members);
    }

    private JsonArray ReadArray()
    {
        var start = Open();
        var items = new List<JsonNode>();
        SkipWhiteSpace();
        if (Current != ']')
        {
            do
            {
                items.Add(ReadValue());
                SkipWhiteSpace();
            }
            while (TryConsume(','));
        }

        Expect(']', "',' or ']'");
        _depth--;
        return new JsonArray(TextSpan.FromBounds(start, _position), items);
    }

    private int Open()
    {
        if (++_depth > MaxDepth)
        {
            throw new JsonParseException(
                string.Format(CultureInfo.InvariantCulture, "nested more than {0} levels deep", MaxDepth), _position);
        }

        return _position++;
    }

    private TextSpan ReadLiteral(string literal)
    {
        if (string.CompareOrdinal(_text, _position, literal, 0, literal.Length) != 0)
        {
            throw Unexpected("a value");
        }

        var start = _position;
        _position += literal.Length;
        return new TextSpan(start, literal.Length);
    }

    private JsonNumber ReadNumber()
    {
        var start = _position;
        TryConsume('-');
        if (!TryConsume('0'))
        {
            ReadDigits();
        }

        if (TryConsume('.'))
        {
            ReadDigits();
        }

        if (TryConsume('e') || TryConsume('E'))
        {
            _ = TryConsume('+') || TryConsume('-');
            ReadDigits();
        }

        return new JsonNumber(TextSpan.FromBounds(start, _position), _text.Substring(start, _position - start));
    }

    private void ReadDigits()
    {
        if (Current is not (>= '0' and <= '9'))
        {
            throw Unexpected("a digit");
        }

        while (Current is >= '0' and <= '9')
        {
            _position++;
        }
    }

    private string ReadString()
    {
        var open = _position++;
        var run = _position;
        SkipPlainText();
        var surrogates = default(SurrogatePairs);
        StringBuilder? unescaped = null;
        while (true)
        {
            if (_position >= _text.Length)
            {
                throw new JsonParseException("unterminated string", open);
            }

            var (start, c) = (_position, _text[_position]);
            if (c == '"')
            {
                break;
            }

            if (c < ' ')
            {
                throw new JsonParseException("a control character inside a string must be escaped", _position);
            }

            if (c == '\\')
            {
                unescaped ??= new StringBuilder();
                unescaped.Append(_text, run, start - run).Append(c = ReadEscape());
                run = _position;
            }
            else
            {
                _position++;
            }

            surrogates.Add(c, start);
            if (!char.IsHighSurrogate(c))
            {
                SkipPlainText();
            }
        }

        surrogates.End();
        var last = _text.Substring(run, _position - run);
        _position++;
        return unescaped is null ? last : unescaped.Append(last).ToString();
    }

    /// <summary>Skips characters of a string that are neither special nor surrogates.</summary>
    [MethodImpl(Jit.Optimize)]
    private void SkipPlainText()
    {
        var (text, position) = (_text, _position);
        while (position < text.Length && text[position] is (>= ' ' and < '\uD800' or > '\uDFFF') and not '"' and not '\\')
        {
            position++;
        }

        _position = position;
    }

    private char ReadEscape()
    {
        _position++;
        var escape = Current;
        _position++;
        switch (escape)
        {
            case '"' or '\\' or '/': return escape;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when IsHex(_position, 4):
                var code = ushort.Parse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                _position += 4;
                return (char)code;
            default:
                throw new JsonParseException("invalid escape sequence", _position - 2);
        }
    }

    private bool IsHex(int start, int count)
    {
        if (start + count > _text.Length)
        {
            return false;
        }

        for (var i = start; i < start + count; i++)
        {
            if (_text[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return false;
            }
        }

        return true;
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    [MethodImpl(Jit.Optimize)]
    private void SkipWhiteSpace()
    {
        var (text, position) = (_text, _position);
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
        {
            position++;
        }

        _position = position;
    }

    private bool TryConsume(char c)
    {
        if (Current != c || _position >= _text.Length)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Expect(char c, string what)
    {
        if (!TryConsume(c))
        {
            throw Unexpected(what);
        }
    }

    private JsonParseException Unexpected(string wanted)
    {
        var found = _position >= _text.Length
            ? "the end of the file"
            : char.IsControl(_text[_position]) || char.IsSurrogate(_text[_position])
                ? string.Format(CultureInfo.InvariantCulture, "U+{0:X4}", (int)_text[_position])
                : "'" + _text[_position] + "'";
        return new JsonParseException("expected " + wanted + " but found " + found, _position);
    }

    /// <summary>Checks that surrogates are paired. An unpaired surrogate has no UTF-8 encoding, so it cannot be part of a wire name.</summary>
    private struct SurrogatePairs
    {
        private int? _high;

        public void Add(char c, int start)
        {
            if (char.IsLowSurrogate(c))
            {
                _high = _high is null ? throw Half(start) : null;
                return;
            }

            End();
            _high = char.IsHighSurrogate(c) ? start : null;
        }

        public readonly void End()
        {
            if (_high is { } start)
            {
                throw Half(start);
            }
        }

        private static JsonParseException Half(int offset) => new("unpaired surrogate", offset);
    }
}

/// <summary>The exception that is thrown if a text is not JSON. <see cref="Offset"/> is the position of the error.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves the generator: the reader of the file converts it to a diagnostic.
internal sealed class JsonParseException(string message, int offset) : Exception(message)
#pragma warning restore CA1032, CA1064
{
    public int Offset { get; } = offset;
}
