using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Values of another type than expected, which are omitted.</content>
public ref partial struct CborBodyReader
{
    /// <summary>
    /// Resets the reader to the first byte, so that the body is read again without the members that could not be read: for each unreadable value, the
    /// innermost member of an object or entry of a map that contains it. A list is omitted as a whole: omitting an element would change the index of
    /// those after it.
    /// </summary>
    /// <returns>The number of these members; 0 if all values could be read, in which case nothing changes.</returns>
    internal int OmitUnreadable()
    {
        if (_unreadable is not { } omitted)
        {
            return 0;
        }

        this = new CborBodyReader(_body, omitted);
        return omitted.Count;
    }

    /// <summary>Skips the value at an index, which does not have the expected type, and records the member that contains it.</summary>
    private void Omit(int start, string expected)
    {
        _position = start;
        if (_depth == 0)
        {
            throw CreateExpectedException(expected);
        }

        Skip();
        _unreadable ??= [];
        var member = CborLevel.NoMember;
        for (var index = 0; index < _depth; index++)
        {
            var level = index == _depth - 1 ? _level : _outer.Get(index);
            if (level.ValueStart != CborLevel.NoMember)
            {
                member = level.ValueStart;
                if (_unreadable.BinarySearch(member) >= 0)
                {
                    return;
                }
            }
        }

        if (member == CborLevel.NoMember)
        {
            throw new BodyFormatException("An element of the body's list does not have the type in the service's model.", start);
        }

        // Members found inside of this one are omitted with it.
        while (_unreadable.Count > 0 && _unreadable[^1] > member)
        {
            _unreadable.RemoveAt(_unreadable.Count - 1);
        }

        _unreadable.Add(member);
    }

    private readonly bool IsOmitted() => _level.ValueStart == _position && _omitted!.BinarySearch(_position) >= 0;
}
