using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Reads a CBOR body in one pass. The format is that of RFC 8949, with definite and indefinite lengths. The caller specifies the expected types.
/// </summary>
/// <remarks>
/// Its methods are those of <see cref="JsonBodyReader"/>, except that CBOR protocols have no documents. Integers and floating-point numbers of all
/// sizes are converted to the expected number type if their value fits. Tags are ignored, <c>undefined</c> is null. For a value of another type, the
/// reader skips it, returns a default value and records the member that contains it: <see cref="OmitUnreadable"/> then resets the reader to the first
/// byte, and the caller reads the body again without these members. The root value must have the expected type.
/// The maximum depth of maps and arrays is 128. Members with the same name are all returned. Members whose key is not a text string are skipped.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct CborBodyReader
{
    private readonly ReadOnlySpan<byte> _body;

    // In ascending order: the positions of the values of members that this reading skips, because they were found unreadable before.
    private readonly List<int>? _omitted;

    private int _position;

    // The number of objects and arrays that have been entered.
    private int _depth;

    // The innermost object or array, and those that contain it.
    private CborLevel _level;
    private CborLevels _outer;

    // The positions found in this reading.
    private List<int>? _unreadable;

    // True before a value: the root, the value of a member, an element. False after a value.
    private bool _atValue;

    /// <summary>Initializes a new instance of the <see cref="CborBodyReader"/> struct at the first byte of a body.</summary>
    /// <param name="body">The body.</param>
    public CborBodyReader(ReadOnlySpan<byte> body)
        : this(body, omitted: null)
    {
    }

    private CborBodyReader(ReadOnlySpan<byte> body, List<int>? omitted)
    {
        _body = body;
        _omitted = omitted;
        _atValue = true;
    }

    /// <summary>Whether nothing has been read yet.</summary>
    private readonly bool IsUntouched => _depth == 0 && _atValue;

    /// <summary>
    /// Moves to the next member of the current object, or to the first member of the object that starts here. Members whose value is null are skipped.
    /// </summary>
    /// <param name="name">The name of the member.</param>
    /// <returns><see langword="true"/> if there is another member; <see langword="false"/> at the end of the object.</returns>
    public bool NextMember(out Utf8Text name)
    {
        while (Next(CborType.Map, "a map"))
        {
            if (!TryReadText(out var utf8))
            {
                SkipMember();
                continue;
            }

            _level.ValueStart = _position;
            if (!TryNull())
            {
                name = new Utf8Text(utf8);
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
    /// <param name="key">The key of the entry, which must be a text string.</param>
    /// <param name="isNull">Whether the value is null. A null has been read when the method returns.</param>
    /// <returns><see langword="true"/> if there is another entry; <see langword="false"/> at the end of the map.</returns>
    public bool NextEntry([NotNullWhen(true)] out string? key, out bool isNull)
    {
        if (!Next(CborType.Map, "a map"))
        {
            key = null;
            isNull = false;
            return false;
        }

        if (!TryReadString(out key))
        {
            throw CreateExpectedException("a text string as the key of a map");
        }

        _level.ValueStart = _position;
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
        if (!Next(CborType.Array, "an array"))
        {
            isNull = false;
            return false;
        }

        isNull = TryNull();
        return true;
    }

    /// <summary>Skips a value of any type, which must be well-formed.</summary>
    public void Skip()
    {
        SkipItem();
        _atValue = false;
    }

    /// <summary>Reads a Boolean.</summary>
    /// <returns>The value.</returns>
    public bool Boolean()
    {
        var next = Peek();
        if (next is not (CborType.False or CborType.True))
        {
            Omit(_position, "a boolean");
            return false;
        }

        EndValue(_position + 1);
        return next == CborType.True;
    }

    /// <summary>Checks that nothing follows the root value. Does nothing if nothing has been read.</summary>
    public readonly void End()
    {
        if (!IsUntouched && _position < _body.Length)
        {
            throw CreateExpectedException("the end of the body");
        }
    }

    /// <summary>Moves to the next element, or to the next key. Enters the array or map that starts here, and leaves the current one at its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Next(int type, string expected)
    {
        if (_atValue && !TryOpen(type, expected))
        {
            return false;
        }

        if (_level.Remaining > 0)
        {
            _level.Remaining--;
        }
        else if (_level.Remaining == 0 || TryBreak())
        {
            Close();
            return false;
        }

        _atValue = true;
        return true;
    }

    private bool TryBreak()
    {
        if (_position >= _body.Length)
        {
            throw CreateEndOfBodyException();
        }

        if (_body[_position] != CborType.Break)
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Enters a map or an array. A value of another type is skipped.</summary>
    private bool TryOpen(int type, string expected)
    {
        var first = Peek();
        if (first >> CborType.Shift != type)
        {
            Omit(_position, expected);
            return false;
        }

        CheckDepth();
        if (_depth > 0)
        {
            _outer.Set(_depth - 1, _level);
        }

        _depth++;
        _level.Remaining = ReadCount(first);
        _level.ValueStart = CborLevel.NoMember;
        return true;
    }

    private void Close()
    {
        _depth--;
        if (_depth > 0)
        {
            _level = _outer.Get(_depth - 1);
        }

        _atValue = false;
    }

    private readonly void CheckDepth()
    {
        if (_depth == BodyLimits.MaxDepth)
        {
            throw new BodyFormatException("The body is nested too deeply.", _position);
        }
    }

    /// <summary>Reads null, undefined, or the value of an omitted member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryNull()
    {
        if (_omitted is not null && IsOmitted())
        {
            Skip();
            return true;
        }

        if (Peek() is not (CborType.Null or CborType.Undefined))
        {
            return false;
        }

        EndValue(_position + 1);
        return true;
    }

    /// <summary>Returns the first byte of the next value, without reading it. Tags before it are skipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek()
    {
        var body = _body;
        var position = _position;
        return (uint)position < (uint)body.Length && body[position] >> CborType.Shift != CborType.Tag ? body[position] : PeekBeyondTags();
    }

    private byte PeekBeyondTags()
    {
        while (_position < _body.Length)
        {
            var next = _body[_position];
            if (next >> CborType.Shift != CborType.Tag)
            {
                return next;
            }

            ReadArgument(next);
        }

        throw CreateEndOfBodyException();
    }

    private void EndValue(int position)
    {
        _position = position;
        _atValue = false;
    }

    private readonly BodyFormatException CreateExpectedException(string expected) => new("Expected " + expected + ".", _position);

    private readonly BodyFormatException CreateEndOfBodyException() => new("The body ends in the middle of a value.", _body.Length);
}
