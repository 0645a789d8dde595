using System;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Tags and attributes.</content>
public ref partial struct XmlBodyReader
{
    /// <summary>Gets an attribute of the current element. It must be called before the element is read.</summary>
    /// <param name="name">The name of the attribute, without prefix. Declarations of namespaces are not attributes.</param>
    /// <returns>The value; <see langword="null"/> if the element has no such attribute.</returns>
    public string? Attribute(ReadOnlySpan<byte> name)
    {
        Begin();
        if (_state != XmlReaderState.StartTag)
        {
            return null;
        }

        var position = _position;
        while (TryReadAttribute(ref position, out var prefix, out var localName, out var value))
        {
            if (localName.SequenceEqual(name) && !prefix.SequenceEqual("xmlns"u8))
            {
                return Encoding.UTF8.GetString(DecodeAttribute(value));
            }
        }

        return null;
    }

    /// <summary>Enters the element of the tag at the current position.</summary>
    private void ReadStartTag(bool isMember)
    {
        if (_depth == BodyLimits.MaxDepth)
        {
            throw new BodyFormatException("The body is nested too deeply.", _position);
        }

        var start = _position + 1;
        var end = start;
        var localName = ReadName(ref end);
        if (_depth > 0)
        {
            _outer.Set(_depth - 1, _element);
        }

        _depth++;
        _element = new XmlElement { NameStart = start, LocalNameStart = localName, NameEnd = end, IsMember = isMember };
        _position = end;
        _state = XmlReaderState.StartTag;
    }

    /// <summary>Reads the end tag at the current position, which must be that of the current element.</summary>
    private void ReadEndTag()
    {
        var name = _body[_element.NameStart.._element.NameEnd];
        var position = _position + 2;
        if (!_body[position..].StartsWith(name))
        {
            throw _body.Length - position < name.Length ? CreateEndOfBodyException() : CreateExpectedException("the end of the current element");
        }

        position += name.Length;
        SkipWhiteSpace(ref position);
        if (position >= _body.Length)
        {
            throw CreateEndOfBodyException();
        }

        if (_body[position] != '>')
        {
            throw CreateExpectedException("the end of the current element");
        }

        _position = position + 1;
        Leave();
    }

    /// <summary>Moves from the name of the start tag, or from before the root element, into the content of the current element.</summary>
    /// <returns><see langword="true"/> if the element has content; <see langword="false"/> if it is empty, in which case the reader has left it.</returns>
    private bool TryEnterContent()
    {
        if (_state == XmlReaderState.Missing)
        {
            _state = XmlReaderState.Content;
            return false;
        }

        Begin();
        if (_body.Length > _position && _body[_position] == '>')
        {
            _position++;
            _state = XmlReaderState.Content;
            return true;
        }

        while (TryReadAttribute(ref _position, out _, out _, out _))
        {
        }

        if (StartsWith("/>"u8))
        {
            _position += 2;
            Leave();
            return false;
        }

        if (_body[_position] != '>')
        {
            throw CreateExpectedException("the end of a tag");
        }

        _position++;
        _state = XmlReaderState.Content;
        return true;
    }

    private void Leave()
    {
        _state = XmlReaderState.Content;
        _depth--;
        if (_depth > 0)
        {
            _element = _outer.Get(_depth - 1);
        }
    }

    /// <summary>Reads the next attribute of a tag. White space must be before it.</summary>
    /// <returns><see langword="false"/> if the tag has no further attribute, in which case the position is that of the end of the tag.</returns>
    private readonly bool TryReadAttribute(ref int position, out ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> localName, out Range value)
    {
        prefix = localName = default;
        value = default;
        var start = position;
        SkipWhiteSpace(ref position);
        if (position >= _body.Length)
        {
            throw CreateEndOfBodyException();
        }

        if (position == start || _body[position] is (byte)'>' or (byte)'/' or (byte)'?')
        {
            return false;
        }

        start = position;
        var local = ReadName(ref position);
        prefix = local == start ? default : _body[start..(local - 1)];
        localName = _body[local..position];
        SkipWhiteSpace(ref position);
        Expect((byte)'=', ref position, "an equals sign");
        SkipWhiteSpace(ref position);
        var quote = position < _body.Length && _body[position] == '\'' ? (byte)'\'' : (byte)'"';
        Expect(quote, ref position, "a quotation mark");
        value = ReadAttributeValue(quote, ref position);
        return true;
    }

    private readonly Range ReadAttributeValue(byte quote, ref int position)
    {
        var start = position;
        while (true)
        {
            var length = _body[position..].IndexOfAny(quote, (byte)'<', (byte)'&');
            position = length < 0 ? throw CreateEndOfBodyException() : position + length;
            switch (_body[position])
            {
                case (byte)'&':
                    DecodeReference(ref position);
                    break;
                case (byte)'<':
                    throw new BodyFormatException("A less-than sign in an attribute must be escaped.", position);
                default:
                    position++;
                    return start..(position - 1);
            }
        }
    }

    /// <summary>Reads a name, which may have a prefix.</summary>
    /// <returns>The position of the name without the prefix.</returns>
    private readonly int ReadName(ref int position)
    {
        var body = _body;
        var index = position;
        var local = index;
        for (; (uint)index < (uint)body.Length; index++)
        {
            var c = body[index];
            if ((uint)((c | 0x20) - 'a') <= 'z' - 'a' || c is (byte)'_' or >= 0x80)
            {
                continue;
            }

            if (c == ':' && index > local && local == position)
            {
                local = index + 1;
                continue;
            }

            if (c is not ((>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.') || index == local)
            {
                break;
            }
        }

        if (index == body.Length)
        {
            throw CreateEndOfBodyException();
        }

        if (index == local || body[index] == ':')
        {
            throw new BodyFormatException("Expected a name.", index);
        }

        position = index;
        return local;
    }

    private readonly void Expect(byte expected, ref int position, string description)
    {
        if (position >= _body.Length)
        {
            throw CreateEndOfBodyException();
        }

        if (_body[position] != expected)
        {
            throw new BodyFormatException("Expected " + description + ".", position);
        }

        position++;
    }

    private static bool IsWhiteSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private readonly void SkipWhiteSpace(ref int position)
    {
        while ((uint)position < (uint)_body.Length && IsWhiteSpace(_body[position]))
        {
            position++;
        }
    }

    private readonly bool StartsWith(ReadOnlySpan<byte> text) => _body[_position..].StartsWith(text);
}
