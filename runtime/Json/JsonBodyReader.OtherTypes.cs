using System;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Values of another type than expected: they are converted or left out.</content>
public ref partial struct JsonBodyReader
{
    /// <summary>
    /// Replaces the body by one in which null stands in place of each member whose value could not be read. The reader is at the first byte again.
    /// </summary>
    /// <returns>How many members those are; 0 when all values could be read, and then nothing changes.</returns>
    internal int OmitUnreadable()
    {
        if (_unreadable is null)
        {
            return 0;
        }

        var members = new UnreadableMembers(_unreadable);
        this = new JsonBodyReader(members.Remove(_utf8));
        return members.Count;
    }

    /// <summary>Where the value begins that comes next, and its first byte.</summary>
    internal int ValueStart(out byte first)
    {
        first = Peek();
        return _position;
    }

    /// <summary>Passes over the value at an index, which is of another type than expected, and remembers it.</summary>
    private void Omit(int start, string expected)
    {
        if (_depth == 0)
        {
            throw new JsonFormatException("Expected " + expected + ".", start);
        }

        _position = start;
        _atValue = true;
        Skip();
        _unreadable ??= [];
        _unreadable.Add(start);
    }

    /// <summary>The text of a number or a boolean, as it is written.</summary>
    private ReadOnlySpan<byte> ConvertToText()
    {
        var next = Peek();
        var start = _position;
        if (next is (byte)'{' or (byte)'[' or (byte)'n')
        {
            Omit(start, "a string");
            return default;
        }

        Skip();
        return _utf8[start.._position];
    }

    /// <summary>The boolean that a string or a number stands for.</summary>
    private bool ConvertToBoolean()
    {
        var next = Peek();
        var start = _position;
        var text = next == '"' ? StringUtf8() : IsNumber(next) ? NumberBytes("a boolean") : default;
        var isTrue = text.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(text, "true"u8);
        if (!isTrue && !text.SequenceEqual("0"u8) && !Ascii.EqualsIgnoreCase(text, "false"u8))
        {
            Omit(start, "a boolean");
        }

        return isTrue;
    }
}
