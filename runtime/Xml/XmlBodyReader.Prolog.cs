using System;
using System.Buffers;
using System.Text;
using System.Text.Unicode;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>The characters of the body, and what surrounds the root element.</content>
public ref partial struct XmlBodyReader
{
    private static readonly SearchValues<byte> InvalidBytes = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F"u8
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    /// <summary>Moves to the root element, if nothing has been read yet.</summary>
    private void Begin()
    {
        if (_state != XmlReaderState.Initial)
        {
            return;
        }

        CheckCharacters();
        _position = _body.Length - ByteOrderMark.Trim(_body).Length;
        if (StartsWith("<?xml"u8) && _position + 5 < _body.Length && IsWhiteSpace(_body[_position + 5]))
        {
            ReadDeclaration();
        }

        SkipMisc();
        if (_position >= _body.Length)
        {
            throw CreateEndOfBodyException();
        }

        if (_body[_position] != '<')
        {
            throw CreateExpectedException("an element");
        }

        ReadStartTag(isMember: false);
        if (Ascii.EqualsIgnoreCase(LocalName, "html"u8))
        {
            throw new BodyFormatException("The body is an HTML page.", _element.NameStart - 1);
        }
    }

    /// <summary>Checks once that the body has only characters of XML in UTF-8, so that no other method has to.</summary>
    private readonly void CheckCharacters()
    {
        ReadOnlySpan<byte> littleEndian = [0xFF, 0xFE], bigEndian = [0xFE, 0xFF];
        if (_body.StartsWith(littleEndian) || _body.StartsWith(bigEndian) || (_body.Length >= 2 && (_body[0] == 0 || _body[1] == 0)))
        {
            throw CreateEncodingException(0);
        }

        if (_body.IndexOfAny(InvalidBytes) is >= 0 and var control)
        {
            throw CreateCharacterException(control);
        }

        if (Ascii.IsValid(_body))
        {
            return;
        }

        if (!Utf8.IsValid(_body))
        {
            throw new BodyFormatException("The body is not valid UTF-8.", FindInvalidUtf8(_body));
        }

        // U+FFFE and U+FFFF are the only other characters that XML does not have.
        ReadOnlySpan<byte> start = [0xEF, 0xBF];
        for (var index = _body.IndexOf(start); index >= 0;)
        {
            if (_body[index + 2] >= 0xBE)
            {
                throw CreateCharacterException(index);
            }

            var next = _body[(index + 3)..].IndexOf(start);
            index = next < 0 ? next : index + 3 + next;
        }
    }

    private static int FindInvalidUtf8(ReadOnlySpan<byte> text)
    {
        var index = 0;
        while (Rune.DecodeFromUtf8(text[index..], out _, out var length) == OperationStatus.Done)
        {
            index += length;
        }

        return index;
    }

    /// <summary>Reads the XML declaration: a version, an optional encoding and an optional standalone declaration.</summary>
    private void ReadDeclaration()
    {
        _position += 5;
        var last = 0;
        while (TryReadAttribute(ref _position, out _, out var name, out var value))
        {
            var part = name.SequenceEqual("version"u8) ? 1 : name.SequenceEqual("encoding"u8) ? 2 : name.SequenceEqual("standalone"u8) ? 3 : 0;
            if (part <= last || (last == 0 && part != 1))
            {
                throw CreateExpectedException("an XML declaration");
            }

            CheckDeclaration(part, _body[value], value.Start.Value);
            last = part;
        }

        if (last == 0 || !StartsWith("?>"u8))
        {
            throw CreateExpectedException("an XML declaration");
        }

        _position += 2;
    }

    private static void CheckDeclaration(int part, ReadOnlySpan<byte> text, int position)
    {
        switch (part)
        {
            case 1 when text.Length < 3 || !text.StartsWith("1."u8) || text[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0:
                throw new BodyFormatException("The version of XML must be 1.", position);
            case 2 when !Ascii.EqualsIgnoreCase(text, "utf-8"u8) && !Ascii.EqualsIgnoreCase(text, "us-ascii"u8):
                throw CreateEncodingException(position);
            case 3 when !text.SequenceEqual("yes"u8) && !text.SequenceEqual("no"u8):
                throw new BodyFormatException("Expected yes or no.", position);
        }
    }

    /// <summary>Skips white space, comments and processing instructions outside of the root element.</summary>
    private void SkipMisc()
    {
        while (true)
        {
            SkipWhiteSpace(ref _position);
            if (StartsWith("<!--"u8))
            {
                SkipComment();
            }
            else if (StartsWith("<?"u8))
            {
                SkipInstruction();
            }
            else if (StartsWith("<!"u8))
            {
                throw StartsWith("<!DOCTYPE"u8)
                    ? new BodyFormatException("The body has a document type definition, which is not allowed.", _position)
                    : CreateExpectedException("an element");
            }
            else
            {
                return;
            }
        }
    }

    private static BodyFormatException CreateEncodingException(int position) => new("The body has another encoding than UTF-8.", position);

    private static BodyFormatException CreateCharacterException(int position) => new("The body has a character that XML does not allow.", position);
}
