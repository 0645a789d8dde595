using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Reads a JSON body in one pass. The syntax is that of RFC 8259, with an optional byte order mark. The caller specifies the expected types.
/// </summary>
/// <remarks>
/// A value of another type is converted if the conversion is unambiguous. Otherwise, the reader skips it, returns a default value and records its
/// position: <see cref="OmitUnreadable"/> then removes it from the body, and the caller reads the body again. The root value must have the expected type.
/// To read an object, use <c>while (json.NextMember(out var name))</c>, and read or skip one value in the loop. For arrays, use <c>NextElement</c>.
/// The maximum depth of objects and arrays is 128. Members with the same name are all returned.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonBodyReader
{
    private readonly ReadOnlySpan<byte> _utf8;
    private int _position;
    private int _depth;

    // The positions of values that do not have the expected type.
    private List<int>? _unreadable;

    // True before a value: the root, the value of a member, an element. False after a value.
    private bool _atValue;

    /// <summary>Initializes a new instance of the <see cref="JsonBodyReader"/> struct at the first byte of a body.</summary>
    /// <param name="utf8">The body.</param>
    public JsonBodyReader(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _position = utf8.Length - ByteOrderMark.Trim(utf8).Length;
        _atValue = true;
    }

    /// <summary>The number of bytes that have been read.</summary>
    internal readonly int Position => _position;

    /// <summary>Whether nothing has been read yet.</summary>
    internal readonly bool IsUntouched => _depth == 0 && _atValue;

    /// <summary>
    /// Moves to the next member of the current object, or to the first member of the object that starts here. Members whose value is null are skipped.
    /// </summary>
    /// <param name="name">The name of the member.</param>
    /// <returns><see langword="true"/> if there is another member; <see langword="false"/> at the end of the object.</returns>
    public bool NextMember(out Utf8Text name)
    {
        while (NextName())
        {
            name = new Utf8Text(StringBytes());
            ReadColon();
            if (!TryNull())
            {
                return true;
            }
        }

        name = default;
        return false;
    }

    /// <summary>Moves to the next entry of a map. Entries whose value is null are skipped.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <returns><see langword="true"/> if there is another entry; <see langword="false"/> at the end of the map.</returns>
    public bool NextEntry([NotNullWhen(true)] out string? key)
    {
        while (NextEntry(out key, out var isNull))
        {
            if (!isNull)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the next entry of a sparse map.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="isNull">Whether the value is null. A null has been read when the method returns.</param>
    /// <returns><see langword="true"/> if there is another entry; <see langword="false"/> at the end of the map.</returns>
    public bool NextEntry([NotNullWhen(true)] out string? key, out bool isNull)
    {
        if (!NextName())
        {
            key = null;
            isNull = false;
            return false;
        }

        key = StringText();
        ReadColon();
        isNull = TryNull();
        return true;
    }

    /// <summary>Moves to the next element of the current array, or to the first element of the array that starts here. Nulls are skipped.</summary>
    /// <returns><see langword="true"/> if there is another element; <see langword="false"/> at the end of the array.</returns>
    public bool NextElement()
    {
        while (NextElement(out var isNull))
        {
            if (!isNull)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the next element of a sparse array.</summary>
    /// <param name="isNull">Whether the element is null. A null has been read when the method returns.</param>
    /// <returns><see langword="true"/> if there is another element; <see langword="false"/> at the end of the array.</returns>
    public bool NextElement(out bool isNull)
    {
        isNull = false;
        var first = _atValue;
        if (first && !TryOpen((byte)'[', "an array"))
        {
            return false;
        }

        var next = Peek();
        if (next == ']')
        {
            Close();
            return false;
        }

        if (!first)
        {
            if (next != ',')
            {
                throw CreateExpectedException("a comma or the end of the array");
            }

            _position++;
        }

        _atValue = true;
        isNull = TryNull();
        return true;
    }

    /// <summary>Skips a value of any type, which must be well-formed.</summary>
    public void Skip()
    {
        switch (Peek())
        {
            case (byte)'{':
                while (NextName())
                {
                    SkipString();
                    ReadColon();
                    Skip();
                }

                break;
            case (byte)'[':
                while (NextElement(out var isNull))
                {
                    if (!isNull)
                    {
                        Skip();
                    }
                }

                break;
            case (byte)'"':
                SkipString();
                _atValue = false;
                break;
            case (byte)'t':
                ReadLiteral("true"u8, "a value");
                break;
            case (byte)'f':
                ReadLiteral("false"u8, "a value");
                break;
            case (byte)'n':
                TryNull();
                break;
            default:
                NumberBytes("a value");
                break;
        }
    }

    /// <summary>Reads a Boolean, also from a case-insensitive string or from the numbers 0 and 1.</summary>
    /// <returns>The value.</returns>
    public bool Boolean()
    {
        switch (Peek())
        {
            case (byte)'t':
                ReadLiteral("true"u8, "a boolean");
                return true;
            case (byte)'f':
                ReadLiteral("false"u8, "a boolean");
                return false;
            default:
                return ConvertToBoolean();
        }
    }

    /// <summary>Reads a value of any type.</summary>
    /// <returns>The value, which does not reference the body.</returns>
    public JsonElement Document()
    {
        Peek();
        var start = _position;
        Skip();
        try
        {
            var reader = new Utf8JsonReader(_utf8[start.._position], new JsonReaderOptions { MaxDepth = BodyLimits.MaxDepth });
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            Omit(start, "a JSON value");
            return default;
        }
    }

    /// <summary>Checks that only white space follows the root value. Does nothing if nothing has been read.</summary>
    public void End()
    {
        if (IsUntouched)
        {
            return;
        }

        SkipWhiteSpace();
        if (_position < _utf8.Length)
        {
            throw CreateExpectedException("the end of the body");
        }
    }

    /// <summary>Reads a string, or skips a value of another type.</summary>
    internal string? StringOrNull()
    {
        if (Peek() == '"')
        {
            return String();
        }

        Skip();
        return null;
    }

    /// <summary>Moves to the opening quote of the next member's name.</summary>
    private bool NextName()
    {
        var first = _atValue;
        if (first && !TryOpen((byte)'{', "an object"))
        {
            return false;
        }

        var next = Peek();
        if (next == '}')
        {
            Close();
            return false;
        }

        if (!first)
        {
            if (next != ',')
            {
                throw CreateExpectedException("a comma or the end of the object");
            }

            _position++;
            next = Peek();
        }

        return next == '"' ? true : throw CreateExpectedException("the name of a member");
    }

    private void ReadColon()
    {
        if (Peek() != ':')
        {
            throw CreateExpectedException("a colon");
        }

        _position++;
        _atValue = true;
    }

    /// <summary>Enters an object or an array. A value of another type is skipped.</summary>
    private bool TryOpen(byte bracket, string expected)
    {
        if (Peek() != bracket)
        {
            Omit(_position, expected);
            return false;
        }

        if (_depth == BodyLimits.MaxDepth)
        {
            throw new BodyFormatException("The body is nested too deeply.", _position);
        }

        _depth++;
        _position++;
        _atValue = false;
        return true;
    }

    private void Close()
    {
        _depth--;
        _position++;
        _atValue = false;
    }

    private bool TryNull()
    {
        if (Peek() != 'n')
        {
            return false;
        }

        ReadLiteral("null"u8, "a value");
        return true;
    }

    private void ReadLiteral(ReadOnlySpan<byte> literal, string expected)
    {
        if (!_utf8[_position..].StartsWith(literal))
        {
            throw CreateExpectedException(expected);
        }

        _position += literal.Length;
        _atValue = false;
    }

    /// <summary>Returns the next byte that is not white space, without reading it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek()
    {
        var utf8 = _utf8;
        var position = _position;
        return (uint)position < (uint)utf8.Length && utf8[position] > ' ' ? utf8[position] : PeekBeyondWhiteSpace();
    }

    private byte PeekBeyondWhiteSpace()
    {
        SkipWhiteSpace();
        return _position < _utf8.Length ? _utf8[_position] : throw CreateEndOfBodyException();
    }

    private void SkipWhiteSpace()
    {
        while (_position < _utf8.Length && _utf8[_position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _position++;
        }
    }

    private readonly BodyFormatException CreateExpectedException(string expected) => new("Expected " + expected + ".", _position);

    private readonly BodyFormatException CreateEndOfBodyException() => new("The body ends in the middle of a value.", _utf8.Length);
}
