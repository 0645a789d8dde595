using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Reads a JSON body in one pass. The syntax must be that of RFC 8259; a byte order mark may precede it. The caller says which type it expects.
/// </summary>
/// <remarks>
/// A value of another type is converted where its meaning is clear. Else the reader passes over it, returns an empty value and remembers the place:
/// <see cref="OmitUnreadable"/> then makes a body without it, from which the caller makes its object anew. The root value must have the right type.
/// Objects: <c>while (json.NextMember(out var name))</c>, and in the loop one value read or skipped. Arrays: the same with <c>NextElement</c>.
/// Objects and arrays may be 128 deep. Of members with the same name, each is reported.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonBodyReader
{
    private const int MaxDepth = 128;

    private readonly ReadOnlySpan<byte> _utf8;
    private int _position;
    private int _depth;

    // Where the values begin that have another type than expected.
    private List<int>? _unreadable;

    // A value comes next: the root, what a name stands before, an element. Else a value has just ended.
    private bool _atValue;

    /// <summary>Makes a reader at the body's first byte.</summary>
    /// <param name="utf8">The body.</param>
    public JsonBodyReader(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _position = utf8.Length - WithoutByteOrderMark(utf8).Length;
        _atValue = true;
    }

    /// <summary>How many bytes have been read.</summary>
    internal readonly int Position => _position;

    /// <summary>Whether nothing has been read so far.</summary>
    internal readonly bool IsUntouched => _depth == 0 && _atValue;

    /// <summary>A text without the byte order mark that may begin it.</summary>
    internal static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>
    /// Moves to the next member of the object that begins here or that the reader is in. Members whose value is null are passed over.
    /// </summary>
    /// <param name="name">The member's name.</param>
    /// <returns>Whether there is one; if not, the object has ended.</returns>
    public bool NextMember(out Utf8Text name)
    {
        while (NextName())
        {
            name = new Utf8Text(StringBytes());
            Colon();
            if (!TryNull())
            {
                return true;
            }
        }

        name = default;
        return false;
    }

    /// <summary>Moves to the next entry of a map. Entries whose value is null are passed over.</summary>
    /// <param name="key">The entry's key.</param>
    /// <returns>Whether there is one; if not, the map has ended.</returns>
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
    /// <param name="key">The entry's key.</param>
    /// <param name="isNull">Whether the value is null; it has been read then.</param>
    /// <returns>Whether there is one; if not, the map has ended.</returns>
    public bool NextEntry([NotNullWhen(true)] out string? key, out bool isNull)
    {
        if (!NextName())
        {
            key = null;
            isNull = false;
            return false;
        }

        key = StringText();
        Colon();
        isNull = TryNull();
        return true;
    }

    /// <summary>Moves to the next element of the array that begins here or that the reader is in. Nulls are passed over.</summary>
    /// <returns>Whether there is one; if not, the array has ended.</returns>
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
    /// <param name="isNull">Whether the element is null; it has been read then.</param>
    /// <returns>Whether there is one; if not, the array has ended.</returns>
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
                throw Expected("a comma or the end of the array");
            }

            _position++;
        }

        _atValue = true;
        isNull = TryNull();
        return true;
    }

    /// <summary>Passes over one value of any kind, which must be well-formed all the same.</summary>
    public void Skip()
    {
        switch (Peek())
        {
            case (byte)'{':
                while (NextName())
                {
                    SkipString();
                    Colon();
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
                Literal("true"u8, "a value");
                break;
            case (byte)'f':
                Literal("false"u8, "a value");
                break;
            case (byte)'n':
                TryNull();
                break;
            default:
                NumberBytes("a value");
                break;
        }
    }

    /// <summary>Reads a boolean: also from a string, in letters of either case, and from the numbers 0 and 1.</summary>
    /// <returns>The value.</returns>
    public bool Boolean()
    {
        switch (Peek())
        {
            case (byte)'t':
                Literal("true"u8, "a boolean");
                return true;
            case (byte)'f':
                Literal("false"u8, "a boolean");
                return false;
            default:
                return ConvertToBoolean();
        }
    }

    /// <summary>Reads a value of any kind as it is.</summary>
    /// <returns>The value, which has memory of its own.</returns>
    public JsonElement Document()
    {
        Peek();
        var start = _position;
        Skip();
        try
        {
            var reader = new Utf8JsonReader(_utf8[start.._position], new JsonReaderOptions { MaxDepth = MaxDepth });
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            Omit(start, "a JSON value");
            return default;
        }
    }

    /// <summary>Says that the root value has been read, if any of it has: only white space may follow.</summary>
    public void End()
    {
        if (IsUntouched)
        {
            return;
        }

        SkipWhiteSpace();
        if (_position < _utf8.Length)
        {
            throw Expected("the end of the body");
        }
    }

    /// <summary>Reads a string, or passes over a value of another kind.</summary>
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
                throw Expected("a comma or the end of the object");
            }

            _position++;
            next = Peek();
        }

        return next == '"' ? true : throw Expected("the name of a member");
    }

    private void Colon()
    {
        if (Peek() != ':')
        {
            throw Expected("a colon");
        }

        _position++;
        _atValue = true;
    }

    /// <summary>Enters an object or an array. A value of another type is passed over.</summary>
    private bool TryOpen(byte bracket, string what)
    {
        if (Peek() != bracket)
        {
            Omit(_position, what);
            return false;
        }

        if (_depth == MaxDepth)
        {
            throw new JsonFormatException("The body is nested too deeply.", _position);
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

        Literal("null"u8, "a value");
        return true;
    }

    private void Literal(ReadOnlySpan<byte> literal, string what)
    {
        if (!_utf8[_position..].StartsWith(literal))
        {
            throw Expected(what);
        }

        _position += literal.Length;
        _atValue = false;
    }

    /// <summary>The next byte that is no white space.</summary>
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
        return _position < _utf8.Length ? _utf8[_position] : throw EndOfBody();
    }

    private void SkipWhiteSpace()
    {
        while (_position < _utf8.Length && _utf8[_position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _position++;
        }
    }

    private readonly JsonFormatException Expected(string what) => new("Expected " + what + ".", _position);

    private readonly JsonFormatException EndOfBody() => new("The body ends in the middle of a value.", _utf8.Length);
}
