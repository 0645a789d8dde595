using System;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Values of another type than expected, which are converted or omitted.</content>
public ref partial struct JsonBodyReader
{
    /// <summary>
    /// Replaces the value of each member that could not be read by null, and resets the reader to the first byte.
    /// </summary>
    /// <returns>The number of these members; 0 if all values could be read, in which case nothing changes.</returns>
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

    /// <summary>Returns the position of the next value, and its first byte.</summary>
    internal int GetValueStart(out byte first)
    {
        first = Peek();
        return _position;
    }

    /// <summary>Skips the value at an index, which does not have the expected type, and records its position.</summary>
    private void Omit(int start, string expected)
    {
        if (_depth == 0)
        {
            throw new BodyFormatException("Expected " + expected + ".", start);
        }

        _position = start;
        _atValue = true;
        Skip();
        _unreadable ??= [];
        _unreadable.Add(start);
    }

    /// <summary>Returns the text of a number or a Boolean.</summary>
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

    /// <summary>Converts a string or a number to a Boolean.</summary>
    private bool ConvertToBoolean()
    {
        var next = Peek();
        var start = _position;
        var text = next == '"' ? StringUtf8() : IsNumber(next) ? NumberBytes("a boolean") : default;
        if (!ScalarText.TryParseBoolean(text, out var isTrue))
        {
            Omit(start, "a boolean");
        }

        return isTrue;
    }
}
