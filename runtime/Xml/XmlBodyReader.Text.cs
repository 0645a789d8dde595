using System;
using System.Buffers;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Text, references, CDATA sections, comments and processing instructions.</content>
public ref partial struct XmlBodyReader
{
    private const int InitialDecodedLength = 256;
    private const int MaxCodePoint = 0x10FFFF;

    // The bytes that end a run of text that is read as it is.
    private static readonly SearchValues<byte> Special = SearchValues.Create("<&]\r"u8);

    /// <summary>Reads the text and the end tag of the current element. An element with children has no text, and is omitted.</summary>
    private ReadOnlySpan<byte> ReadText(string expected, out XmlElement element)
    {
        if (_state == XmlReaderState.Missing)
        {
            _state = XmlReaderState.Content;
            element = default;
            return default;
        }

        Begin();
        element = _element;
        if (_state != XmlReaderState.Content && !TryEnterContent())
        {
            return default;
        }

        var start = _position;
        var length = IndexOfSpecial();
        if (_body[start + length] == '<' && start + length + 1 < _body.Length && _body[start + length + 1] == '/')
        {
            _position = start + length;
            ReadEndTag();
            return _body.Slice(start, length);
        }

        if (TryDecodeText(out var text))
        {
            return text;
        }

        for (var depth = _depth; _depth >= depth;)
        {
            Next(isMember: false);
        }

        Omit(element, expected);
        return default;
    }

    /// <summary>Reads the text and the end tag of the current element, unless it has children.</summary>
    private bool TryDecodeText(out ReadOnlySpan<byte> text)
    {
        var written = 0;
        while (true)
        {
            var length = IndexOfSpecial();
            AddDecoded(_body.Slice(_position, length), ref written);
            _position += length;
            switch (_body[_position])
            {
                case (byte)'<':
                    switch (_position + 1 < _body.Length ? _body[_position + 1] : throw CreateEndOfBodyException())
                    {
                        case (byte)'/':
                            ReadEndTag();
                            text = _decoded.AsSpan(0, written);
                            return true;
                        case (byte)'?':
                            SkipInstruction();
                            break;
                        case (byte)'!':
                            AddNormalized(ReadMarkup(), ref written);
                            break;
                        default:
                            text = default;
                            return false;
                    }

                    break;
                case (byte)'&':
                    AddReference(ref _position, ref written);
                    break;
                case (byte)'\r':
                    AddDecoded("\n"u8, ref written);
                    _position += StartsWith("\r\n"u8) ? 2 : 1;
                    break;
                default:
                    ReadBracket();
                    AddDecoded("]"u8, ref written);
                    break;
            }
        }
    }

    /// <summary>Moves to the next start tag or end tag. Text is ignored, but must be well-formed.</summary>
    private void SkipToTag()
    {
        while (true)
        {
            SkipWhiteSpace(ref _position);
            if (_position + 1 >= _body.Length)
            {
                throw CreateEndOfBodyException();
            }

            if (_body[_position] != '<')
            {
                SkipText();
                continue;
            }

            switch (_body[_position + 1])
            {
                case (byte)'!':
                    ReadMarkup();
                    break;
                case (byte)'?':
                    SkipInstruction();
                    break;
                default:
                    return;
            }
        }
    }

    private void SkipText()
    {
        while (true)
        {
            _position += IndexOfSpecial();
            switch (_body[_position])
            {
                case (byte)'<':
                    return;
                case (byte)'&':
                    DecodeReference(ref _position);
                    break;
                case (byte)']':
                    ReadBracket();
                    break;
                default:
                    _position++;
                    break;
            }
        }
    }

    /// <summary>Returns the length of the text up to the next byte with a meaning. There is always one, because the current element must end.</summary>
    private readonly int IndexOfSpecial() => _body[_position..].IndexOfAny(Special) is >= 0 and var index ? index : throw CreateEndOfBodyException();

    /// <summary>Reads a bracket in text, which must not be the end of a CDATA section.</summary>
    private void ReadBracket()
    {
        if (StartsWith("]]>"u8))
        {
            throw new BodyFormatException("The end of a CDATA section without its start.", _position);
        }

        _position++;
    }

    /// <summary>Reads the comment or the CDATA section at the current position.</summary>
    /// <returns>The text of the CDATA section; nothing for a comment.</returns>
    private ReadOnlySpan<byte> ReadMarkup()
    {
        if (StartsWith("<!--"u8))
        {
            SkipComment();
            return default;
        }

        if (!StartsWith("<![CDATA["u8))
        {
            throw CreateExpectedException("an element, a comment or a CDATA section");
        }

        var start = _position + 9;
        var length = _body[start..].IndexOf("]]>"u8);
        _position = length < 0 ? throw CreateEndOfBodyException() : start + length + 3;
        return _body.Slice(start, length);
    }

    private void SkipComment()
    {
        var start = _position + 4;
        var length = _body[start..].IndexOf("--"u8);
        var end = length < 0 ? throw CreateEndOfBodyException() : start + length + 2;
        Expect((byte)'>', ref end, "the end of the comment");
        _position = end;
    }

    private void SkipInstruction()
    {
        var start = _position + 2;
        var end = start;
        ReadName(ref end);
        if (Ascii.EqualsIgnoreCase(_body[start..end], "xml"u8))
        {
            throw new BodyFormatException("An XML declaration must be at the start of the body.", _position);
        }

        if (!IsWhiteSpace(_body[end]) && !_body[end..].StartsWith("?>"u8))
        {
            throw new BodyFormatException("Expected white space.", end);
        }

        var length = _body[end..].IndexOf("?>"u8);
        _position = length < 0 ? throw CreateEndOfBodyException() : end + length + 2;
    }

    /// <summary>Decodes the value of an attribute. White space in it counts as spaces.</summary>
    private ReadOnlySpan<byte> DecodeAttribute(Range value)
    {
        var written = 0;
        var end = value.End.Value;
        for (var position = value.Start.Value; position < end;)
        {
            var run = _body[position..end];
            var length = run.IndexOfAny("&\r\n\t"u8);
            run = length < 0 ? run : run[..length];
            AddDecoded(run, ref written);
            position += run.Length;
            if (position == end)
            {
                break;
            }

            if (_body[position] == '&')
            {
                AddReference(ref position, ref written);
            }
            else
            {
                position += _body[position..].StartsWith("\r\n"u8) ? 2 : 1;
                AddDecoded(" "u8, ref written);
            }
        }

        return _decoded.AsSpan(0, written);
    }

    private void AddReference(ref int position, ref int written)
    {
        Span<byte> utf8 = stackalloc byte[4];
        AddDecoded(utf8[..DecodeReference(ref position).EncodeToUtf8(utf8)], ref written);
    }

    /// <summary>Adds the text of a CDATA section, in which each line break counts as a line feed.</summary>
    private void AddNormalized(ReadOnlySpan<byte> text, ref int written)
    {
        while (text.IndexOf((byte)'\r') is >= 0 and var at)
        {
            AddDecoded(text[..at], ref written);
            AddDecoded("\n"u8, ref written);
            text = text[(at + 1)..];
            text = text.StartsWith("\n"u8) ? text[1..] : text;
        }

        AddDecoded(text, ref written);
    }

    private void AddDecoded(scoped ReadOnlySpan<byte> text, ref int written)
    {
        var decoded = _decoded ?? [];
        if (decoded.Length - written < text.Length)
        {
            Array.Resize(ref decoded, Math.Max(Math.Max(written + text.Length, 2 * decoded.Length), InitialDecodedLength));
            _decoded = decoded;
        }

        text.CopyTo(decoded.AsSpan(written));
        written += text.Length;
    }

    /// <summary>Decodes the reference at a position: one of the five entities of XML, or a character reference.</summary>
    private readonly Rune DecodeReference(ref int position)
    {
        var text = _body[(position + 1)..];
        if (text.StartsWith("#"u8))
        {
            return DecodeCharacterReference(ref position);
        }

        var (character, length) = text switch
        {
            _ when text.StartsWith("amp;"u8) => ('&', 4),
            _ when text.StartsWith("lt;"u8) => ('<', 3),
            _ when text.StartsWith("gt;"u8) => ('>', 3),
            _ when text.StartsWith("quot;"u8) => ('"', 5),
            _ when text.StartsWith("apos;"u8) => ('\'', 5),
            _ => throw new BodyFormatException("Expected one of the five entities of XML or a character reference.", position),
        };
        position += length + 1;
        return new Rune(character);
    }

    /// <summary>Decodes a character reference, such as <c>&amp;#233;</c> or <c>&amp;#xE9;</c>.</summary>
    private readonly Rune DecodeCharacterReference(ref int position)
    {
        var index = position + 2;
        var isHexadecimal = index < _body.Length && _body[index] == 'x';
        index += isHexadecimal ? 1 : 0;
        var start = index;
        var code = 0;
        for (; (uint)index < (uint)_body.Length; index++)
        {
            var digit = isHexadecimal ? ToHexDigit(_body[index]) : _body[index] - '0';
            if (digit < 0 || digit > (isHexadecimal ? 15 : 9))
            {
                break;
            }

            code = Math.Min((code * (isHexadecimal ? 16 : 10)) + digit, MaxCodePoint + 1);
        }

        if (index >= _body.Length)
        {
            throw CreateEndOfBodyException();
        }

        var isCharacter = code is '\t' or '\n' or '\r' or (>= ' ' and not 0xFFFE and not 0xFFFF) && Rune.IsValid(code);
        if (index == start || _body[index] != ';' || !isCharacter)
        {
            throw new BodyFormatException("Expected a reference to a character of XML.", position);
        }

        position = index + 1;
        return new Rune(code);
    }

    /// <summary>Returns the value of a hexadecimal digit; -1 for another character.</summary>
    private static int ToHexDigit(byte value) =>
        char.IsAsciiDigit((char)value) ? value - '0' : char.IsAsciiHexDigit((char)value) ? (value | 0x20) - 'a' + 10 : -1;
}
